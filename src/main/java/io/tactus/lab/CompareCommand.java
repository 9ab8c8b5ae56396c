package io.tactus.lab;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
            split = ",",
            defaultValue = "reference",
            description =
                    "built-in worlds or files: reference, shift, swings, leads, refusals, unlike-agents, breaks, walk-out,"
                            + " power-cut, carrier, hang-ups, detection, machine-hang-up, deaf-detection, day, two-campaigns, hints, hour, FILE.yaml")
    List<String> scenarios = List.of();

    @Option(names = "--agents", split = ",", description = "sizes of the team (default: the scenario's)")
    List<Integer> agents = List.of();

    @Option(
            names = "--answer-rate",
            split = ",",
            description = "shares of dials that a person answers, at the beginning (default: the scenario's)")
    List<Double> answerRates = List.of();

    @Option(names = "--talk", split = ",", description = "mean talks in seconds (default: the scenario's)")
    List<Double> talks = List.of();

    @Option(
            names = "--policies",
            split = ",",
            defaultValue = "predictive,progressive",
            description = "what is compared")
    List<String> policies = List.of();

    @Option(names = "--seeds", defaultValue = "8", description = "runs for each cell (default 8)")
    int seeds = 8;

    @Option(names = "--hours", description = "length of a run (default: the scenario's)")
    Optional<Double> hours = Optional.empty();

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
        String world = scenarios.getFirst();
        for (Cell cell : cells) {
            if (scenarios.size() > 1 && (rows.isEmpty() || !cell.scenario.equals(world))) {
                world = cell.scenario;
                System.out.println(
                        "-- " + world + ": " + cell.world.description().strip());
            }
            Row row = cell.row(results(cell, cells.size() * seeds));
            rows.add(row);
            erase();
            System.out.println(row.table());
            if (cell.world.campaigns().size() > 1) {
                System.out.printf(
                        Locale.ROOT,
                        "    shares of the agents off their weights by %.1f points%n",
                        100 * row.weightError());
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        double simulated =
                cells.stream().mapToDouble(cell -> cell.world.hours()).sum() * seeds;
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
            Files.writeString(
                    report.get(),
                    Report.of(
                            rows,
                            Scenario.REFERENCE_CAP,
                            seeds,
                            cells.getFirst().world.hours()));
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

    private List<Cell> cells() throws IOException {
        List<Policies.Competitor> competitors =
                policies.stream().map(Policies::get).toList();
        List<Cell> cells = new ArrayList<>();
        for (String name : scenarios) {
            for (Scenario world : worlds(ScenarioFile.find(name))) {
                for (Policies.Competitor competitor : competitors) {
                    cells.add(new Cell(name, competitor, competitor.means().apply(world)));
                }
            }
        }
        return cells;
    }

    /** The world in all sizes, answer rates and talks that were asked for. */
    private List<Scenario> worlds(Scenario base) {
        Scenario usual = hours.map(base::withHours).orElse(base);
        List<Scenario> worlds = new ArrayList<>();
        for (double talk : or(talks, usual.first().talk().seconds())) {
            for (double rate : or(answerRates, usual.first().answerRates().getFirst())) {
                for (int team : or(agents, usual.agents().count())) {
                    worlds.add(usual.withAgents(team)
                            .each(work -> talks.isEmpty() ? work : work.withTalk(talk))
                            .each(work -> answerRates.isEmpty() ? work : work.withAnswerRate(rate)));
                }
            }
        }
        return worlds;
    }

    private static <T> List<T> or(List<T> asked, T usual) {
        return asked.isEmpty() ? List.of(usual) : asked;
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
            System.err.printf(
                    "\r\033[K%d of %d runs: %s, %d agents",
                    done, all, cell.competitor.name(), cell.world.agents().count());
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
    private record Cell(String scenario, Policies.Competitor competitor, Scenario world) {
        RunResult run(long seed) {
            return LabRun.run(world, competitor.make().apply(world), seed);
        }

        Row row(List<RunResult> results) {
            return Row.of(scenario, competitor.name(), world, results);
        }
    }
}
