package io.tactus.ivr.rehearsal;

import io.tactus.ivr.run.Effect;
import io.tactus.ivr.run.TraceEntry;
import java.time.Instant;
import java.util.List;

/**
 * What came of a plan.
 *
 * @param over whether the walk came to its end; if not, a talk goes on, or it was cut off as too long
 */
public record Rehearsed(List<Timed> effects, List<TraceEntry> trace, boolean over) {
    /** An effect and its time. */
    public record Timed(Instant at, Effect effect) {}

    /** Copies the lists. */
    public Rehearsed {
        effects = List.copyOf(effects);
        trace = List.copyOf(trace);
    }
}
