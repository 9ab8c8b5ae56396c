package io.tactus.lab.erlang;

/**
 * A queue with Poisson arrivals, exponential service times and, if at all, exponential patience, in its steady state: Erlang C (A. K. Erlang 1917), and
 * Erlang A (C. Palm 1946; O. Garnett, A. Mandelbaum, M. Reiman, Designing a call center with impatient customers, Manufacturing and Service Operations
 * Management 4 (2002), 208-227). Both are the birth and death process with births at the rate of arrivals and deaths at min(n, agents) / service time +
 * max(0, n - agents) / patience when n callers are there.
 *
 * @param agents 1 or more
 * @param arrivalsPerSecond above 0
 * @param serviceSeconds mean, above 0
 * @param patienceSeconds mean, above 0; {@link Double#POSITIVE_INFINITY} when nobody gives up, and then the load must be below 1
 */
public record ErlangQueue(int agents, double arrivalsPerSecond, double serviceSeconds, double patienceSeconds) {
    private static final double NEGLIGIBLE = 1e-16;

    /** @throws IllegalArgumentException when there is no steady state, or a figure is out of range */
    public ErlangQueue {
        if (agents < 1 || !(arrivalsPerSecond > 0) || !(serviceSeconds > 0) || !(patienceSeconds > 0)) {
            throw new IllegalArgumentException(
                    "%d agents, %s arrivals a second, service %s s, patience %s s: expected all above 0"
                            .formatted(agents, arrivalsPerSecond, serviceSeconds, patienceSeconds));
        }
        if (Double.isInfinite(patienceSeconds) && arrivalsPerSecond * serviceSeconds >= agents) {
            throw new IllegalArgumentException("load %s on %d agents, and nobody gives up: the queue grows for ever"
                    .formatted(arrivalsPerSecond * serviceSeconds, agents));
        }
    }

    /** Probability that a caller finds no free agent. */
    public double waitProbability() {
        return solve().waits;
    }

    /** Mean wait of all callers in seconds, those who do not wait and those who give up included. */
    public double meanWaitSeconds() {
        // Little's law.
        return solve().queueLength / arrivalsPerSecond;
    }

    /** Share of the callers who give up. */
    public double abandonment() {
        return meanWaitSeconds() / patienceSeconds;
    }

    /** @param waits probability that all agents are busy @param queueLength mean number of those who wait */
    private record Steady(double waits, double queueLength) {}

    /** Sums up the probabilities, each over that of exactly as many callers as agents. */
    private Steady solve() {
        double below = 0;
        double each = 1;
        for (int n = agents; n > 0; n--) {
            each *= n / (arrivalsPerSecond * serviceSeconds);
            below += each;
        }
        double all = 1;
        double waiting = 0;
        each = 1;
        for (int more = 1; each > NEGLIGIBLE * all; more++) {
            double step = arrivalsPerSecond / (agents / serviceSeconds + more / patienceSeconds);
            each *= step;
            all += each;
            waiting += more * each;
        }
        return new Steady(all / (all + below), waiting / (all + below));
    }
}
