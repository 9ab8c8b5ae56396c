package io.tactus.sim.world;

import java.time.Duration;
import java.util.SplittableRandom;

/** One dial's own random numbers. They depend on the seed, the number and how often it was dialled, not on what else goes on. */
final class Draw {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private final SplittableRandom random;

    Draw(long seed, String number, int ordinal) {
        var hash = seed;
        for (var i = 0; i < number.length(); i++) {
            hash = (hash ^ number.charAt(i)) * GOLDEN_GAMMA;
            hash ^= hash >>> 32;
        }
        this.random = new SplittableRandom(hash + ordinal * GOLDEN_GAMMA);
    }

    double uniform() {
        return random.nextDouble();
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    Duration exponential(Duration mean) {
        return seconds(-Math.log1p(-random.nextDouble()) * seconds(mean));
    }

    /** Log-normal by its median and the sigma of its logarithm. */
    Duration logNormal(Duration median, double sigma) {
        return seconds(seconds(median) * Math.exp(sigma * random.nextGaussian()));
    }

    /** Log-normal by its own mean and the sigma of its logarithm. */
    Duration logNormalByMean(Duration mean, double sigma) {
        return seconds(LogNormal.bySigma(seconds(mean), sigma, random.nextGaussian()));
    }

    /** Log-normal by its own mean and standard deviation. */
    Duration logNormalByDeviation(Duration mean, Duration deviation) {
        return seconds(LogNormal.of(seconds(mean), seconds(deviation) / seconds(mean), random.nextGaussian()));
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private static Duration seconds(double seconds) {
        return Duration.ofNanos((long) (seconds * 1e9));
    }
}
