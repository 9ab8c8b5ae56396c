package io.tactus.lab;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Policies side by side, with the same seeds: which, how often, and where the rows go. Options that several commands share. */
final class Contest {
    /** Whether standard error is a terminal; a redirected standard output does not matter to it. */
    private static final boolean SOMEBODY_WATCHES = isTerminal();

    @Option(
            names = "--policies",
            split = ",",
            defaultValue = "predictive,progressive",
            description = "what is compared")
    List<String> policies = List.of();

    @Option(names = "--seeds", defaultValue = "8", description = "runs for each cell (default 8)")
    int seeds = 8;

    @Option(names = "--csv", description = "write the rows to this file")
    Optional<Path> csv = Optional.empty();

    @Option(names = "--report", description = "write a page with charts to this file")
    Optional<Path> report = Optional.empty();

    private final AtomicInteger runsDone = new AtomicInteger();

    /** One policy in one world. @param run one run, by its seed */
    record Cell(String scenario, String policy, Scenario world, LongFunction<RunResult> run) {
        Row row(List<RunResult> results) {
            return Row.of(scenario, policy, world, results);
        }
    }

    List<Policies.Competitor> competitors() {
        return policies.stream().map(Policies::get).toList();
    }

    /** Runs all cells and shows them. @param known rows that come first @param cap marked in the charts */
    void hold(List<Cell> cells, List<Row> known, double cap) throws IOException {
        List<Row> rows = new ArrayList<>(known);
        boolean many = cells.stream().map(Cell::scenario).distinct().count() > 1;
        System.out.println(Row.TABLE_HEAD);
        known.forEach(row -> System.out.println(row.table()));
        long begin = System.nanoTime();
        String world = "";
        for (Cell cell : cells) {
            if (many && !cell.scenario.equals(world)) {
                world = cell.scenario;
                System.out.println(
                        "-- " + world + ": " + cell.world.description().strip());
            }
            Row row = cell.row(results(cell, cells.size() * seeds));
            rows.add(row);
            erase();
            System.out.println(row.table());
            if (cell.world.callers().any()) {
                System.out.printf(
                        Locale.ROOT,
                        "    callers waited %.1f s on average, one in twenty longer than %.1f s%n",
                        row.callersWait(),
                        row.callersHighWait());
            }
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
        write(rows, cap, cells.getFirst().world.hours());
    }

    private void write(List<Row> rows, double cap, double hours) throws IOException {
        if (csv.isPresent()) {
            Files.write(
                    csv.get(),
                    Stream.concat(Stream.of(Row.CSV_HEAD), rows.stream().map(Row::csv))
                            .toList());
        }
        if (report.isPresent()) {
            Files.writeString(report.get(), Report.of(rows, cap, seeds, hours));
        }
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

    private List<RunResult> results(Cell cell, int allRuns) {
        return IntStream.range(0, seeds)
                .parallel()
                .mapToObj(seed -> {
                    RunResult result = cell.run.apply(1 + seed);
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
                    done, all, cell.policy, cell.world.agents().count());
            System.err.flush();
        }
    }

    private static void erase() {
        if (SOMEBODY_WATCHES) {
            System.err.print("\r\033[K");
            System.err.flush();
        }
    }
}
