package io.tactus.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tactus lab compare}: policies side by side in the same worlds. */
@Command(name = "compare", description = "policies side by side, with the same seeds")
final class CompareCommand implements Callable<Integer> {
    private static final String HEAD =
            "scenario,policy,agents,answerRate,talkSeconds,utilisation,utilisationCi,abandonment,"
                    + "shareOverCap,waitSeconds,dialsPerConnect";

    @Option(
            names = "--scenario",
            defaultValue = "reference",
            description = "reference, or shift: cold start and steps of the answer rate")
    String scenario = "reference";

    @Option(names = "--agents", split = ",", defaultValue = "5,10,25,100", description = "sizes of the team")
    List<Integer> agents = List.of();

    @Option(
            names = "--answer-rate",
            split = ",",
            defaultValue = "0.25",
            description = "shares of dials that a person answers")
    List<Double> answerRates = List.of();

    @Option(names = "--talk", split = ",", defaultValue = "120", description = "mean talk in seconds")
    List<Integer> talks = List.of();

    @Option(
            names = "--policies",
            split = ",",
            defaultValue = "predictive,progressive",
            description = "what is compared")
    List<String> policies = List.of();

    @Option(names = "--seeds", defaultValue = "8", description = "runs for each cell (default 8)")
    int seeds = 8;

    @Option(
            names = "--hours",
            defaultValue = "9",
            description = "length of a run, the first hour of it warm-up (default 9)")
    double hours = 9;

    @Option(names = "--csv", description = "write the rows to this file")
    Optional<Path> csv = Optional.empty();

    @Override
    public Integer call() throws IOException {
        List<Policies.Competitor> competitors =
                policies.stream().map(Policies::get).toList();
        List<String> rows = new ArrayList<>(List.of(HEAD));
        System.out.printf(
                "%-22s %6s %5s %5s  %-14s %-22s %8s %7s %9s%n",
                "policy",
                "agents",
                "rate",
                "talk",
                "utilisation %",
                "abandonment % (worst)",
                "over cap",
                "wait s",
                "dials/con");
        long begin = System.nanoTime();
        double simulated = 0;
        for (int talk : talks) {
            for (double rate : answerRates) {
                for (int team : agents) {
                    for (Policies.Competitor competitor : competitors) {
                        Cell cell = new Cell(competitor, team, rate, talk);
                        List<RunResult> results = IntStream.range(0, seeds)
                                .parallel()
                                .mapToObj(seed -> cell.run(scenario, hours, 1 + seed))
                                .toList();
                        simulated += seeds * hours;
                        rows.add(cell.row(scenario, results));
                    }
                }
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%.0f simulated hours in %.1f s: %.0f times as fast as life%n",
                simulated,
                seconds,
                simulated * 3600 / seconds);
        if (csv.isPresent()) {
            Files.write(csv.get(), rows);
        }
        return 0;
    }

    private record Cell(Policies.Competitor competitor, int agents, double rate, int talk) {
        Scenario world(String name, double hours) {
            Duration length = Duration.ofMillis((long) (hours * 3_600_000));
            Scenario reference =
                    Scenario.reference(agents, rate, Duration.ofSeconds(talk), Duration.ofHours(1), length);
            return competitor
                    .means()
                    .apply(
                            switch (name) {
                                case "reference" -> reference;
                                case "shift" ->
                                    reference.withAnswerRates(List.of(rate, Math.min(0.95, rate * 1.8), rate * 0.48));
                                default ->
                                    throw new IllegalArgumentException(
                                            "there is no scenario '" + name + "'; known: reference, shift");
                            });
        }

        RunResult run(String scenario, double hours, long seed) {
            Scenario world = world(scenario, hours);
            return LabRun.run(world, competitor.make().apply(world), seed);
        }

        String row(String scenario, List<RunResult> results) {
            int n = results.size();
            double mean = results.stream()
                    .mapToDouble(RunResult::utilisation)
                    .average()
                    .orElse(0);
            double variance = results.stream()
                            .mapToDouble(r -> (r.utilisation() - mean) * (r.utilisation() - mean))
                            .sum()
                    / Math.max(1, n - 1);
            double interval = 1.96 * Math.sqrt(variance / n);
            double abandonment = results.stream()
                    .mapToDouble(RunResult::abandonment)
                    .average()
                    .orElse(0);
            double worst =
                    results.stream().mapToDouble(RunResult::abandonment).max().orElse(0);
            double over = results.stream().filter(r -> r.abandonment() > 0.03).count() / (double) n;
            double wait = results.stream()
                    .mapToDouble(RunResult::waitSeconds)
                    .average()
                    .orElse(0);
            double dials = results.stream()
                    .mapToDouble(RunResult::dialsPerConnect)
                    .average()
                    .orElse(0);
            System.out.printf(
                    Locale.ROOT,
                    "%-22s %6d %5.2f %5d  %5.1f +- %-5.2f %6.2f (%.2f) %16.2f %7.1f %9.2f%n",
                    competitor.name(),
                    agents,
                    rate,
                    talk,
                    100 * mean,
                    100 * interval,
                    100 * abandonment,
                    100 * worst,
                    over,
                    wait,
                    dials);
            return String.format(
                    Locale.ROOT,
                    "%s,%s,%d,%s,%d,%.5f,%.5f,%.5f,%.4f,%.2f,%.3f",
                    scenario,
                    competitor.name(),
                    agents,
                    rate,
                    talk,
                    mean,
                    interval,
                    abandonment,
                    over,
                    wait,
                    dials);
        }
    }
}
