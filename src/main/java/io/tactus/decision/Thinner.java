package io.tactus.decision;

import io.tactus.floor.effect.NewsEffect.Paced;
import io.tactus.floor.effect.NewsEffect.Shadowed;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Chooses which decisions are stored: each that launched calls or gave some up; of the others one for each campaign and interval. What the
 * shadow wanted at a decision that is left out is added to the next one that is stored, so that sums over the table are whole. For one thread.
 */
final class Thinner {
    private record Cell(long campaignId, String node) {}

    private final long intervalMicros;
    private final Map<Long, Long> lastIdle = new HashMap<>();
    private final Map<Cell, Shadowed> carried = new HashMap<>();

    Thinner(Duration idleInterval) {
        this.intervalMicros = idleInterval.toNanos() / 1_000;
    }

    /** The decision as it is to be stored; empty when it is left out. */
    Optional<Paced> take(Paced decision) {
        Cell cell = new Cell(decision.campaignId(), decision.node());
        decision.shadow().ifPresent(shadow -> carried.merge(cell, shadow, Thinner::sum));
        if (decision.launched() + decision.released() == 0) {
            Long last = lastIdle.get(decision.campaignId());
            if (last != null && decision.atMicros() - last < intervalMicros) {
                return Optional.empty();
            }
            lastIdle.put(decision.campaignId(), decision.atMicros());
        }
        return Optional.of(decision.withShadow(Optional.ofNullable(carried.remove(cell))));
    }

    private static Shadowed sum(Shadowed before, Shadowed now) {
        if (before.mode() != now.mode()) {
            return now;
        }
        double compared = Math.max(1, before.compared() + now.compared());
        return new Shadowed(
                now.mode(),
                before.launches() + now.launches(),
                before.releases() + now.releases(),
                now.reason(),
                (before.risk() * before.compared() + now.risk() * now.compared()) / compared,
                (before.liveRisk() * before.compared() + now.liveRisk() * now.compared()) / compared,
                before.compared() + now.compared(),
                before.differed() + now.differed());
    }
}
