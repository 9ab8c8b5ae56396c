package io.tactus.lab;

import io.tactus.lab.Scenario.Absence;
import io.tactus.lab.Scenario.Inbound;
import io.tactus.lab.Scenario.Listening;
import io.tactus.lab.Scenario.MeansUsed;
import io.tactus.lab.Scenario.Span;
import io.tactus.lab.Scenario.Staff;
import io.tactus.lab.Scenario.Talk;
import io.tactus.lab.Scenario.Work;
import io.tactus.lab.Scenario.WrapUp;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Worlds drawn at random to break the abandonment cap: everything that the lab can do to a campaign, several things at once. */
final class Hostile {
    private static final double[] CAPS = {0.01, 0.03, 0.05};
    /** Large teams take long to simulate. */
    private static final double LARGE_TEAMS = 0.02;

    private final SplittableRandom random;

    private Hostile(long seed) {
        random = new SplittableRandom(seed);
    }

    /** The world of this seed: a cold start with 1 to 40 agents, or once in fifty worlds 100 to 499, and 4 to 8 hours. */
    static Scenario world(long seed) {
        return new Hostile(seed).draw();
    }

    private Scenario draw() {
        double hours = 4 + random.nextInt(5);
        int count = maybe(LARGE_TEAMS)
                ? 100 + random.nextInt(400)
                : (int) Math.round(Math.exp(random.nextDouble() * Math.log(40)));
        Staff staff = new Staff(
                count,
                maybe(0.3) ? 0.4 : 0,
                maybe(0.3) ? 30 + random.nextInt(60) : 0,
                5 + random.nextInt(15),
                absences(hours),
                0);
        List<Work> campaigns = new ArrayList<>();
        for (int i = maybe(0.25) ? 2 : 1; i > 0; i--) {
            campaigns.add(work());
        }
        List<Span> outages = outages(hours);
        return new Scenario("drawn at random", staff, campaigns, callers(), outages, 0, hours);
    }

    private boolean maybe(double probability) {
        return random.nextDouble() < probability;
    }

    private List<Absence> absences(double hours) {
        List<Absence> absences = new ArrayList<>();
        for (int i = maybe(0.5) ? 1 + random.nextInt(3) : 0; i > 0; i--) {
            absences.add(new Absence(
                    random.nextDouble() * hours * 60,
                    1 + random.nextInt(40),
                    random.nextDouble(),
                    random.nextBoolean()));
        }
        return absences;
    }

    private Inbound callers() {
        double load = maybe(0.25) ? 0.1 + 0.5 * random.nextDouble() : 0;
        return new Inbound(
                load, new Talk(60 + random.nextInt(200), 0.9, 0, 1), new WrapUp(5 + random.nextInt(30), 0.4), 0);
    }

    private List<Span> outages(double hours) {
        List<Span> outages = new ArrayList<>();
        for (int i = maybe(0.3) ? 1 + random.nextInt(3) : 0; i > 0; i--) {
            outages.add(new Span(random.nextDouble() * hours * 60, 1 + random.nextInt(15)));
        }
        return outages;
    }

    private Listening listening() {
        return new Listening(maybe(0.3), 0.05 * Math.pow(random.nextDouble(), 3), random.nextBoolean());
    }

    private Work work() {
        List<Double> rates = new ArrayList<>();
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            rates.add(0.05 + 0.6 * random.nextDouble());
        }
        MeansUsed means = new MeansUsed(maybe(0.5) ? 15 : 0, maybe(0.5), maybe(0.3) ? 5 : 0);
        return new Work(
                1 + random.nextInt(3),
                CAPS[random.nextInt(CAPS.length)],
                15 + random.nextInt(20),
                means,
                rates,
                maybe(0.5) ? 1 + random.nextInt(8) : 0,
                random.nextBoolean(),
                new Talk(20 + random.nextInt(300), 0.3 + random.nextDouble(), maybe(0.4) ? 0.6 : 0, 8),
                new WrapUp(2 + random.nextInt(60), 0.2 + random.nextDouble()),
                random.nextBoolean(),
                listening(),
                null);
    }
}
