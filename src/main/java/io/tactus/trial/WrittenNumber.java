package io.tactus.trial;

import io.tactus.sim.world.Fate;
import io.tactus.sim.world.Party;
import io.tactus.sim.world.Refusal;
import java.time.Duration;
import java.util.Set;

/** Numbers that tell SIPp what to play, as the second table of {@code asterisk/carrier/README.md} says. */
final class WrittenNumber {
    /** A country code that no country has. */
    private static final String PREFIX = "+999";

    private static final int STEP_MILLIS = 200;
    private static final int MOST_STEPS = 999;
    private static final int MOST_SEQUENCES = 100_000;
    private static final int PERSON = 0;
    private static final int NOBODY = 9;
    /** Whoever would answer within the last second before the time-out does not: the carrier counts its steps a little late. */
    private static final Duration SAFETY = Duration.ofSeconds(1);

    private WrittenNumber() {}

    /**
     * The number that meets this fate.
     *
     * @param sequence makes the number different from others, below 100,000
     * @param ringTimeout after which nobody can answer any more
     */
    static String of(int sequence, Fate fate, Duration ringTimeout) {
        if (sequence < 0 || sequence >= MOST_SEQUENCES) {
            throw new IllegalArgumentException("expected a sequence below " + MOST_SEQUENCES + ", not " + sequence);
        }
        return switch (fate) {
            case Fate.Refused refused -> number(sequence, kind(refused.refusal()), refused.after(), Duration.ZERO);
            case Fate.Answered answered
            when answered.party() instanceof Party.Person person
                    && answered.answersAfter().compareTo(ringTimeout.minus(SAFETY)) < 0 ->
                number(sequence, PERSON, answered.answersAfter(), person.talk());
            case Fate.Answered late -> number(sequence, NOBODY, Duration.ZERO, Duration.ZERO);
            case Fate.RingsOut nobody -> number(sequence, NOBODY, Duration.ZERO, Duration.ZERO);
        };
    }

    private static int kind(Refusal refusal) {
        return switch (refusal) {
            case BUSY -> 5;
            case INVALID -> 6;
            case CONGESTION -> 7;
            case REJECTED -> 8;
        };
    }

    private static String number(int sequence, int kind, Duration wait, Duration talk) {
        return "%s%05d%d%03d%03d".formatted(PREFIX, sequence, kind, steps(wait), steps(talk));
    }

    private static long steps(Duration duration) {
        return Math.clamp(Math.round(duration.toMillis() / (double) STEP_MILLIS), 1, MOST_STEPS);
    }

    /** The outcomes that a call to the number, without its plus, may have. A person may be abandoned. */
    static Set<String> outcomes(String number) {
        return switch (number.charAt(PREFIX.length() - 1 + 5) - '0') {
            case PERSON -> Set.of("ANSWERED", "ABANDONED");
            case 5 -> Set.of("BUSY");
            case 6 -> Set.of("INVALID_NUMBER");
            case 7 -> Set.of("CONGESTION");
            case 8 -> Set.of("REJECTED");
            default -> Set.of("NO_ANSWER");
        };
    }
}
