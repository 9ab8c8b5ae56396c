package io.tactus.pacing.predictive;

/** The normal distribution. */
final class Normal {
    private Normal() {}

    /**
     * Probability of a value below z. Abramowitz and Stegun, Handbook of Mathematical Functions (1964), formula 26.2.17; its error is below 7.5e-8.
     */
    static double below(double z) {
        double t = 1 / (1 + 0.2316419 * Math.abs(z));
        double density = 0.3989422804014327 * StrictMath.exp(-z * z / 2);
        double tail = density
                * t
                * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return z >= 0 ? 1 - tail : tail;
    }
}
