package io.tactus.trial;

import io.tactus.platform.EmbeddedDatabase;
import io.tactus.platform.Secrets;
import io.tactus.sim.SimulatedNetwork;
import io.tactus.sim.SimulatorSettings;
import io.tactus.sim.pbx.PbxSettings;
import io.tactus.sim.world.NumberPlan;
import io.tactus.sim.world.PopulationSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What survives the engine in a trial: database, telephone network, and the ledger of what really happened on the wire. */
final class TrialWorld implements AutoCloseable {
    private final Path home;
    private final double speed;
    private final String secret = Secrets.generate();
    private final SimulatedNetwork network;
    private EmbeddedDatabase database;

    TrialWorld(Path home, PopulationSettings people) throws IOException {
        this(home, people, 1, 1);
    }

    /** @param speed simulated seconds per real second */
    TrialWorld(Path home, PopulationSettings people, long seed, double speed) throws IOException {
        this.speed = speed;
        this.home = home.toAbsolutePath();
        empty(this.home);
        database = EmbeddedDatabase.start(this.home.resolve("postgres"));
        Path recordings = Files.createDirectories(this.home.resolve("recordings"));
        network = SimulatedNetwork.start(SimulatorSettings.usual("tactus", secret)
                .withSpeed(speed)
                .withWorld(seed, people, new NumberPlan())
                .withPbx(new PbxSettings(
                        Duration.ofMillis(300), Optional.empty(), Duration.ofSeconds(4), Optional.of(recordings)))
                .withLedger(ledger()));
    }

    /** People for trials of faults: many answers, short talks, few machines, so that much is under way at any moment. */
    static PopulationSettings lively() {
        return PopulationSettings.reference(0.4)
                .withUnanswered(0.5, 0.1)
                .withAnswerAfter(Duration.ofSeconds(3), Duration.ofSeconds(2))
                .withTalkMean(Duration.ofSeconds(5))
                .withHangupsLeft(0);
    }

    /** Makes an empty folder of it. */
    static void empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            deleteTree(folder);
        }
        Files.createDirectories(folder);
    }

    private static void deleteTree(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    SimulatedNetwork network() {
        return network;
    }

    Path ledger() {
        return home.resolve("ledger.tsv");
    }

    Path log() {
        return home.resolve("engine.log");
    }

    /** Properties of an engine in this world, with simulated agents if there are to be any. */
    Map<String, String> properties(int agents) {
        Map<String, String> properties = new TreeMap<>();
        properties.put("quarkus.datasource.jdbc.url", database.jdbcUrl());
        properties.put("quarkus.datasource.username", "postgres");
        properties.put("quarkus.datasource.password", database.password());
        properties.put("tactus.home", home.resolve("engine").toString());
        properties.put("tactus.recordings", home.resolve("recordings").toString());
        properties.put("tactus.simulated", "true");
        properties.put("tactus.speed", Double.toString(speed));
        String node = "tactus.nodes.simulated.";
        properties.put(node + "port", Integer.toString(network.port()));
        properties.put(node + "events-user", "tactus");
        properties.put(node + "events-secret", secret);
        properties.put(node + "actions-user", "tactus");
        properties.put(node + "actions-secret", secret);
        properties.put(node + "trunks.carrier.lines", "10000");
        properties.put(node + "trunks.carrier.calls-per-second", Double.toString(400 * speed));
        if (agents > 0) {
            properties.put("tactus.demo.enabled", "true");
            properties.put("tactus.demo.agents", Integer.toString(agents));
        }
        return properties;
    }

    EngineProcess engine(int agents, Map<String, String> more) throws IOException {
        Map<String, String> properties = properties(agents);
        properties.putAll(more);
        return EngineProcess.start(List.of(), "1g", properties, log());
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), "postgres", database.password());
    }

    /** Stops the database, and starts it again on the same port after this time. */
    void databaseOutage(long millis) throws IOException {
        int port = database.port();
        database.close();
        Waiting.millis(millis);
        database = EmbeddedDatabase.start(home.resolve("postgres"), port);
    }

    @Override
    public void close() throws IOException {
        network.close();
        database.close();
    }
}
