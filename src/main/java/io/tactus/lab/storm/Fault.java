package io.tactus.lab.storm;

import io.tactus.lab.storm.Fault.Kind;

/** One thing that goes wrong. @param subject what it strikes @param number which occasion of that subject */
record Fault(Kind kind, long subject, long number) {
    /** What may go wrong. */
    enum Kind {
        LOST_EVENT(0.01),
        DOUBLED_EVENT(0.02),
        LATE_EVENT(0.02),
        FAILED_BRIDGE(0.02),
        LOST_LEG(0.002),
        LINK_CUT(0.006),
        NODE_CRASH(0.003),
        STORE_STALL(0.004),
        STORE_ANSWER_LOST(0.004),
        ENGINE_CRASH(0.01),
        ENGINE_FREEZE(0.004),
        CLOCK_STEP(0.005);

        /** Probability for each occasion: an event, a bridge, a statement, a second. */
        final double rate;

        Kind(double rate) {
            this.rate = rate;
        }

        /** For people, for example {@code lost events}. */
        String words() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        }
    }
}
