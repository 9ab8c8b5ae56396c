package io.tactus.decision;

import io.tactus.floor.effect.NewsEffect.Paced;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Chooses which decisions are stored: each that launched calls or gave some up; of the others one for each campaign and interval. For one
 * thread.
 */
final class Thinner {
    private final long intervalMicros;
    private final Map<Long, Long> lastIdle = new HashMap<>();

    Thinner(Duration idleInterval) {
        this.intervalMicros = idleInterval.toNanos() / 1_000;
    }

    /** The decision as it is to be stored; empty when it is left out. */
    Optional<Paced> take(Paced decision) {
        if (decision.launched() + decision.released() > 0) {
            return Optional.of(decision);
        }
        Long last = lastIdle.get(decision.campaignId());
        if (last != null && decision.atMicros() - last < intervalMicros) {
            return Optional.empty();
        }
        lastIdle.put(decision.campaignId(), decision.atMicros());
        return Optional.of(decision);
    }
}
