package io.tactus.sim.world;

/** Log-normal lengths of time, by their own mean. */
public final class LogNormal {
    private LogNormal() {}

    /**
     * One of them, in the unit of the mean.
     *
     * @param variation standard deviation over the mean
     * @param gaussian a draw of the standard normal distribution
     */
    public static double of(double mean, double variation, double gaussian) {
        return bySigma(mean, Math.sqrt(Math.log1p(variation * variation)), gaussian);
    }

    /** The same by the standard deviation of the logarithm. */
    static double bySigma(double mean, double sigma, double gaussian) {
        return mean * Math.exp(sigma * gaussian - sigma * sigma / 2);
    }
}
