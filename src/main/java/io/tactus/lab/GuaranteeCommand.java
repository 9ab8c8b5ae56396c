package io.tactus.lab;

import io.tactus.pacing.predictive.PredictivePolicy;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tactus lab guarantee}: the abandonment cap over many hostile campaigns. */
@Command(name = "guarantee", description = "the abandonment cap of predictive pacing over many hostile campaigns")
final class GuaranteeCommand implements Callable<Integer> {
    /** Below this many live answers under a cap, one abandoned call more or less decides. */
    private static final double ABANDONED_ALLOWED = 6;

    private static final int SHOWN = 5;

    @Option(names = "--worlds", defaultValue = "1000", description = "worlds to run (default 1000)")
    int worlds = 1_000;

    @Option(names = "--seed", defaultValue = "1", description = "seed of the first world (default 1)")
    long seed = 1;

    /** One campaign at the end of its period. */
    record End(long seed, int campaign, int agents, double cap, RunResult.Account account) {
        boolean large() {
            return cap * account.liveAnswers() >= ABANDONED_ALLOWED;
        }

        boolean over() {
            return account.abandonment() > cap;
        }

        double excess() {
            return account.abandoned() - cap * account.liveAnswers();
        }

        String line() {
            return String.format(
                    Locale.ROOT,
                    "world %d, campaign %d: %d agents, cap %.0f %%, %d abandoned of %d (%.2f %%)",
                    seed,
                    campaign,
                    agents,
                    100 * cap,
                    account.abandoned(),
                    account.liveAnswers(),
                    100 * account.abandonment());
        }
    }

    @Override
    public Integer call() {
        List<End> ends = LongStream.range(seed, seed + worlds)
                .parallel()
                .boxed()
                .flatMap(GuaranteeCommand::run)
                .toList();
        List<End> large = ends.stream()
                .filter(end -> end.large() && !phonesDie(end.seed()))
                .toList();
        List<End> cut = ends.stream()
                .filter(end -> end.large() && phonesDie(end.seed()))
                .toList();
        List<End> small = ends.stream().filter(end -> !end.large()).toList();
        System.out.printf(Locale.ROOT, "%d campaigns in %d worlds, all cold started%n", ends.size(), worlds);
        print("whose cap allows " + (int) ABANDONED_ALLOWED + " abandoned calls or more", large);
        print("the same where many phones die at once, which no pacing can foresee", cut);
        print("with fewer answers than that", small);
        return large.stream().anyMatch(End::over) ? 1 : 0;
    }

    private static boolean phonesDie(long seed) {
        return Hostile.world(seed).agents().absences().stream().anyMatch(Scenario.Absence::sudden);
    }

    /** The ends of all campaigns of the world of this seed. */
    static Stream<End> run(long seed) {
        Scenario world = Hostile.world(seed);
        RunResult result = LabRun.run(world, new PredictivePolicy(), seed);
        return IntStream.range(0, result.accounts().size())
                .mapToObj(i -> new End(
                        seed,
                        i + 1,
                        world.agents().count(),
                        world.campaigns().get(i).cap(),
                        result.accounts().get(i)));
    }

    private static void print(String which, List<End> ends) {
        long over = ends.stream().filter(End::over).count();
        double highest = ends.stream().mapToDouble(End::excess).max().orElse(0);
        System.out.printf(
                Locale.ROOT,
                "%s: %d, over their cap at the end: %d; furthest from it: %.1f abandoned calls%n",
                which,
                ends.size(),
                over,
                highest);
        ends.stream()
                .filter(End::over)
                .sorted(Comparator.comparingDouble(End::excess).reversed())
                .limit(SHOWN)
                .forEach(end -> System.out.println("    " + end.line() + "\n        " + Hostile.world(end.seed())));
    }
}
