package io.tactus.ivr.flow;

import java.time.Duration;

/** How much of everything a flow may have. The published schema says the same numbers; a test compares them. */
public final class Limits {
    /** Nodes of a flow. */
    public static final int MOST_NODES = 500;
    /** Characters of an id of a node and of names of hours, queues, boxes, skills, questions. */
    public static final int LONGEST_NAME = 100;
    /** Characters of a spoken text, of an address, of a value. */
    public static final int LONGEST_TEXT = 1_000;
    /** Phrases that are said at once. */
    public static final int MOST_PHRASES = 20;
    /** Values with which a variable is compared. */
    public static final int MOST_VALUES = 50;
    /** Attempts of a question. */
    public static final int MOST_ATTEMPTS = 5;
    /** Digits that are collected at once. */
    public static final int MOST_DIGITS = 32;
    /** Values that are taken from the answer to a look-up. */
    public static final int MOST_TAKEN = 20;
    /** Skills that a caller may ask for. */
    public static final int MOST_SKILLS = 10;
    /** The highest priority in a queue; 0 is the lowest. */
    public static final int HIGHEST_PRIORITY = 10;
    /** Names of data that may be known of a caller. */
    public static final int MOST_DATA = 50;
    /** Tables of hours. */
    public static final int MOST_HOURS = 20;
    /** Spans of a day. */
    public static final int MOST_SPANS = 6;
    /** Holidays of a table. */
    public static final int MOST_HOLIDAYS = 200;

    /** A range of times, both ends within. */
    public record Range(Duration least, Duration most) {
        private static Range ofSeconds(int least, int most) {
            return new Range(Duration.ofSeconds(least), Duration.ofSeconds(most));
        }

        /** Whether the time is within. */
        boolean holds(Duration time) {
            return time.compareTo(least) >= 0 && time.compareTo(most) <= 0;
        }

        @Override
        public String toString() {
            return least.toSeconds() + " to " + most.toSeconds() + " s";
        }
    }

    /** For the first key, and between keys. */
    public static final Range WAIT = Range.ofSeconds(1, 30);
    /** For the answer to a look-up. */
    public static final Range LOOK_UP = Range.ofSeconds(1, 10);
    /** In a queue. */
    public static final Range QUEUE = Range.ofSeconds(5, 7_200);
    /** For the other side to pick up. */
    public static final Range RING = Range.ofSeconds(5, 120);
    /** A message. */
    public static final Range MESSAGE = Range.ofSeconds(5, 600);

    private Limits() {}
}
