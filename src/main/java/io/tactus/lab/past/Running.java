package io.tactus.lab.past;

/** From this time on the campaign dials, or does not. @param at seconds from the beginning of the recording */
public record Running(double at, boolean dials) {
    /** Fails on a time that is none. */
    public Running {
        if (!(at >= 0 && at <= 100 * Dial.LONGEST)) {
            throw new IllegalArgumentException(
                    "at must be 0 to %.0f seconds, not %s".formatted(100 * Dial.LONGEST, at));
        }
    }
}
