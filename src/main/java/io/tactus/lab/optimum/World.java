package io.tactus.lab.optimum;

/**
 * The small world, Markovian by design: talk exponential, wrap-up Erlang-3, ring exponential or Erlang-2; at its end a dial is answered by a
 * person with probability p, else it is over. Nothing is cancelled, leads and lines are unlimited.
 *
 * <p>Patience is not Markovian: a person waits for exactly 2 s. It becomes an exponential time with that rate at which an agent in the last
 * stage of wrap-up comes first as often as within 2 s: {@code m / (m + patience) = 1 - exp(-2 m)} with m the rate of that stage. At most
 * two people wait; a third is abandoned at once. With a patience of 0 whoever finds nobody free is abandoned.
 *
 * @param agents agents, always logged in
 * @param answerRate p
 * @param talkSeconds mean talk
 * @param wrapUpSeconds mean wrap-up
 * @param ringSeconds mean time from dial to answer or end
 * @param ringStages 1 for an exponential ring time, 2 for Erlang-2
 * @param waitSeconds how long a person waits
 * @param cap highest share of abandoned calls among live answers
 */
record World(
        int agents,
        double answerRate,
        double talkSeconds,
        double wrapUpSeconds,
        double ringSeconds,
        int ringStages,
        double waitSeconds,
        double cap) {
    static final int WRAP_UP_STAGES = 3;

    World {
        if (agents < 1 || agents > 12) {
            throw new IllegalArgumentException("the optimum can be computed for 1 to 12 agents, not for " + agents);
        }
        if (ringStages != 1 && ringStages != 2) {
            throw new IllegalArgumentException("the ring time has 1 or 2 stages, not " + ringStages);
        }
    }

    /** The world of the published table: p = 0.25, talk 120 s, wrap-up 22 s, ring 10 s, cap 3 %. */
    static World reference(int agents, int ringStages, double waitSeconds) {
        return new World(agents, 0.25, 120, 22, 10, ringStages, waitSeconds, 0.03);
    }

    double talkRate() {
        return 1 / talkSeconds;
    }

    double wrapUpStageRate() {
        return WRAP_UP_STAGES / wrapUpSeconds;
    }

    double ringStageRate() {
        return ringStages / ringSeconds;
    }

    /** Rate at which one who waits gives up. */
    double giveUpRate() {
        if (waitSeconds == 0) {
            return 0;
        }
        double m = wrapUpStageRate();
        return m / Math.expm1(m * waitSeconds);
    }

    /** How many may wait at once. */
    int mostWaiting() {
        return waitSeconds > 0 ? 2 : 0;
    }

    /** More calls at once than any good policy has: free agents need 1 / p each, and some are aimed at those who will be free. */
    int mostCalls() {
        return (int) Math.ceil((1.2 * agents + 2) / answerRate);
    }

    /** What "one call for each free agent" gives: an agent waits for 1 / p dials, one after another. */
    double progressive() {
        double busy = talkSeconds + wrapUpSeconds;
        return busy / (busy + ringSeconds / answerRate);
    }
}
