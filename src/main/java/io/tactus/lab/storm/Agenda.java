package io.tactus.lab.storm;

import java.util.PriorityQueue;

/** True time, which nobody in the story can read or set, and what happens in it. */
final class Agenda {
    static final long MILLI = 1_000;
    static final long SECOND = 1_000_000;

    private record Due(long atMicros, long number, Runnable what) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            return atMicros != other.atMicros
                    ? Long.compare(atMicros, other.atMicros)
                    : Long.compare(number, other.number);
        }
    }

    private final PriorityQueue<Due> queue = new PriorityQueue<>();
    private long numbers;
    private long now;

    /** Microseconds since the story began. */
    long now() {
        return now;
    }

    void in(long micros, Runnable what) {
        queue.add(new Due(now + Math.max(0, micros), ++numbers, what));
    }

    /** Lets the next thing happen. */
    void step() {
        Due due = queue.remove();
        now = due.atMicros;
        due.what.run();
    }
}
