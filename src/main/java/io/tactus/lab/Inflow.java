package io.tactus.lab;

import io.tactus.lab.Scenario.Inbound;
import io.tactus.lab.past.Quantiles;
import io.tactus.sim.time.VirtualTimeScheduler;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.LongConsumer;

/** Those who call in: when they come (Poisson), how long they wait at most and how long they talk. */
final class Inflow {
    /** Above the ids of leads. */
    private static final long FIRST_CALL = 1_000_000_000_000L;

    private final Inbound callers;
    private final double perSecond;
    private final VirtualTimeScheduler time;
    private final LongConsumer comes;
    private final SplittableRandom random;
    private final SplittableRandom patience;
    private long next = FIRST_CALL;

    /** @param comes is told the id of each caller */
    Inflow(Scenario scenario, long seed, VirtualTimeScheduler time, LongConsumer comes) {
        this.callers = scenario.callers();
        this.perSecond = callers.load()
                * scenario.agents().count()
                / (callers.talk().seconds() + callers.wrapUp().seconds());
        this.time = time;
        this.comes = comes;
        this.random = new SplittableRandom(seed ^ 0x5DEECE66DL);
        this.patience = new SplittableRandom(seed ^ 0x2545F4914F6CDD1DL);
    }

    /** Lets the next one come, and so on. */
    void begin() {
        if (callers.any()) {
            time.after(seconds(-Math.log(1 - random.nextDouble()) / perSecond), () -> {
                comes.accept(next++);
                begin();
            });
        }
    }

    /** How long the next one bears to wait; empty: for ever. */
    Optional<Duration> patience() {
        return callers.patienceSeconds() == 0
                ? Optional.empty()
                : Optional.of(seconds(-Math.log(1 - patience.nextDouble()) * callers.patienceSeconds()));
    }

    Duration talk() {
        Scenario.Talk talk = callers.talk();
        if (random.nextDouble() < talk.refusalShare()) {
            return seconds(-Math.log(1 - random.nextDouble()) * talk.refusalSeconds());
        }
        return seconds(
                talk.quantiles().isEmpty()
                        ? talk.seconds()
                                * Math.exp(talk.sigma() * random.nextGaussian() - talk.sigma() * talk.sigma() / 2)
                        : Quantiles.at(talk.quantiles(), random.nextDouble()));
    }

    private static Duration seconds(double seconds) {
        return Duration.ofNanos((long) (seconds * 1e9));
    }
}
