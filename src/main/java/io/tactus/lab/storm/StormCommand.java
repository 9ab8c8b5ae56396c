package io.tactus.lab.storm;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tactus lab storm}: the engine in a hostile world, story after story. */
@Command(name = "storm", description = "the engine in a hostile world, every promise checked at every step")
public final class StormCommand implements Callable<Integer> {
    /** Kept here so that its level stays: the engine's own warnings are a thousand a second. */
    private static final Logger ENGINE_LOG = Logger.getLogger("io.tactus.dialing");

    private static final long PROGRESS_NANOS = Duration.ofSeconds(10).toNanos();

    @Option(names = "--minutes", defaultValue = "2", description = "how long (default 2)")
    double minutes = 2;

    @Option(names = "--from", defaultValue = "1", description = "seed of the first story (default 1)")
    long from = 1;

    @Option(names = "--seed", description = "tell the story of this seed alone")
    Optional<Long> seed = Optional.empty();

    @Override
    public Integer call() {
        ENGINE_LOG.setLevel(Level.OFF);
        Totals totals = new Totals();
        if (seed.isPresent()) {
            return tell(seed.get(), totals) ? figures(totals) : 1;
        }
        long begin = System.nanoTime();
        long end = begin + (long) (minutes * Duration.ofMinutes(1).toNanos());
        long shown = begin;
        long next = from;
        while (System.nanoTime() < end) {
            if (!tell(next++, totals)) {
                return 1;
            }
            if (System.nanoTime() - shown > PROGRESS_NANOS) {
                shown = System.nanoTime();
                System.out.printf(
                        Locale.ROOT,
                        "%d stories, %,d steps, %,.0f call-hours%n",
                        totals.stories,
                        totals.steps,
                        totals.callHours());
            }
        }
        return figures(totals);
    }

    /** Tells one story; when a promise is broken, the shortest story in which it is. */
    private static boolean tell(long seed, Totals totals) {
        Story.Ending ending = Story.tell(seed, totals);
        if (ending.good()) {
            return true;
        }
        System.out.printf(
                "A promise is broken with seed %d: %s%nLooking for the shortest story.%n", seed, ending.promise());
        Shrinker.Shortest shortest = Shrinker.shortest(seed);
        System.out.printf(
                "%nShortest story of seed %d: %s; %d fault%s (of %d)%n",
                seed,
                shortest.plan().words(),
                shortest.faults().size(),
                shortest.faults().size() == 1 ? "" : "s",
                ending.faults().size());
        shortest.told().forEach(System.out::println);
        System.out.printf("%nBroken: %s%nAgain: ./tactus lab storm --seed %d%n", shortest.promise(), seed);
        return false;
    }

    private static int figures(Totals totals) {
        System.out.printf(
                Locale.ROOT,
                "%nstories              %,d, %,d of them calm%n"
                        + "simulated time       %,.1f h%n"
                        + "simulated calls      %,d, %,.1f call-hours%n"
                        + "steps of the engine  %,d, %,d effects, %,d lives%n"
                        + "promises checked     %,d, among them %,d answers to be served within 2.0 s%n",
                totals.stories,
                totals.calm,
                totals.storySeconds / 3_600,
                totals.calls,
                totals.callHours(),
                totals.steps,
                totals.effects,
                totals.lives,
                totals.checks,
                totals.budgetsWatched);
        totals.faults.forEach((kind, count) -> System.out.printf(Locale.ROOT, "  %-18s %,d%n", kind.words(), count));
        System.out.println("Broken promises: 0");
        return 0;
    }
}
