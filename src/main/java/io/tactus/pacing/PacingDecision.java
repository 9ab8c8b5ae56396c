package io.tactus.pacing;

/**
 * How many calls to launch now, and why.
 *
 * @param launch calls to launch; 0 or more
 * @param reason what limited the number
 */
public record PacingDecision(int launch, Reason reason) {
    /** Refuses a negative number. */
    public PacingDecision {
        if (launch < 0) {
            throw new IllegalArgumentException("launch is " + launch + ", expected 0 or more");
        }
    }

    /** Nothing now, for this reason. */
    public static PacingDecision none(Reason reason) {
        return new PacingDecision(0, reason);
    }

    /** What limited the number of calls. */
    public enum Reason {
        /** Agents start calls themselves in this mode. */
        AGENTS_DIAL("agents start the calls themselves"),
        /** Nobody is free and the mode dials for free agents only. */
        NO_FREE_AGENT("no agent is free"),
        /** Every free agent has its calls on their way. */
        ALL_COVERED("every free agent has enough calls on the way"),
        /** One call for each free agent without one. */
        FREE_AGENTS("calls for free agents"),
        /** As many lines as the ratio says. */
        RATIO("calls by the fixed ratio of lines per free agent"),
        /** The ratio would allow more, the abandonment cap does not. */
        ABANDONMENT_CAP("held back by the abandonment cap");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }

        /** The reason as a supervisor reads it. */
        public String sentence() {
            return sentence;
        }
    }
}
