package io.tactus.ivr.rehearsal;

import io.tactus.ivr.run.Effect;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What the world answers to a node that asks it for something. */
public sealed interface Answer {
    /** An answer to a look-up. @param after how long @param fields of the answer */
    record Found(Duration after, Map<String, String> fields) implements Answer {
        /** Copies the map. */
        public Found {
            fields = Collections.unmodifiableMap(new TreeMap<>(fields));
        }
    }

    /** It is done. @param after how long @param talk how long the talk with an agent lasts then */
    record Done(Duration after, Duration talk) implements Answer {}

    /** It cannot be done. @param after how long @param reason for the trace */
    record Not(Duration after, String reason) implements Answer {}

    /** No answer ever comes. */
    record Silence() implements Answer {}

    /** What is answered where nothing is said: everything is done after ten seconds, with a talk of a minute; look-ups fail. */
    static Answer usual(Effect effect) {
        return effect instanceof Effect.LookUp
                ? new Not(Duration.ZERO, "the plan says nothing of it")
                : new Done(Duration.ofSeconds(10), Duration.ofMinutes(1));
    }
}
