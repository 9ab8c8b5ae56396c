package io.tactus.lab.erlang;

import java.util.Arrays;

/**
 * Confidence interval of a mean from independent runs, by Student's t.
 *
 * @param mean over the runs
 * @param half half of its width
 */
public record Interval(double mean, double half) {
    /** @param runs what each of them gave, 10 or more @param error probability that the interval misses the true mean, below 1 */
    public static Interval of(double[] runs, double error) {
        double mean = Arrays.stream(runs).average().orElseThrow();
        double squares = Arrays.stream(runs).map(x -> (x - mean) * (x - mean)).sum();
        double deviation = Math.sqrt(squares / (runs.length - 1));
        return new Interval(mean, student(error, runs.length - 1) * deviation / Math.sqrt(runs.length));
    }

    /** Whether the value is in it. */
    public boolean holds(double value) {
        return Math.abs(value - mean) <= half;
    }

    /**
     * Which |t| is exceeded with this probability; good to 1 % from 9 degrees of freedom on down to errors of 0.0005. Abramowitz and Stegun, Handbook of
     * Mathematical Functions, 26.7.5 and 26.2.23.
     */
    static double student(double error, int degrees) {
        double z = normal(error / 2);
        double z2 = z * z;
        double v = degrees;
        return z
                + z * (z2 + 1) / (4 * v)
                + z * ((5 * z2 + 16) * z2 + 3) / (96 * v * v)
                + z * (((3 * z2 + 19) * z2 + 17) * z2 - 15) / (384 * v * v * v)
                + z * ((((79 * z2 + 776) * z2 + 1_482) * z2 - 1_920) * z2 - 945) / (92_160 * v * v * v * v);
    }

    private static double normal(double tail) {
        double t = Math.sqrt(-2 * Math.log(tail));
        return t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
    }
}
