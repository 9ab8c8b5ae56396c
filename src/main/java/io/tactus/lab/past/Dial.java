package io.tactus.lab.past;

/**
 * One dial and its fate. Times in seconds.
 *
 * @param at from the beginning of the recording
 * @param after from the dial to the ending; for a person to the answer, with machine detection to its word; at {@link Ending#GIVEN_UP} how long
 *     nothing else had happened
 * @param waited from the answer to the agent, or how long a person who got none was seen to wait; 0 for all others
 * @param talk length of the talk; {@link #UNKNOWN} where there was none or its end was not seen
 */
public record Dial(double at, Ending ending, double after, double waited, double talk) {
    /** A talk that nobody saw. */
    public static final double UNKNOWN = -1;

    /** Longest time that is believed: a day. */
    static final double LONGEST = 86_400;

    /** Fails on times that are none. */
    public Dial {
        require("at", at, 0, 100 * LONGEST);
        require("after", after, 0, LONGEST);
        require("waited", waited, 0, LONGEST);
        if (talk != UNKNOWN) {
            require("talk", talk, 0, LONGEST);
        }
    }

    private static void require(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    "%s must be %.0f to %.0f seconds, not %s".formatted(name, least, most, value));
        }
    }

    /** Whether a person's talk was seen from beginning to end. */
    public boolean talkKnown() {
        return talk != UNKNOWN;
    }

    /** The same at another time. */
    Dial at(double other) {
        return new Dial(other, ending, after, waited, talk);
    }
}
