package io.tactus.trial;

import io.tactus.client.RestClient;
import io.tactus.platform.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code tactus nodes}: one campaign, ten agents, two real Asterisks. In the middle one of them is killed, and comes back later. The other must go on
 * dialling, readiness must name the one that is down, and afterwards it must be used again.
 */
@Command(name = "nodes", description = "a campaign through two real Asterisks, one of which is killed and comes back")
public final class RealNodesCommand implements Callable<Integer> {
    private static final String LOST = "real-2";
    private static final String LOST_DOWN = "\"node real-2\": \"down";
    private static final String LOST_UP = "\"node real-2\": \"up\"";
    private static final String STAYS = "real";
    private static final long OUTAGE_MILLIS = 15_000;

    @Option(
            names = "--home",
            defaultValue = ".tactus/nodes",
            description = "folder of the trial (default .tactus/nodes); emptied first")
    Path home = Path.of(".tactus/nodes");

    private final List<String> broken = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        TrialWorld.empty(home);
        try (EmbeddedDatabase database = EmbeddedDatabase.start(home.resolve("postgres"));
                RealAsterisk asterisk = new RealAsterisk(home, RealAsterisk.Size.small(2))) {
            EngineProcess engine = RealFloor.engine(home, database, asterisk, Map.of());
            expect(Waiting.until(10_000, () -> engine.health().contains(LOST_UP)), "both nodes are up at the start");
            RealFloor floor = new RealFloor(engine, home);
            List<Long> agents = floor.agents(10);
            RestClient manager = floor.client("trial-manager", "manager");
            List<String> numbers = numbers();
            long campaign = RealFloor.campaign(manager, "Two nodes", false, numbers, agents);
            manager.post("/api/campaigns/" + campaign + "/start", Map.of());
            try (Connection connection =
                            DriverManager.getConnection(database.jdbcUrl(), "postgres", database.password());
                    Statement statement = connection.createStatement()) {
                Set<Long> cutShort = loseOneNode(engine, asterisk, statement);
                boolean done = Waiting.until(
                        600_000,
                        () -> CrashCommand.count(statement, "select count(*) from campaign where state = 'done'") == 1);
                expect(done, "the campaign is done within ten minutes");
                // The carrier's and the nodes' logs are written a moment after the calls end.
                Waiting.millis(1_500);
                RealEvidence evidence = new RealEvidence(asterisk, connection, RealEvidence::played, cutShort);
                evidence.broken.addAll(broken);
                print(statement, "calls by node: ", "select node, count(*) from attempt group by node order by node");
                print(
                        statement,
                        "calls cut short: ",
                        "select outcome || ' ' || coalesce(detail, ''), count(*) from attempt where id in ("
                                + list(cutShort) + ") group by 1 order by 1");
                engine.stop();
                return evidence.print(numbers.size(), Map.of(campaign, "SIP 200 OK to both in the bridge"));
            }
        }
    }

    /** Everybody who hangs up by himself, and refusals; in an order that mixes them. */
    private static List<String> numbers() {
        List<String> numbers = new ArrayList<>();
        for (int ending = 0; ending < 100; ending++) {
            for (int area : new int[] {202, 303, 404, 505}) {
                if (ending % 10 <= 3 || ending % 10 == 5 || ending % 10 == 7) {
                    numbers.add("+1%d55501%02d".formatted(area, ending));
                }
            }
        }
        return numbers;
    }

    /** Answers the attempts that were under way there. */
    private Set<Long> loseOneNode(EngineProcess engine, RealAsterisk asterisk, Statement statement) {
        String talks = "select count(*) from attempt where ended_at is null and connected_at is not null and node = ";
        String calls = "select count(*) from attempt where node = ";
        boolean both = Waiting.until(
                60_000,
                () -> count(statement, calls + "'" + STAYS + "'") >= 20
                        && count(statement, calls + "'" + LOST + "'") >= 20
                        && count(statement, talks + "'" + LOST + "'") >= 2);
        expect(both, "both nodes dial, and some of the agents of " + LOST + " talk");
        long stays = count(statement, calls + "'" + STAYS + "'");
        long killed = System.nanoTime();
        kill(asterisk);
        expect(
                Waiting.until(10_000, () -> engine.health().contains(LOST_DOWN)),
                "readiness says that " + LOST + " is down");
        figure("readiness named it", killed);
        System.out.println("  " + engine.health().replaceAll("\\s+", " "));
        Set<Long> cutShort = ids(statement, "select id from attempt where outcome is null and node = '" + LOST + "'");
        long lost = count(statement, calls + "'" + LOST + "'");
        Waiting.millis(OUTAGE_MILLIS);
        long went = count(statement, calls + "'" + STAYS + "'") - stays;
        System.out.printf(
                "%d calls under way on %s at its death; while it was away %d dialled on %s, %d on %s%n",
                cutShort.size(), LOST, went, STAYS, count(statement, calls + "'" + LOST + "'") - lost, LOST);
        expect(went >= 5, "at least five calls through " + STAYS + " meanwhile");
        expect(count(statement, calls + "'" + LOST + "'") == lost, "no call through " + LOST + " meanwhile");
        long back = System.nanoTime();
        try {
            asterisk.start(2);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        expect(
                Waiting.until(20_000, () -> engine.health().contains(LOST_UP)),
                "readiness says that " + LOST + " is up");
        figure("after its start was asked for: readiness said up", back);
        String open = "select count(*) from attempt where outcome is null and id in (" + list(cutShort) + ")";
        expect(
                Waiting.until(20_000, () -> count(statement, open) == 0),
                "the calls that its death cut short are closed");
        figure("the calls that its death cut short were closed", back);
        expect(
                Waiting.until(60_000, () -> count(statement, calls + "'" + LOST + "'") >= lost + 5),
                "five more calls through " + LOST);
        figure("five more calls through it", back);
        return cutShort;
    }

    private static void kill(RealAsterisk asterisk) {
        try {
            asterisk.kill(2);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void expect(boolean held, String promise) {
        if (!held) {
            broken.add("expected: " + promise);
        }
    }

    private static void figure(String what, long sinceNanos) {
        System.out.printf("%s after %.1f s%n", what, (System.nanoTime() - sinceNanos) / 1e9);
    }

    private static long count(Statement statement, String query) {
        return CrashCommand.count(statement, query);
    }

    private static String list(Set<Long> ids) {
        return ids.isEmpty()
                ? "0"
                : String.join(",", ids.stream().map(String::valueOf).toList());
    }

    /** Ids that the query answers. */
    static Set<Long> ids(Statement statement, String query) {
        Set<Long> ids = new HashSet<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the calls cannot be read", e);
        }
        return ids;
    }

    private static void print(Statement statement, String what, String query) throws SQLException {
        StringBuilder line = new StringBuilder(what);
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                line.append(rows.getString(1).strip())
                        .append(" ")
                        .append(rows.getLong(2))
                        .append("; ");
            }
        }
        System.out.println(line);
    }
}
