package io.tactus.floor.journal;

import io.tactus.floor.input.Input;

/**
 * One input with its time, as a line of the journal: {@code 1764000000000000 Answered(7)}.
 *
 * @param micros microseconds since the epoch
 */
public record JournalLine(long micros, Input input) {
    private static final RecordCodec<Input> CODEC = new RecordCodec<>(Input.class);

    /** The line, without a line break. */
    public String text() {
        return micros + " " + CODEC.write(input);
    }

    /** Reads a line back. @throws JournalFormatException when it is broken */
    public static JournalLine parse(String line) {
        int blank = line.indexOf(' ');
        if (blank < 1) {
            throw new JournalFormatException("expected a time and a record, got: " + line, null);
        }
        try {
            return new JournalLine(Long.parseLong(line, 0, blank, 10), CODEC.read(line.substring(blank + 1)));
        } catch (NumberFormatException e) {
            throw new JournalFormatException("expected microseconds at the start of: " + line, e);
        }
    }
}
