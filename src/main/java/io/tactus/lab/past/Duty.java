package io.tactus.lab.past;

/**
 * From this time on an agent does this.
 *
 * @param at seconds from the beginning of the recording
 * @param agent the recording's own number of the agent, from 1
 */
public record Duty(double at, int agent, State state) {

    /** What an agent does. */
    public enum State {
        /** Logged out. */
        OUT,
        /** The phone is being connected. */
        CONNECTING,
        /** Free for the next call. */
        READY,
        /** Chosen for a call. */
        RESERVED,
        /** In a talk of this campaign. */
        TALKING,
        /** In the wrap-up of such a talk. */
        WRAP_UP,
        /** Not available. */
        PAUSED,
        /** At work for another campaign. */
        ELSEWHERE;

        /** Whether the agent is there for this campaign. */
        public boolean atWork() {
            return this == READY || this == RESERVED || this == TALKING || this == WRAP_UP;
        }
    }

    /** Fails on a time or a number that is none. */
    public Duty {
        if (!(at >= 0 && at <= 100 * Dial.LONGEST)) {
            throw new IllegalArgumentException(
                    "at must be 0 to %.0f seconds, not %s".formatted(100 * Dial.LONGEST, at));
        }
        if (agent < 1 || agent > Recording.MOST_AGENTS) {
            throw new IllegalArgumentException("agent must be 1 to %d, not %d".formatted(Recording.MOST_AGENTS, agent));
        }
    }
}
