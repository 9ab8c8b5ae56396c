package io.tactus.lab;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tactus lab erlang}: the floor's queue against theory. */
@Command(name = "erlang", description = "a queue of the floor in virtual time against Erlang C and Erlang A")
final class ErlangCommand implements Callable<Integer> {
    private static final double PATIENCE = 60;

    static final List<ErlangPoint> POINTS = List.of(
            new ErlangPoint(1, 0.7, 0),
            new ErlangPoint(2, 0.5, 0),
            new ErlangPoint(2, 0.9, 0),
            new ErlangPoint(5, 0.7, 0),
            new ErlangPoint(5, 0.85, 0),
            new ErlangPoint(10, 0.8, 0),
            new ErlangPoint(10, 0.9, 0),
            new ErlangPoint(25, 0.9, 0),
            new ErlangPoint(50, 0.9, 0),
            new ErlangPoint(50, 0.95, 0),
            new ErlangPoint(1, 0.8, PATIENCE),
            new ErlangPoint(2, 1.0, PATIENCE),
            new ErlangPoint(5, 0.8, PATIENCE),
            new ErlangPoint(5, 1.2, PATIENCE),
            new ErlangPoint(10, 0.9, PATIENCE),
            new ErlangPoint(10, 1.0, 15),
            new ErlangPoint(10, 1.5, PATIENCE),
            new ErlangPoint(25, 1.0, PATIENCE),
            new ErlangPoint(50, 0.96, PATIENCE),
            new ErlangPoint(50, 1.1, PATIENCE));

    @Option(
            names = "--runs",
            defaultValue = "30",
            description = "independent runs of each point, 10 or more (default 30)")
    int runs = 30;

    @Option(
            names = "--callers",
            defaultValue = "50000",
            description = "callers in a run, about, 1000 or more (default 50000)")
    int callers = 50_000;

    @Option(names = "--seed", defaultValue = "1", description = "seed of the first run (default 1)")
    long seed = 1;

    /** Probability that one figure or more of a right queue is called wrong. */
    @Option(
            names = "--error",
            defaultValue = "0.01",
            description = "probability of a false alarm over all figures (default 0.01)")
    double error = 0.01;

    @Override
    public Integer call() {
        if (runs < 10 || callers < 1_000 || !(error > 0 && error < 1)) {
            throw new IllegalArgumentException("expected 10 runs or more, 1,000 callers or more, and 0 < error < 1");
        }
        int figures = POINTS.size() * ErlangTrial.CHECKS;
        System.out.printf(
                Locale.ROOT,
                "the floor's queue in virtual time: talks exponential %.0f s, no wrap-up, one skill; %d runs of %,d callers, the first tenth left out%n"
                        + "%d figures are compared; each interval is at %.3f %%, so that a right queue fails once in %.0f (Bonferroni); theory's service%n"
                        + "time is the talk and what was measured between decision and bridge, and between end of talk and free agent%n",
                ErlangPoint.TALK_SECONDS,
                runs,
                callers,
                figures,
                100 * (1 - error / figures),
                1 / error);
        System.out.println(
                "| agents | load | patience s | callers | connect ms | figure | theory | measured | within 95 % | agrees |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|");
        int failed = 0;
        int usual = 0;
        long unresolved = 0;
        for (int i = 0; i < POINTS.size(); i++) {
            ErlangTrial trial = ErlangTrial.of(POINTS.get(i), runs, callers, seed + (long) i * runs, error / figures);
            unresolved += trial.unresolved();
            for (ErlangTrial.Check check : trial.checks()) {
                System.out.println(row(trial, check));
                failed += check.holds() ? 0 : 1;
                usual += check.usual().holds(check.theory()) ? 1 : 0;
            }
        }
        System.out.printf(
                "outside: %d of %d; within the plain 95 %% interval: %d (expected about %.0f); left out because the run ended: %d callers%n",
                failed, figures, usual, 0.95 * figures, unresolved);
        return failed == 0 ? 0 : 1;
    }

    private static String row(ErlangTrial trial, ErlangTrial.Check check) {
        ErlangPoint point = trial.point();
        return String.format(
                Locale.ROOT,
                "| %d | %.2f | %s | %,d | %.1f | %s | %.4f | %.4f ± %.4f | %s | %s |",
                point.agents(),
                point.load(),
                point.patienceSeconds() == 0 ? "-" : String.format(Locale.ROOT, "%.0f", point.patienceSeconds()),
                trial.callers(),
                1e3 * trial.connectSeconds(),
                check.what(),
                check.theory(),
                check.interval().mean(),
                check.interval().half(),
                check.usual().holds(check.theory()) ? "yes" : "no",
                check.holds() ? "yes" : "NO");
    }
}
