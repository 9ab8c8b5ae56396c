package io.tactus.trial;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tactus.client.RestClient;
import io.tactus.lab.VirtualTime;
import io.tactus.platform.EmbeddedDatabase;
import io.tactus.platform.EngineClock;
import io.tactus.sim.world.Fate;
import io.tactus.sim.world.NumberPlan;
import io.tactus.sim.world.Population;
import io.tactus.sim.world.PopulationSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code tactus hour}: three ways of dialling side by side for an hour, on one engine and one real Asterisk 22 with SIPp as the carrier. Each
 * campaign has twenty agents of its own on standing legs, and a list whose leads meet the same fates in the same order.
 */
@Command(
        name = "hour",
        description = "an hour of predictive, power and progressive dialling through a real Asterisk, side by side")
public final class HourCommand implements Callable<Integer> {
    /** How the campaigns dial: their names and what differs between them. */
    private static final Map<String, Map<String, Object>> MODES = new LinkedHashMap<>();

    /** Lines for each free agent of the campaign with a fixed ratio: as many as dials are needed for one answer. */
    private static final int LINES = 4;

    private static final String POWER = "power, " + LINES + " lines";

    static {
        MODES.put(HourTable.PREDICTIVE, Map.of("mode", "predictive"));
        MODES.put(POWER, Map.of("mode", "power", "linesPerAgent", LINES));
        MODES.put(HourTable.PROGRESSIVE, Map.of("mode", "progressive"));
    }

    private static final double CAP = 0.03;
    private static final double LIVE_PROBABILITY = 0.25;
    private static final Duration TALK = Duration.ofSeconds(20);
    private static final int WRAP_UP_SECONDS = 5;
    private static final Duration RING_TIMEOUT = Duration.ofSeconds(25);
    /** More than twenty agents who never wait could use. */
    private static final int LEADS_PER_MINUTE = 240;
    /** The longest talk, and the wrap-up and message after it. */
    private static final long DRAIN_MILLIS = 260_000;

    private static final String LEADS = """
            with fresh as (
              insert into lead (campaign_id, list_id, first_name, last_name, external_id)
              select ?, ?, 'Trial', 'Person', n from unnest(?::text[]) n
              returning id, external_id
            )
            insert into lead_phone (lead_id, position, number, kind, zones)
            select id, 0, external_id, 'unknown', '{Etc/UTC}' from fresh
            """;

    @Option(names = "--minutes", defaultValue = "60", description = "how long they dial, 1 to 120 (default 60)")
    int minutes = 60;

    @Option(names = "--agents", defaultValue = "20", description = "agents of each campaign, 1 to 33 (default 20)")
    int agents = 20;

    @Option(names = "--seed", defaultValue = "1", description = "seed of the fates (default 1)")
    long seed = 1;

    @Option(
            names = "--home",
            defaultValue = ".tactus/hour",
            description = "folder of the trial (default .tactus/hour); emptied first")
    Path home = Path.of(".tactus/hour");

    /** Attempts that were under way when Asterisk died. */
    private final Set<Long> cutShort = new HashSet<>();

    private int deaths;

