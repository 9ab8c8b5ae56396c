package io.tactus.ivr.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What shall happen.
 *
 * @param start when the caller comes, which decides what is open
 * @param caller the number; empty when it is withheld
 * @param did the number that is called
 * @param data what is known of the caller
 * @param acts what the caller does
 * @param answers what the world answers, by the id of the node that asks; {@link Answer#usual} for the others
 */
public record Plan(
        Instant start,
        String caller,
        String did,
        Map<String, String> data,
        List<Act> acts,
        Map<String, Answer> answers) {
    /** Copies the collections. */
    public Plan {
        data = Collections.unmodifiableMap(new TreeMap<>(data));
        acts = List.copyOf(acts);
        answers = Collections.unmodifiableMap(new TreeMap<>(answers));
    }

    /** What a caller does. */
    public sealed interface Act {
        /** Since the start. */
        Duration after();
    }

    /** Presses a key. */
    public record Press(Duration after, char key) implements Act {}

    /** Hangs up. */
    public record HangUp(Duration after) implements Act {}
}
