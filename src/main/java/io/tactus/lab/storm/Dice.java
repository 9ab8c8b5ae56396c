package io.tactus.lab.storm;

/**
 * Chance from the story's seed. Each throw depends on what it is for and on nothing that was thrown before, so that a story from which one
 * fault is taken away stays the same otherwise.
 */
final class Dice {
    private final long seed;

    Dice(long seed) {
        this.seed = mix(seed);
    }

    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** 0 up to 1. */
    double roll(String topic, long subject, long number) {
        return (mix(mix(mix(seed ^ topic.hashCode()) + subject) + number) >>> 11) * 0x1.0p-53;
    }

    boolean chance(double probability, String topic, long subject, long number) {
        return roll(topic, subject, number) < probability;
    }

    /** {@code from} up to, not including, {@code to}. */
    long between(long from, long to, String topic, long subject, long number) {
        return from + (long) (roll(topic, subject, number) * (to - from));
    }

    int below(int limit, String topic, long subject, long number) {
        return (int) between(0, limit, topic, subject, number);
    }
}
