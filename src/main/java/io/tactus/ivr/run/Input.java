package io.tactus.ivr.run;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What happens to a walk. Inputs with a ticket answer the effect that has it. */
public sealed interface Input {
    /** When it happened. */
    Instant at();

    /**
     * The caller is on the line.
     *
     * @param caller the number; empty when it is withheld
     * @param did the number that was called
     * @param data what is known of the caller; names that the flow does not declare are ignored
     */
    record Started(Instant at, String caller, String did, Map<String, String> data) implements Input {
        /** Copies the map, in an order of its own. */
        public Started {
            data = Collections.unmodifiableMap(new TreeMap<>(data));
        }
    }

    /** The caller pressed a key: {@code 0} to {@code 9}, {@code *}, {@code #}. */
    record Digit(Instant at, char key) implements Input {}

    /** What {@link Effect.Play} asked for was heard to its end. */
    record PlayEnded(Instant at, int ticket) implements Input {}

    /** A timer ran out. */
    record TimeUp(Instant at, int ticket) implements Input {}

    /** A look-up was answered. @param fields of the answer, as text */
    record LookedUp(Instant at, int ticket, Map<String, String> fields) implements Input {
        /** Copies the map, in an order of its own. */
        public LookedUp {
            fields = Collections.unmodifiableMap(new TreeMap<>(fields));
        }
    }

    /** An agent took the caller, the other side picked up, the callback is promised, the message is kept. */
    record Fulfilled(Instant at, int ticket) implements Input {}

    /** Nothing came of what was asked for, a look-up as well. @param reason in a few words, for the trace */
    record Refused(Instant at, int ticket, String reason) implements Input {}

    /** The agent hung up and the caller is still there. */
    record TalkEnded(Instant at, int ticket) implements Input {}

    /** The caller hung up. Nothing comes after it. */
    record HungUp(Instant at) implements Input {}
}
