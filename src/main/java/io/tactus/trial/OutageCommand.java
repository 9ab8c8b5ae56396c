package io.tactus.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code tactus outage}: cuts the link to Asterisk, kills Asterisk, stops the database, each during a running campaign. Dialling must pause, say
 * why, and go on by itself; afterwards nothing may be lost or dialled twice.
 */
@Command(name = "outage", description = "cut the link, kill Asterisk, stop the database during a campaign, and check")
public final class OutageCommand implements Callable<Integer> {
    private static final int AGENTS = 20;
    private static final Map<String, String> ONE_DIAL_EACH =
            Map.of("tactus.demo.redial", "false", "tactus.demo.leads-per-agent", "3000", "tactus.demo.mode", "power");

    /** One trouble. @param word what readiness must say meanwhile */
    private record Trouble(String name, long millis, String word, Runnable make) {}

    @Option(names = "--short", description = "leave the 60 s cut out")
    boolean brief;

    @Option(
            names = "--home",
            defaultValue = ".tactus/outage",
            description = "folder of the trial (default .tactus/outage); emptied first")
    Path home = Path.of(".tactus/outage");

    @Override
    public Integer call() throws Exception {
        int failures = 0;
        try (TrialWorld world = new TrialWorld(home, TrialWorld.lively())) {
            EngineProcess engine = world.engine(AGENTS, ONE_DIAL_EACH);
            engine.awaitReady();
            Waiting.millis(5_000);
            for (Trouble trouble : troubles(world)) {
                failures += run(world, engine, trouble) ? 0 : 1;
            }
            engine.stop();
            try (Connection database = world.connect();
                    Statement statement = database.createStatement()) {
                statement.execute("update campaign set state = 'stopped'");
                EngineProcess last = world.engine(AGENTS, Map.of("tactus.demo.start-campaign", "false"));
                last.awaitReady();
                boolean ended = Waiting.until(
                        120_000,
                        () -> CrashCommand.count(statement, "select count(*) from attempt where outcome is null") == 0);
                last.stop();
                Evidence evidence = new Evidence(world.ledger(), database);
                if (!ended) {
                    evidence.broken.add("some calls never ended");
                }
                System.out.printf(
                        "%d attempts, %d dialled on the wire, outcomes %s%n",
                        evidence.attempts, evidence.originated, evidence.outcomes);
                evidence.broken.stream().limit(20).forEach(line -> System.out.println("BROKEN: " + line));
                failures += evidence.broken.size();
            }
        }
        System.out.printf("%d broken promises%n", failures);
        return failures == 0 ? 0 : 1;
    }

    private List<Trouble> troubles(TrialWorld world) {
        Trouble second = cut(world, 1_000);
        Trouble ten = cut(world, 10_000);
        Trouble minute = cut(world, 60_000);
        Trouble restart = new Trouble(
                "Asterisk killed, back after 3 s",
                3_000,
                "down",
                () -> world.network().faults().restart(Duration.ofSeconds(3)));
        Trouble database = new Trouble("database stopped for 10 s", 10_000, "paused", () -> {
            try {
                world.databaseOutage(10_000);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return brief ? List.of(second, ten, restart, database) : List.of(second, ten, minute, restart, database);
    }

    private static Trouble cut(TrialWorld world, long millis) {
        return new Trouble(
                "link cut for " + millis / 1_000 + " s",
                millis,
                "down",
                () -> world.network().faults().cutConnections(Duration.ofMillis(millis)));
    }

    private static boolean run(TrialWorld world, EngineProcess engine, Trouble trouble) {
        long start = System.nanoTime();
        Thread maker = Thread.startVirtualThread(trouble.make());
        boolean said =
                Waiting.until(trouble.millis() + 4_000, () -> engine.health().contains(trouble.word()));
        String words = engine.health().replaceAll("\\s+", " ");
        try {
            maker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        long rest = trouble.millis() - (System.nanoTime() - start) / 1_000_000;
        if (rest > 0) {
            Waiting.millis(rest);
        }
        long before = world.network().statistics().originates();
        long over = System.nanoTime();
        boolean resumed =
                Waiting.until(60_000, () -> world.network().statistics().originates() >= before + 5);
        System.out.printf(
                "%s: said so: %s; five more dials %.1f s after its end: %s%n",
                trouble.name(), said, (System.nanoTime() - over) / 1e9, resumed);
        if (!said) {
            System.out.println("  readiness said: " + words);
        }
        return said && resumed;
    }
}