    @Override
    public Integer call() throws Exception {
        if (minutes < 1 || minutes > 120 || agents < 1 || agents > 33) {
            throw new IllegalArgumentException("--minutes must be 1 to 120 and --agents 1 to 33");
        }
        TrialWorld.empty(home);
        RealAsterisk.Size size = new RealAsterisk.Size(1, MODES.size() * agents, 400, 100);
        try (EmbeddedDatabase database = EmbeddedDatabase.start(home.resolve("postgres"));
                RealAsterisk asterisk = new RealAsterisk(home, size);
                Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), "postgres", database.password());
                EngineProcess engine = RealFloor.engine(home, database, asterisk, acting())) {
            RealFloor floor = new RealFloor(engine, home);
            RestClient manager = floor.client("trial-manager", "manager");
            List<Long> team = floor.agents(MODES.size() * agents);
            Map<String, Long> campaigns = new LinkedHashMap<>();
            for (Map.Entry<String, Map<String, Object>> mode : MODES.entrySet()) {
                String name = mode.getKey();
                int first = campaigns.size() * agents;
                long id = RealFloor.campaign(
                        manager, name, settings(manager, mode.getValue()), team.subList(first, first + agents));
                addLeads(connection, id, RealFloor.list(manager, id), campaigns.size());
                campaigns.put(name, id);
            }
            Instant begin = EngineClock.realTime().instant();
            for (long id : campaigns.values()) {
                manager.post("/api/campaigns/" + id + "/start", Map.of());
            }
            watch(engine, asterisk, connection);
            Instant end = EngineClock.realTime().instant();
            boolean drained = drain(manager, campaigns, connection);
            engine.stop();
            RealEvidence evidence = new RealEvidence(asterisk, connection, WrittenNumber::outcomes, cutShort);
            if (!drained) {
                evidence.broken.add("calls were still open when everybody must have hung up");
            }
            HourTable table = new HourTable(CAP);
            for (Map.Entry<String, Long> campaign : campaigns.entrySet()) {
                table.add(new HourTable.Row(
                        campaign.getKey(),
                        CampaignFigures.read(connection, campaign.getValue(), begin.plus(warmUp()), end),
                        evidence.delays(campaign.getValue())));
            }
            evidence.broken.addAll(table.broken());
            System.out.printf(
                    "%d minutes, utilisation after %d s; abandonment and answer to agent of the whole%n",
                    minutes, warmUp().toSeconds());
            table.lines().forEach(System.out::println);
            if (deaths > 0) {
                System.out.printf(
                        "Asterisk itself died %d times and was started again; %d calls were cut short%n",
                        deaths, cutShort.size());
            }
            printVirtualTime();
            evidence.printBooks();
            return evidence.printBroken();
        }
    }

    /** What makes the engine play the agents. */
    private static Map<String, String> acting() {
        return Map.of(
                "tactus.demo.agents-act", "true",
                "tactus.demo.wrap-up-seconds", Integer.toString(WRAP_UP_SECONDS),
                "tactus.demo.calls-per-break", "0");
    }

    /** Ten minutes, or half of a shorter run: as in the lab's world of the same name. */
    private Duration warmUp() {
        return Duration.ofSeconds(Math.min(600, minutes * 30L));
    }

    private static ObjectNode settings(RestClient manager, Map<String, Object> mode) {
        ObjectNode form = manager.tree(mode);
        form.put("abandonmentCap", CAP);
        form.put("ringTimeoutMillis", RING_TIMEOUT.toMillis());
        // The simulated agents end their wrap-ups themselves.
        form.put("wrapUpMillis", 600_000);
        return form;
    }

    private void addLeads(Connection database, long campaign, long list, int index) throws SQLException {
        Population people = new Population(
                seed,
                PopulationSettings.reference(LIVE_PROBABILITY)
                        .withUnanswered(0.15, 0)
                        .withTalkMean(TALK)
                        .withHangupsLeft(0),
                new NumberPlan());
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < LEADS_PER_MINUTE * minutes; i++) {
            Fate fate = people.fateOf(Integer.toString(i));
            numbers.add(WrittenNumber.of(i * MODES.size() + index, fate, RING_TIMEOUT));
        }
        try (PreparedStatement statement = database.prepareStatement(LEADS)) {
            statement.setLong(1, campaign);
            statement.setLong(2, list);
            statement.setArray(3, database.createArrayOf("text", numbers.toArray()));
            statement.executeUpdate();
        }
    }

    /** Waits for the end, and says now and then how much of the machine is in use. */
    private void watch(EngineProcess engine, RealAsterisk asterisk, Connection database) throws Exception {
        int parts = Math.max(2, minutes / 5);
        for (int part = 1; part <= parts; part++) {
            try (Statement statement = database.createStatement()) {
                long until = System.nanoTime() + minutes * 60_000_000_000L / parts;
                while (Waiting.until((until - System.nanoTime()) / 1_000_000, () -> !asterisk.lives())) {
                    // Asterisk 22.10.1 has a race that can end it (asterisk/asterisk#1985); the trial goes on with a
                    // new one.
                    deaths++;
                    cutShort.addAll(RealNodesCommand.ids(statement, "select id from attempt where outcome is null"));
                    asterisk.start(1);
                }
                System.out.printf(
                        Locale.ROOT,
                        "%5.1f min: %d dialled, %d under way; engine %.0f MB of heap; Asterisk %d MB, SIPp %d MB resident%n",
                        minutes * part / (double) parts,
                        CrashCommand.count(statement, "select count(*) from attempt"),
                        CrashCommand.count(statement, "select count(*) from attempt where ended_at is null"),
                        engine.heapMegabytes(),
                        asterisk.nodeMegabytes(),
                        asterisk.sippMegabytes());
            }
        }
    }

    /** No more calls; answers whether those under way came to an end. */
    private static boolean drain(RestClient manager, Map<String, Long> campaigns, Connection database)
            throws IOException, SQLException {
        for (long id : campaigns.values()) {
            manager.post("/api/campaigns/" + id + "/pause", Map.of());
        }
        try (Statement statement = database.createStatement()) {
            boolean over = Waiting.until(
                    DRAIN_MILLIS,
                    () -> CrashCommand.count(statement, "select count(*) from attempt where outcome is null") == 0);
            // The carrier's and the node's logs are written a moment after the calls end.
            Waiting.millis(1_500);
            return over;
        }
    }

    /** The same world in the lab. */
    private void printVirtualTime() throws IOException {
        System.out.println("the same world in virtual time, each figure the mean of eight runs:");
        for (String policy : List.of("predictive", "lines:" + LINES, "progressive")) {
            VirtualTime figures = VirtualTime.of("hour", policy, agents, minutes / 60.0, 8);
            System.out.printf(
                    Locale.ROOT,
                    "  %-12s utilisation %.1f +- %.1f %%, abandonment %.2f %%, %.2f dials/connect, wait %.1f s%n",
                    policy,
                    100 * figures.utilisation(),
                    100 * figures.utilisationCi(),
                    100 * figures.abandonment(),
                    figures.dialsPerConnect(),
                    figures.waitSeconds());
        }
    }
}
