package io.tactus.pacing.predictive;

import io.tactus.pacing.forecast.AnswerForecast;

/**
 * Probability that a call launched now, when it is answered, finds nobody: the mean over the horizons of
 *
 * <pre>P( spare + Rel - Ans &lt;= 0 )</pre>
 *
 * <p>where Rel, the agents who get free by then, and Ans, the calls answered by then, are sums of independent yes / no events (Poisson-binomial).
 * Small floors are computed by convolution, large ones by the normal distribution with the same mean and variance; reused, so that a
 * decision makes no garbage.
 */
final class Risk {
    private static final int HORIZONS = AnswerForecast.HORIZONS;
    /** Busy agents and calls up to which the distributions are convolved. */
    static final int EXACT_AGENTS = 30;

    static final int EXACT_CALLS = 120;

    /** Callers up to whom the distribution of arrivals is written out; as many places of the calls are theirs. */
    private static final int MOST_ARRIVALS = 20;

    private final double[][] released = new double[HORIZONS][EXACT_AGENTS + 1];
    private final double[][] asked = new double[HORIZONS][EXACT_CALLS + 1];
    private final double[] mean = new double[HORIZONS];
    private final double[] free = new double[HORIZONS];
    private final double[] variance = new double[HORIZONS];
    private int agents;
    private int calls;
    private int spare;
    private boolean exact;

    /** Begins anew, with the free agents and the persons who wait for one. */
    void begin(int freeAgents, int waiting) {
        spare = freeAgents - waiting;
        agents = 0;
        calls = 0;
        exact = true;
        for (int k = 0; k < HORIZONS; k++) {
            mean[k] = spare;
            free[k] = freeAgents;
            variance[k] = 0;
            released[k][0] = 1;
            asked[k][0] = 1;
        }
    }

    /** So many callers are expected by horizon k (Poisson), who take agents too. Before the first call is counted. */
    void arrivals(int k, double expected) {
        mean[k] -= expected;
        variance[k] += expected;
        calls = MOST_ARRIVALS;
        exact &= expected < MOST_ARRIVALS / 3.0;
        if (exact) {
            double probability = StrictMath.exp(-expected);
            double rest = 1;
            for (int i = 0; i < MOST_ARRIVALS; i++) {
                asked[k][i] = probability;
                rest -= probability;
                probability *= expected / (i + 1);
            }
            asked[k][MOST_ARRIVALS] = Math.max(0, rest);
        }
    }

    /** Counts an agent who may get free: follow with {@link #release} for each horizon. */
    void addAgent() {
        agents++;
        exact &= agents <= EXACT_AGENTS;
    }

    /** The agent counted last is free by horizon k with this probability. */
    void release(int k, double probability) {
        mean[k] += probability;
        free[k] += probability;
        variance[k] += probability * (1 - probability);
        if (exact) {
            convolve(released[k], agents, probability);
        }
    }

    /** Counts a call that may be answered: follow with {@link #answer} for each horizon. */
    void addCall() {
        calls++;
        exact &= calls <= EXACT_CALLS;
    }

    /** The call counted last asks for an agent by horizon k with this probability. */
    void answer(int k, double probability) {
        mean[k] -= probability;
        variance[k] += probability * (1 - probability);
        if (exact) {
            convolve(asked[k], calls, probability);
        }
    }

    private static void convolve(double[] distribution, int count, double probability) {
        distribution[count] = distribution[count - 1] * probability;
        for (int i = count - 1; i > 0; i--) {
            distribution[i] += (distribution[i - 1] - distribution[i]) * probability;
        }
        distribution[0] *= 1 - probability;
    }

    /** The risk as things stand. */
    double value() {
        double sum = 0;
        for (int k = 0; k < HORIZONS; k++) {
            sum += exact ? convolved(k) : normal(k);
        }
        return sum / HORIZONS;
    }

    /** P(spare + Rel - Ans <= 0) = sum over r of P(Rel = r) P(Ans >= spare + r). */
    private double convolved(int k) {
        double[] asks = asked[k];
        double tail = 1;
        int below = 0;
        double sum = 0;
        for (int r = 0; r <= agents; r++) {
            int needed = spare + r;
            while (below < needed && below <= calls) {
                tail -= asks[below++];
            }
            if (below > calls && needed > calls) {
                break;
            }
            sum += released[k][r] * Math.max(0, tail);
        }
        return sum;
    }

    private double normal(int k) {
        double deviation = Math.sqrt(variance[k]);
        return deviation < 1e-6 ? (mean[k] <= 0 ? 1 : 0) : Normal.below((0.5 - mean[k]) / deviation);
    }

    /** Agents expected to be free by horizon k, those who wait for them left aside. */
    double expectedFree(int k) {
        return free[k];
    }

    /** Persons expected to have asked for an agent by horizon k, those who wait now included. */
    double expectedAnswers(int k) {
        return free[k] - mean[k];
    }
}
