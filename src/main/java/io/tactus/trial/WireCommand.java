package io.tactus.trial;

import io.tactus.client.RestClient;
import io.tactus.lab.VirtualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code tactus wire}: a shift in the reference world by a whole engine, with its database, on the simulated network over AMI, faster than life; laid
 * beside the same world in virtual time, where the same floor runs without any of these.
 */
@Command(name = "wire", description = "the law over the wire, laid beside the same law in virtual time")
public final class WireCommand implements Callable<Integer> {
    private static final String WORLD = "reference";
    private static final String POLICY = "predictive";
    private static final double CAP = 0.03;
    private static final Duration WARM_UP = Duration.ofHours(1);
    /** More than an agent who never waits could use. */
    private static final int LEADS_PER_AGENT_HOUR = 150;
    /** Simulated: the longest of some thousand talks. */
    private static final Duration DRAIN = Duration.ofHours(2);

    @Option(names = "--hours", defaultValue = "8", description = "simulated hours, 2 to 24 (default 8)")
    double hours = 8;

    @Option(
            names = "--speed",
            defaultValue = "20",
            description = "simulated seconds per real second, 1 to 100 (default 20)")
    double speed = 20;

    @Option(names = "--agents", defaultValue = "30", description = "agents, 1 to 200 (default 30)")
    int agents = 30;

    @Option(names = "--seed", defaultValue = "1", description = "seed of the simulated people (default 1)")
    long seed = 1;

    @Option(names = "--lab-runs", defaultValue = "16", description = "runs in virtual time (default 16)")
    int labRuns = 16;

    @Option(names = "--home", defaultValue = ".tactus/wire", description = "folder of the trial; emptied first")
    Path home = Path.of(".tactus/wire");

    @Override
    public Integer call() throws Exception {
        if (hours < 2 || hours > 24 || speed < 1 || speed > 100 || agents < 1 || agents > 200) {
            throw new IllegalArgumentException("--hours must be 2 to 24, --speed 1 to 100, --agents 1 to 200");
        }
        try (TrialWorld world = new TrialWorld(home, VirtualTime.people(WORLD), seed, speed);
                EngineProcess engine = world.engine(agents, properties())) {
            engine.awaitReady();
            try (Connection connection = world.connect();
                    Statement statement = connection.createStatement()) {
                Waiting.until(60_000, () -> CrashCommand.count(statement, "select count(*) from attempt") > 0);
                Instant begin = instant(statement, "select min(started_at) from attempt");
                long campaign = CrashCommand.count(statement, "select min(id) from campaign");
                Instant end = begin.plusMillis((long) (hours * 3_600_000));
                Waiting.millis((long) (hours * 3_600_000 / speed));
                Waiting.until(60_000, () -> CrashCommand.count(statement, reached(end)) > 0);
                boolean drained = drain(engine, campaign, statement);
                engine.stop();
                CampaignFigures wire = CampaignFigures.read(connection, campaign, begin.plus(WARM_UP), end);
                Evidence evidence = new Evidence(world.ledger(), connection, speed > 1);
                if (!drained) {
                    evidence.broken.add("calls were still open when everybody must have hung up");
                }
                WireComparison comparison = new WireComparison(
                        wire, VirtualTime.of(WORLD, POLICY, agents, hours, labRuns), delays(statement), speed, CAP);
                System.out.printf(Locale.ROOT, "%d agents, %.1f simulated hours at speed %.0f%n", agents, hours, speed);
                comparison.lines().forEach(System.out::println);
                System.out.printf(
                        "%d dialled on the wire, %d attempts, outcomes %s; %d given up while their refusal was on its way%n",
                        evidence.originated, evidence.attempts, evidence.outcomes, evidence.crossed);
                evidence.broken.addAll(comparison.broken());
                evidence.broken.stream().limit(30).forEach(line -> System.out.println("BROKEN: " + line));
                System.out.printf("%d broken promises%n", evidence.broken.size());
                return evidence.broken.isEmpty() ? 0 : 1;
            }
        }
    }

    private Map<String, String> properties() throws IOException {
        Map<String, String> properties = new TreeMap<>();
        properties.put("tactus.demo.mode", POLICY);
        properties.put("tactus.demo.abandonment-cap", Double.toString(CAP));
        properties.put("tactus.demo.redial", "false");
        properties.put("tactus.demo.leads-per-agent", Integer.toString((int) Math.ceil(LEADS_PER_AGENT_HOUR * hours)));
        properties.put("tactus.demo.wrap-up-seconds", Double.toString(VirtualTime.wrapUpSeconds(WORLD)));
        properties.put("tactus.demo.calls-per-break", "0");
        return properties;
    }

    /** Counts what happened after this moment of the engine's time, which begins a little before the first dial. */
    private static String reached(Instant end) {
        return "select count(*) from attempt where started_at >= '" + end + "'";
    }

    private static Instant instant(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getTimestamp(1).toInstant();
        }
    }

    /** No more calls; answers whether those under way came to an end. */
    private boolean drain(EngineProcess engine, long campaign, Statement statement) throws IOException {
        Path password = home.resolve("engine").resolve("passwords").resolve("manager");
        new RestClient(engine.base(), "manager", Files.readString(password).strip())
                .post("/api/campaigns/" + campaign + "/pause", Map.of());
        return Waiting.until(
                (long) (DRAIN.toMillis() / speed),
                () -> CrashCommand.count(statement, "select count(*) from attempt where outcome is null") == 0);
    }

    /** Simulated microseconds from a person's answer to the bridge with an agent. */
    private static Histogram delays(Statement statement) throws SQLException {
        Histogram delays = new Histogram(3_600_000_000L, 3);
        try (ResultSet row = statement.executeQuery(
                "select extract(epoch from connected_at - answered_at) * 1e6 from attempt where connected_at is not null")) {
            while (row.next()) {
                delays.recordValue(Math.max(0, (long) row.getDouble(1)));
            }
        }
        return delays;
    }
}
