package io.tactus.lab;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tactus lab compare}: policies side by side in the same worlds. */
@Command(name = "compare", description = "policies side by side, with the same seeds")
final class CompareCommand implements Callable<Integer> {
    /** Whether standard error is a terminal; a redirected standard output does not matter to it. */
    private static final boolean SOMEBODY_WATCHES = isTerminal();

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

    @Option(names = "--report", description = "write a page with charts to this file")
    Optional<Path> report = Optional.empty();

    private final AtomicInteger runsDone = new AtomicInteger();

    @Override
    public Integer call() throws IOException {
        List<Cell> cells = cells();
        List<Row> rows = new ArrayList<>();
        System.out.println(Row.TABLE_HEAD);
        long begin = System.nanoTime();
        for (Cell cell : cells) {
            Row row = cell.row(results(cell, cells.size() * seeds));
            rows.add(row);
            erase();
            System.out.println(row.table());
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        double simulated = cells.size() * seeds * hours;
        System.out.printf(
                Locale.ROOT,
                "%.0f simulated hours in %.1f s: %.0f times as fast as life%n",
                simulated,
                seconds,
                simulated * 3600 / seconds);
        if (csv.isPresent()) {
            Files.write(
                    csv.get(),
                    Stream.concat(Stream.of(Row.CSV_HEAD), rows.stream().map(Row::csv))
                            .toList());
        }
        if (report.isPresent()) {
            Files.writeString(report.get(), Report.of(rows, Scenario.REFERENCE_CAP, seeds, hours));
        }
        return 0;
    }

    private static boolean isTerminal() {
        // System.console() answers for all three streams at once; the link tells of this one, where there is one.
        Path stream = Path.of("/proc/self/fd/2");
        try {
            String target = Files.readSymbolicLink(stream).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException e) {
            Console console = System.console();
            return console != null && console.isTerminal();
        }
    }

    private List<Cell> cells() {
        List<Policies.Competitor> competitors =
                policies.stream().map(Policies::get).toList();
        List<Cell> cells = new ArrayList<>();
        for (int talk : talks) {
            for (double rate : answerRates) {
                for (int team : agents) {
                    for (Policies.Competitor competitor : competitors) {
                        cells.add(new Cell(competitor, team, rate, talk));
                    }
                }
            }
        }
        return cells;
    }

    private List<RunResult> results(Cell cell, int allRuns) {
        return IntStream.range(0, seeds)
                .parallel()
                .mapToObj(seed -> {
                    RunResult result = cell.run(1 + seed);
                    progress(runsDone.incrementAndGet(), allRuns, cell);
                    return result;
                })
                .toList();
    }

    /** One line that replaces itself, for a person who waits; a file gets none. */
    private static void progress(int done, int all, Cell cell) {
        if (SOMEBODY_WATCHES) {
            System.err.printf("\r\033[K%d of %d runs: %s, %d agents", done, all, cell.competitor.name(), cell.team);
            System.err.flush();
        }
    }

    private static void erase() {
        if (SOMEBODY_WATCHES) {
            System.err.print("\r\033[K");
            System.err.flush();
        }
    }

    /** One policy in one world. */
    private final class Cell {
        private final Policies.Competitor competitor;
        private final int team;
        private final double rate;
        private final int talk;

        Cell(Policies.Competitor competitor, int team, double rate, int talk) {
            this.competitor = competitor;
            this.team = team;
            this.rate = rate;
            this.talk = talk;
        }

        private Scenario world() {
            Duration length = Duration.ofMillis((long) (hours * 3_600_000));
            Scenario reference = Scenario.reference(team, rate, Duration.ofSeconds(talk), Duration.ofHours(1), length);
            return competitor
                    .means()
                    .apply(
                            switch (scenario) {
                                case "reference" -> reference;
                                case "shift" ->
                                    reference.withAnswerRates(List.of(rate, Math.min(0.95, rate * 1.8), rate * 0.48));
                                default ->
                                    throw new IllegalArgumentException(
                                            "there is no scenario '" + scenario + "'; known: reference, shift");
                            });
        }

        RunResult run(long seed) {
            Scenario world = world();
            return LabRun.run(world, competitor.make().apply(world), seed);
        }

        Row row(List<RunResult> results) {
            return Row.of(scenario, competitor.name(), team, rate, talk, Scenario.REFERENCE_CAP, results);
        }
    }
}
