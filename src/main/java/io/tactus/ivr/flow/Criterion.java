package io.tactus.ivr.flow;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a {@link Node.Condition} asks. */
public sealed interface Criterion {
    /** Whether a table of hours is open now. @param hours its name */
    record Open(String hours) implements Criterion {}

    /**
     * Whether a variable is such; {@code caller}, {@code did} and {@code language} are variables as well. Texts are compared without regard to
     * capitals; what is no number is neither less nor at least.
     */
    record Compare(String variable, Operator operator, List<String> values) implements Criterion {
        /** Copies the list. */
        public Compare {
            values = List.copyOf(values);
        }
    }

    /** How a variable is compared. */
    enum Operator {
        /** One of the values. */
        IS("is", 1, Limits.MOST_VALUES),
        /** None of the values. */
        IS_NOT("isNot", 1, Limits.MOST_VALUES),
        /** Begins with one of the values. */
        STARTS_WITH("startsWith", 1, Limits.MOST_VALUES),
        EMPTY("empty", 0, 0),
        NOT_EMPTY("notEmpty", 0, 0),
        /** A number below the value. */
        LESS("<", 1, 1),
        /** A number not below the value. */
        AT_LEAST(">=", 1, 1);

        private final String word;
        private final int fewest;
        private final int most;

        Operator(String word, int fewest, int most) {
            this.word = word;
            this.fewest = fewest;
            this.most = most;
        }

        /** How it is written. */
        public String word() {
            return word;
        }

        /** How many values it takes at least. */
        public int fewest() {
            return fewest;
        }

        /** How many values it takes at most. */
        public int most() {
            return most;
        }

        /** The operator that is written so. */
        public static Optional<Operator> find(String word) {
            return Arrays.stream(values())
                    .filter(each -> each.word.equals(word))
                    .findFirst();
        }
    }
}
