package io.tactus.lab.past;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An empirical distribution: values at the probabilities 0, 1/n, 2/n ... 1, on straight lines between them.
 */
public final class Quantiles {
    private Quantiles() {}

    /**
     * The distribution of a sample in so many parts. The highest value is set so that the mean is the sample's, since a straight line through a
     * long tail would be too long; it stays at or above the value before it.
     */
    public static List<Double> of(double[] sample, int parts) {
        if (sample.length == 0) {
            throw new IllegalArgumentException("a distribution needs values");
        }
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        double[] values = new double[parts + 1];
        for (int i = 0; i <= parts; i++) {
            double place = i / (double) parts * (sorted.length - 1);
            int low = (int) place;
            int high = Math.min(low + 1, sorted.length - 1);
            values[i] = sorted[low] + (place - low) * (sorted[high] - sorted[low]);
        }
        double mean = Arrays.stream(sorted).average().orElse(0);
        double others = values[0] / 2;
        for (int i = 1; i < parts; i++) {
            others += values[i];
        }
        values[parts] = Math.max(values[parts - 1], 2 * (parts * mean - others));
        List<Double> rounded = new ArrayList<>();
        for (double value : values) {
            rounded.add(Math.round(value * 1e3) / 1e3);
        }
        return List.copyOf(rounded);
    }

    /** The value that this share of the distribution does not exceed. @param share 0 to 1 */
    public static double at(List<Double> quantiles, double share) {
        double place = share * (quantiles.size() - 1);
        int low = Math.min((int) place, quantiles.size() - 2);
        double from = quantiles.get(low);
        return from + (place - low) * (quantiles.get(low + 1) - from);
    }

    /** The distribution's mean. */
    public static double mean(List<Double> quantiles) {
        double sum = (quantiles.getFirst() + quantiles.getLast()) / 2;
        for (int i = 1; i < quantiles.size() - 1; i++) {
            sum += quantiles.get(i);
        }
        return sum / (quantiles.size() - 1);
    }

    /** Fails when the values fall somewhere, are negative, or are fewer than two; none at all are well. @param name for the message */
    public static void require(String name, List<Double> quantiles) {
        for (int i = 0; i < quantiles.size(); i++) {
            double before = i == 0 ? 0 : quantiles.get(i - 1);
            if (quantiles.size() == 1 || !(quantiles.get(i) >= before)) {
                throw new IllegalArgumentException(
                        name + " must be at least two quantiles that rise from 0 or more, not " + quantiles);
            }
        }
    }
}
