package io.tactus.lab;

import io.tactus.pacing.PacingPolicy;
import io.tactus.pacing.ProgressivePolicy;
import io.tactus.pacing.predictive.PredictivePolicy;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The policies that can be compared, by name. */
final class Policies {
    /**
     * One competitor.
     *
     * @param make a fresh policy for each run, since some remember
     * @param means what it may do besides dialling
     */
    record Competitor(String name, Supplier<PacingPolicy> make, UnaryOperator<Scenario> means) {}

    private static final Map<String, Competitor> ALL = new LinkedHashMap<>();

    static {
        add("predictive", PredictivePolicy::new);
        ALL.put(
                "predictive-release",
                new Competitor(
                        "predictive-release",
                        PredictivePolicy::new,
                        scenario -> scenario.withReleaseRung(Duration.ofSeconds(15))));
        add("progressive", ProgressivePolicy::new);
    }

    private Policies() {}

    private static void add(String name, Supplier<PacingPolicy> make) {
        ALL.put(name, new Competitor(name, make, UnaryOperator.identity()));
    }

    /** The policy of this name. */
    static Competitor get(String name) {
        Competitor found = ALL.get(name);
        if (found == null) {
            throw new IllegalArgumentException(
                    "there is no policy '" + name + "'; known: " + String.join(", ", ALL.keySet()));
        }
        return found;
    }
}
