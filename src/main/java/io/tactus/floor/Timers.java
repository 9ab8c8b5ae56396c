package io.tactus.floor;

import java.util.PriorityQueue;

/** Deadlines of calls and agents in order of time; setting a new one for the same thing makes the old one stale. */
final class Timers {
    enum Kind {
        CALL,
        AGENT,
        LEG
    }

    record Timer(long atMicros, long number, Kind kind, long id) implements Comparable<Timer> {
        @Override
        public int compareTo(Timer other) {
            int byTime = Long.compare(atMicros, other.atMicros);
            return byTime != 0 ? byTime : Long.compare(number, other.number);
        }
    }

    private final PriorityQueue<Timer> queue = new PriorityQueue<>();
    private long last;

    /** Sets a deadline and answers its number, which the thing remembers as the one in force. */
    long set(Kind kind, long id, long atMicros) {
        long number = ++last;
        queue.add(new Timer(atMicros, number, kind, id));
        return number;
    }

    /** The next deadline, stale ones included; {@link Long#MAX_VALUE} for none. */
    long nextMicros() {
        Timer next = queue.peek();
        return next == null ? Long.MAX_VALUE : next.atMicros;
    }

    boolean due(long nowMicros) {
        return nextMicros() <= nowMicros;
    }

    Timer take() {
        return queue.remove();
    }
}
