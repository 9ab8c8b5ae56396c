package io.tactus.sim.world;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** The trunks' own troubles, which strike before the callee's fate does. A trunk that was never mentioned works. */
public final class Carriers {
    private final SplittableRandom random;
    private final Map<String, Double> failureRates = new HashMap<>();

    /** Carriers whose failures follow from the seed and the order of the dials. */
    public Carriers(long seed) {
        this.random = new SplittableRandom(seed ^ 0x5DEECE66DL);
    }

    /** Makes the trunk refuse this share of its calls with congestion: 0 works, 1 is down. */
    public void setFailureRate(String trunk, double rate) {
        PopulationSettings.requireShare("failure rate of trunk " + trunk, rate);
        failureRates.put(trunk, rate);
    }

    /** The refusal by the trunk itself, if this call meets one. */
    public Optional<Fate> refuse(String trunk) {
        var rate = failureRates.getOrDefault(trunk, 0.0);
        return rate > 0 && random.nextDouble() < rate
                ? Optional.of(new Fate.Refused(Refusal.CONGESTION, Duration.ofMillis(60)))
                : Optional.empty();
    }
}
