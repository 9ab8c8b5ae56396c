package io.tactus.ivr.run;

import io.tactus.ivr.run.TraceEntry.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a walk has to say of the present input: effects and trace, with where and when. Gives out the tickets. */
final class Notes {
    private final List<Effect> effects = new ArrayList<>();
    private final List<TraceEntry> trace = new ArrayList<>();
    private Instant now = Instant.MIN;
    private int lastTicket;

    /** Time never goes back. */
    void begin(Instant at) {
        effects.clear();
        trace.clear();
        now = at.isAfter(now) ? at : now;
    }

    Instant now() {
        return now;
    }

    int ticket() {
        return ++lastTicket;
    }

    void add(Effect effect) {
        effects.add(effect);
    }

    void trace(String node, Event event, String detail) {
        trace.add(new TraceEntry(now, node, event, detail));
    }

    Turn turn() {
        return new Turn(effects, trace);
    }
}
