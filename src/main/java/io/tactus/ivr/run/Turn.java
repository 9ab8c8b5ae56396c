package io.tactus.ivr.run;

import java.util.List;

/** What came of one input, in order. */
public record Turn(List<Effect> effects, List<TraceEntry> trace) {
    /** Copies the lists. */
    public Turn {
        effects = List.copyOf(effects);
        trace = List.copyOf(trace);
    }
}
