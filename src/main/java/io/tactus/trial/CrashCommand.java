package io.tactus.trial;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tactus crash}: kill -9 at random moments of a running campaign, restart, and check that nothing was dialled twice or lost. */
@Command(
        name = "crash",
        description = "kill the engine again and again during a campaign, and check what it left behind")
public final class CrashCommand implements Callable<Integer> {
    private static final int AGENTS = 20;
    private static final Map<String, String> ONE_DIAL_EACH =
            Map.of("tactus.demo.redial", "false", "tactus.demo.leads-per-agent", "2000", "tactus.demo.mode", "power");

    @Parameters(arity = "0..1", defaultValue = "50", description = "kills (default 50)")
    int rounds = 50;

    @Option(names = "--seed", defaultValue = "1", description = "seed of the moments (default 1)")
    long seed = 1;

    @Option(
            names = "--home",
            defaultValue = ".tactus/crash",
            description = "folder of the trial (default .tactus/crash); emptied first")
    Path home = Path.of(".tactus/crash");

    @Override
    public Integer call() throws Exception {
        Random random = new Random(seed);
        try (TrialWorld world = new TrialWorld(home, TrialWorld.lively())) {
            for (int round = 1; round <= rounds; round++) {
                EngineProcess engine = world.engine(AGENTS, ONE_DIAL_EACH);
                engine.awaitReady();
                Waiting.millis(500 + random.nextInt(5_500));
                engine.kill();
                System.out.printf(
                        "killed %d of %d; %d originates so far, agents' legs included%n",
                        round, rounds, originates(world));
            }
            return settle(world);
        }
    }

    private static long originates(TrialWorld world) {
        return world.network().statistics().originates();
    }

    private static int settle(TrialWorld world) throws IOException, SQLException {
        try (Connection database = world.connect();
                Statement statement = database.createStatement()) {
            statement.execute("update campaign set state = 'stopped'");
            EngineProcess last = world.engine(AGENTS, Map.of("tactus.demo.start-campaign", "false"));
            last.awaitReady();
            boolean ended = Waiting.until(120_000, () -> open(statement) == 0);
            // Wrap-up may last a minute.
            boolean agentsBack = Waiting.until(90_000, () -> working(statement) == AGENTS);
            last.stop();
            Evidence evidence = new Evidence(world.ledger(), database);
            if (!ended) {
                evidence.broken.add("some calls never ended");
            }
            if (!agentsBack) {
                evidence.broken.add("only " + working(statement) + " of " + AGENTS + " agents are at work again: "
                        + notWorking(statement));
            }
            System.out.printf(
                    "%d attempts, %d dialled on the wire, outcomes %s%n",
                    evidence.attempts, evidence.originated, evidence.outcomes);
            evidence.broken.stream().limit(20).forEach(line -> System.out.println("BROKEN: " + line));
            System.out.printf("%d broken promises%n", evidence.broken.size());
            return evidence.broken.isEmpty() ? 0 : 1;
        }
    }

    private static long open(Statement statement) {
        return count(statement, "select count(*) from attempt where outcome is null");
    }

    private static long working(Statement statement) {
        return count(
                statement,
                "select count(*) from agent_session where ended_at is null and state in ('READY', 'PAUSED')");
    }

    private static String notWorking(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select string_agg(agent_id || ' ' || state || ' ' || code, ', ')"
                + " from agent_session where ended_at is not null or state not in ('READY', 'PAUSED')")) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    static long count(Statement statement, String sql) {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
