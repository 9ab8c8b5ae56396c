package io.tactus.pacing.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a campaign has learnt, as plain numbers under names, so that it outlives the process. A part that is missing leaves its estimator at
 * the prior; so a newer engine reads what an older one wrote.
 *
 * @param version of the form; another one is not understood
 */
public record ForecastMemory(int version, List<Part> parts) {
    /** The form that this engine writes. */
    public static final int VERSION = 1;

    /** Copies the list. */
    public ForecastMemory {
        parts = List.copyOf(parts);
    }

    /** The numbers of one estimator. */
    public record Part(String name, List<Double> values) {
        /** Copies the list. */
        public Part {
            values = List.copyOf(values);
        }
    }

    /** Collects parts. */
    public static final class Writer {
        private final List<Part> parts = new ArrayList<>();

        /** Writes numbers as they are. */
        public void exact(String name, double... values) {
            parts.add(new Part(name, Arrays.stream(values).boxed().toList()));
        }

        /** Writes weights: to a millionth, which keeps them short. */
        void weights(String name, double[] values, double unit) {
            parts.add(new Part(
                    name,
                    Arrays.stream(values)
                            .map(value -> Math.round(value / unit * 1e6) / 1e6)
                            .boxed()
                            .toList()));
        }

        /** All parts written so far. */
        public ForecastMemory memory() {
            return new ForecastMemory(VERSION, parts);
        }
    }

    /**
     * The numbers of a part; empty when it is not there.
     *
     * @throws IllegalArgumentException when there are not so many, or one is not a number
     */
    public Optional<double[]> find(String name, int length) {
        Optional<double[]> found = find(name);
        found.ifPresent(values -> require(values.length == length, name, values.length, Integer.toString(length)));
        return found;
    }

    /** The numbers of a part that has so many for each of something, none of them below 0. */
    Optional<double[]> findRows(String name, int width) {
        Optional<double[]> found = find(name);
        found.ifPresent(values -> {
            require(values.length % width == 0, name, values.length, "a multiple of " + width);
            requireWeights(name, values);
        });
        return found;
    }

    private static void require(boolean right, String name, int length, String expected) {
        if (!right) {
            throw new IllegalArgumentException("%s has %d numbers, expected %s".formatted(name, length, expected));
        }
    }

    private Optional<double[]> find(String name) {
        for (Part part : parts) {
            if (part.name().equals(name)) {
                double[] values =
                        part.values().stream().mapToDouble(Double::doubleValue).toArray();
                if (!Arrays.stream(values).allMatch(Double::isFinite)) {
                    throw new IllegalArgumentException(name + " holds what is not a number");
                }
                return Optional.of(values);
            }
        }
        return Optional.empty();
    }

    /** The same for numbers that cannot be below 0. */
    Optional<double[]> findWeights(String name, int length) {
        Optional<double[]> values = find(name, length);
        values.ifPresent(all -> requireWeights(name, all));
        return values;
    }

    private static void requireWeights(String name, double[] values) {
        if (Arrays.stream(values).anyMatch(value -> value < 0)) {
            throw new IllegalArgumentException(name + " holds a negative weight");
        }
    }

    /** Refuses another version. */
    public void requireKnown() {
        if (version != VERSION) {
            throw new IllegalArgumentException("version is " + version + ", expected " + VERSION);
        }
    }
}
