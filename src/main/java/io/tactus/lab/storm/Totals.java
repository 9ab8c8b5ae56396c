package io.tactus.lab.storm;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the stories have covered so far. */
final class Totals {
    long stories;
    long calm;
    long steps;
    long effects;
    long calls;
    long lives;
    long checks;
    long budgetsWatched;
    double callSeconds;
    double storySeconds;
    final Map<Fault.Kind, Long> faults = new EnumMap<>(Fault.Kind.class);

    void add(List<Fault> struck) {
        struck.forEach(fault -> faults.merge(fault.kind(), 1L, Long::sum));
    }

    double callHours() {
        return callSeconds / 3_600;
    }
}
