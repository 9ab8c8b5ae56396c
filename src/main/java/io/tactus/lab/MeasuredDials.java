package io.tactus.lab;

import io.tactus.lab.past.Quantiles;
import io.tactus.sim.world.Fate;
import io.tactus.sim.world.Party;
import io.tactus.sim.world.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** Fates of dials drawn from what was measured. */
final class MeasuredDials {
    static final Duration RINGS_AFTER = Duration.ofMillis(1_500);
    private static final double PATIENCE_MEDIAN = 6;
    private static final double PATIENCE_SIGMA = 0.5;

    private MeasuredDials() {}

    /** The fate of one dial. @param rate probability that a person answers it */
    static Fate fateOf(Scenario.Dials dials, Scenario.Talk talks, double rate, SplittableRandom random) {
        if (random.nextDouble() < rate) {
            return answered(drawn(dials.answerSeconds(), random), person(talk(talks, random), patience(dials, random)));
        }
        double kind = random.nextDouble();
        double refused = dials.busy() + dials.invalid() + dials.congestion() + dials.rejected();
        if (kind < refused) {
            return new Fate.Refused(refusal(dials, kind), drawn(dials.refusalSeconds(), random));
        }
        if (kind < refused + dials.machine()) {
            return answered(drawn(dials.machineSeconds(), random), machine());
        }
        return new Fate.RingsOut(RINGS_AFTER);
    }

    private static Refusal refusal(Scenario.Dials dials, double kind) {
        if (kind < dials.busy()) {
            return Refusal.BUSY;
        }
        if (kind < dials.busy() + dials.invalid()) {
            return Refusal.INVALID;
        }
        return kind < dials.busy() + dials.invalid() + dials.congestion() ? Refusal.CONGESTION : Refusal.REJECTED;
    }

    private static Duration talk(Scenario.Talk talks, SplittableRandom random) {
        return talks.quantiles().isEmpty()
                ? seconds(talks.seconds()
                        * Math.exp(talks.sigma() * random.nextGaussian() - talks.sigma() * talks.sigma() / 2))
                : drawn(talks.quantiles(), random);
    }

    private static Duration patience(Scenario.Dials dials, SplittableRandom random) {
        return dials.patienceSeconds().isEmpty()
                ? seconds(PATIENCE_MEDIAN * Math.exp(PATIENCE_SIGMA * random.nextGaussian()))
                : drawn(dials.patienceSeconds(), random);
    }

    /** A person who talks and waits so long. */
    static Party.Person person(Duration talk, Duration patience) {
        return new Party.Person(talk, patience, patience, Duration.ZERO, true);
    }

    static Party.Machine machine() {
        return new Party.Machine(Duration.ZERO, Duration.ZERO);
    }

    /** Somebody, or something, that answers after this time. */
    static Fate answered(Duration after, Party party) {
        return new Fate.Answered(after.compareTo(RINGS_AFTER) < 0 ? after : RINGS_AFTER, after, party);
    }

    static Duration drawn(List<Double> quantiles, SplittableRandom random) {
        return seconds(Quantiles.at(quantiles, random.nextDouble()));
    }

    static Duration seconds(double seconds) {
        return Duration.ofNanos((long) (seconds * 1e9));
    }
}
