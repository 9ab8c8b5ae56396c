package io.tactus.pacing;

/**
 * How many calls to launch now, and why.
 *
 * @param launch calls to launch; 0 or more
 * @param aimed how many of them are for free agents at whom no call is aimed; the first ones
 * @param reason what limited the number
 * @param releaseRung whether calls that have rung for the least lawful time are to be given up, since nobody is there to take them
 * @param why the figures behind it; {@link Why#NONE} where a policy weighs none
 */
public record PacingDecision(int launch, int aimed, Reason reason, boolean releaseRung, Why why) {
    /** Nothing was looked at this time: the last decision stands. */
    public static final PacingDecision LATER = none(Reason.ALL_COVERED);

    /** Refuses a negative number. */
    public PacingDecision {
        if (launch < 0) {
            throw new IllegalArgumentException("launch is " + launch + ", expected 0 or more");
        }
    }

    /** Launches by a rule that weighs no risk. */
    public PacingDecision(int launch, Reason reason) {
        this(launch, launch, reason, false, Why.NONE);
    }

    /** Nothing now, for this reason. */
    public static PacingDecision none(Reason reason) {
        return new PacingDecision(0, reason);
    }

    /**
     * The figures of a predictive decision.
     *
     * @param expectedFree agents who are free now or get free within {@code horizonSeconds}, as expected
     * @param expectedAnswers persons and callers who wait now or will ask for an agent by then, as expected; the calls launched now count
     * @param horizonSeconds when a call launched now is usually answered
     * @param risk probability that the next call would be abandoned; 0 to 1
     * @param allowedRisk the highest that the bank allows now; 0 to 0.8
     * @param price as how many connected calls the bank weighs an abandoned one
     * @param headroom abandoned calls that the bank still bears
     */
    public record Why(
            double expectedFree,
            double expectedAnswers,
            double horizonSeconds,
            double risk,
            double allowedRisk,
            double price,
            double headroom) {
        /** No figures. */
        public static final Why NONE = new Why(0, 0, 0, 0, 0, 0, 0);
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
        /** The ratio or the forecast would allow more, the abandonment cap does not. */
        ABANDONMENT_CAP("held back by the abandonment cap"),
        /** Too little was dialled to forecast: one call for each free agent. */
        LEARNING("one call for each free agent while the campaign learns"),
        /** More calls than free agents, since more agents are expected. */
        AHEAD("calls ahead of agents who are about to be free"),
        /** One more call would be abandoned too likely. */
        RISK("enough calls are on the way for the agents expected");

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
