package io.tactus.pacing.forecast;

/** Durations of up to a minute, counted in bins of half a second; an observation's weight fades with the number of later ones. */
final class DurationCounts {
    static final double BIN_SECONDS = 0.5;
    static final int BINS = 128;

    private final double[] weights = new double[BINS];
    private final double growth;
    private double unit = 1;

    /** @param memory number of observations after which a weight has fallen to 1/e */
    DurationCounts(double memory) {
        this.growth = StrictMath.exp(1 / memory);
    }

    static int bin(double seconds) {
        return (int) Math.clamp(seconds / BIN_SECONDS, 0, BINS - 1);
    }

    /** Spreads a prior of this weight over log-normal durations. */
    void prior(double weight, double medianSeconds, double sigma) {
        double sum = 0;
        double[] shape = new double[BINS];
        for (int i = 0; i < BINS; i++) {
            double z = StrictMath.log((i + 0.5) * BIN_SECONDS / medianSeconds) / sigma;
            shape[i] = StrictMath.exp(-z * z / 2) / (i + 0.5);
            sum += shape[i];
        }
        for (int i = 0; i < BINS; i++) {
            weights[i] += weight * shape[i] / sum;
        }
    }

    void add(double seconds) {
        unit *= growth;
        weights[bin(seconds)] += unit;
        if (unit > 1e6) {
            for (int i = 0; i < BINS; i++) {
                weights[i] /= unit;
            }
            unit = 1;
        }
    }

    void keep(String name, ForecastMemory.Writer memory) {
        memory.weights(name, weights, unit);
    }

    void recall(String name, ForecastMemory memory) {
        memory.findWeights(name, BINS).ifPresent(kept -> {
            System.arraycopy(kept, 0, weights, 0, BINS);
            unit = 1;
        });
    }

    /** Writes the distribution function: {@code cdf[i]} is the share of durations below {@code i} bins; the array has {@link #BINS} + 1 places. */
    void distribution(double[] cdf) {
        double sum = 0;
        for (int i = 0; i < BINS; i++) {
            cdf[i] = sum;
            sum += weights[i];
        }
        cdf[BINS] = sum;
        for (int i = 0; i <= BINS; i++) {
            cdf[i] /= sum;
        }
    }
}
