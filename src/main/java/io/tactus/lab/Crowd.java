package io.tactus.lab;

import io.tactus.lab.Scenario.Work;
import io.tactus.sim.world.Detection;
import io.tactus.sim.world.DetectorSettings;
import io.tactus.sim.world.Fate;
import io.tactus.sim.world.NumberPlan;
import io.tactus.sim.world.Party;
import io.tactus.sim.world.Population;
import io.tactus.sim.world.PopulationSettings;
import java.time.Duration;
import java.util.SplittableRandom;

/** The people of one campaign: who they are and what they do when they are called. The same lead always does the same. */
final class Crowd implements People {
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private static final double MACHINES_TAKEN_FOR_PERSONS = 0.10;

    private final Work work;
    private final long seed;
    private final Population people;

    Crowd(Work work, long seed) {
        this.work = work;
        this.seed = seed;
        this.people = new Population(seed, people(work), new NumberPlan());
    }

    /** How the people of this campaign are, save for what only the lab knows of: leads of their own, refusals, changing rates. */
    static PopulationSettings people(Work work) {
        return PopulationSettings.reference(work.answerRates().getFirst())
                .withTalkMean(Duration.ofNanos((long) (work.talk().seconds() * 1e9)))
                .withTalkSigma(work.talk().sigma())
                .withHangupsLeft(0)
                .withDetector(detector(work.detection().errors()));
    }

    /** Asterisk's AMD with the settings that the project recommends: over after 1.7 s. */
    private static DetectorSettings detector(double errors) {
        return new DetectorSettings(
                Duration.ofMillis(1_100),
                Duration.ofMillis(1_400),
                0.3,
                Duration.ofMillis(1_700),
                errors,
                MACHINES_TAKEN_FOR_PERSONS);
    }

    @Override
    public double promise(long lead) {
        return work.promised() ? ownRate(lead, work.answerRates().getFirst()) : 0;
    }

    @Override
    public Fate fateOf(long lead, double part) {
        int count = work.answerRates().size();
        double rate = work.answerRates().get(Math.min(count - 1, (int) (part * count)));
        double first = work.answerRates().getFirst();
        double own = Math.min(1, ownRate(lead, first) * rate / first);
        return work.dials() == null
                ? people.fateOf(Long.toString(lead), own)
                : MeasuredDials.fateOf(
                        work.dials(), work.talk(), own, new SplittableRandom(Long.rotateLeft(seed, 17) ^ lead * MIX));
    }

    private double ownRate(long lead, double mean) {
        if (work.leadSpread() == 0) {
            return mean;
        }
        SplittableRandom own = new SplittableRandom(seed ^ lead * MIX);
        double yes = gamma(work.leadSpread() * mean, own);
        double no = gamma(work.leadSpread() * (1 - mean), own);
        return Math.clamp(yes / (yes + no), 1e-4, 0.98);
    }

    /** A gamma variate of unit scale (Marsaglia and Tsang 2000; below shape 1 with their boost). */
    private static double gamma(double shape, SplittableRandom random) {
        if (shape < 1) {
            double boost = Math.pow(1 - random.nextDouble(), 1 / shape);
            return Math.max(1e-12, gamma(shape + 1, random) * boost);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = Math.pow(1 + c * x, 3);
            if (v > 0 && Math.log(1 - random.nextDouble()) < x * x / 2 + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }

    @Override
    public Duration talk(long lead, Party.Person person) {
        if (work.talk().refusalShare() == 0 && work.talk().quantiles().isEmpty()) {
            return person.talk();
        }
        SplittableRandom own = new SplittableRandom(~seed ^ lead * MIX);
        if (own.nextDouble() >= work.talk().refusalShare()) {
            return work.talk().quantiles().isEmpty()
                    ? person.talk()
                    : MeasuredDials.drawn(work.talk().quantiles(), own);
        }
        double seconds = -Math.log(1 - own.nextDouble()) * work.talk().refusalSeconds();
        return Duration.ofNanos((long) (seconds * 1e9));
    }

    @Override
    public Detection detect(long lead, Party party) {
        return people.detect(Long.toString(lead), party);
    }
}
