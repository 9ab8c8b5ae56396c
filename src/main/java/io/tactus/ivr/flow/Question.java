package io.tactus.ivr.flow;

import java.time.Duration;
import java.util.List;

/**
 * How a caller is asked for keys. A key ends what is being said.
 *
 * @param says what is said, each time anew
 * @param wrong what is said before it when the last answer was no good; may be empty
 * @param attempts how often it is asked in all
 * @param pause for the first key, from the end of what was said
 */
public record Question(List<Phrase> says, List<Phrase> wrong, int attempts, Duration pause) {
    /** Copies the lists. */
    public Question {
        says = List.copyOf(says);
        wrong = List.copyOf(wrong);
    }
}
