package io.tactus.trial;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tactus.campaign.CampaignDefaults;
import io.tactus.client.RestClient;
import io.tactus.platform.EmbeddedDatabase;
import io.tactus.platform.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Sets up people, campaigns and leads for the trials at a real Asterisk, over the REST interface. */
final class RealFloor {
    /** Last digit of the numbers whose callee is a machine; see asterisk/carrier/README.md. */
    static final int MACHINES = 8;

    private final EngineProcess engine;
    private final RestClient admin;
    private final Map<Long, RestClient> desks = new TreeMap<>();
    private final Set<Long> machinesHeard = new HashSet<>();

    RealFloor(EngineProcess engine, Path home) throws IOException {
        this.engine = engine;
        this.admin = admin(home);
    }

    /** An engine at these Asterisks, ready. @param more properties */
    static EngineProcess engine(Path home, EmbeddedDatabase database, RealAsterisk asterisk, Map<String, String> more)
            throws IOException {
        Map<String, String> properties = new TreeMap<>(asterisk.properties());
        properties.put("quarkus.datasource.jdbc.url", database.jdbcUrl());
        properties.put("quarkus.datasource.username", "postgres");
        properties.put("quarkus.datasource.password", database.password());
        properties.put("tactus.home", home.resolve("engine").toString());
        properties.putAll(more);
        EngineProcess engine = EngineProcess.start(List.of(), "1g", properties, home.resolve("engine.log"));
        engine.awaitReady();
        return engine;
    }

    private RestClient admin(Path home) throws IOException {
        Path password = home.resolve("engine").resolve("passwords").resolve("admin");
        return new RestClient(engine.base(), "admin", Files.readString(password).strip());
    }

    /** A new user. */
    RestClient client(String name, String role) throws IOException {
        String password = Secrets.generate();
        admin.post(
                "/api/users",
                Map.of("username", name, "displayName", name, "password", password, "roles", List.of(role)));
        return new RestClient(engine.base(), name, password);
    }

    /** So many agents on standing legs, ready. */
    List<Long> agents(int count) throws IOException {
        List<Long> ids = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            String name = "trial-agent-%02d".formatted(i);
            RestClient agent = client(name, "agent");
            long id = agent.get("/api/session").get("id").asLong();
            admin.post(
                    "/api/agents",
                    Map.of(
                            "userId",
                            id,
                            "endpoint",
                            "phone-%02d".formatted(i),
                            "legMode",
                            "standing",
                            "phoneKind",
                            "desk"));
            agent.post("/api/agent/login", Map.of());
            agent.post("/api/agent/ready", Map.of());
            ids.add(id);
            desks.put(id, agent);
        }
        return ids;
    }

    /** Agents who hear one of the carrier's machines say so. */
    void hearMachines(Statement statement) {
        String heard = "select id, agent_id from attempt where outcome is null and connected_at is not null"
                + " and number like '%" + MACHINES + "'";
        try (ResultSet row = statement.executeQuery(heard)) {
            while (row.next()) {
                RestClient desk = desks.get(row.getLong(2));
                if (desk != null && machinesHeard.add(row.getLong(1))) {
                    desk.post("/api/agent/machine", Map.of());
                }
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("an agent could not say that a machine is heard", e);
        }
    }

    /** A campaign with these numbers, each to be dialled once. */
    static long campaign(RestClient manager, String name, boolean detection, List<String> numbers, List<Long> agents)
            throws IOException {
        ObjectNode settings =
                manager.tree(Map.of("machineDetection", detection, "ringTimeoutMillis", 15_000, "wrapUpMillis", 500));
        long id = campaign(manager, name, settings, agents);
        importLeads(manager, list(manager, id), numbers);
        return id;
    }

    /** A campaign without leads, none of which it will dial again. @param settings fields of its form that differ from the defaults */
    static long campaign(RestClient manager, String name, ObjectNode settings, List<Long> agents) throws IOException {
        ObjectNode form = manager.tree(CampaignDefaults.form(name));
        form.remove("version");
        form.setAll(settings);
        form.putObject("retryMinutes");
        // The carrier is on loopback and nobody is called, so that the window may stand open.
        form.putArray("windowDays")
                .add("MON")
                .add("TUE")
                .add("WED")
                .add("THU")
                .add("FRI")
                .add("SAT")
                .add("SUN");
        form.put("windowFrom", "00:00");
        form.put("windowTo", "00:00");
        long id = manager.post("/api/campaigns", form).get("id").asLong();
        manager.put("/api/campaigns/" + id + "/agents", Map.of("agents", agents));
        return id;
    }

    /** A new list of the campaign. */
    static long list(RestClient manager, long campaign) throws IOException {
        return manager.post("/api/lists", Map.of("campaignId", campaign, "name", "Trial", "customFields", List.of()))
                .get("id")
                .asLong();
    }

    private static void importLeads(RestClient manager, long list, List<String> numbers) throws IOException {
        StringBuilder csv = new StringBuilder("phone,first_name,last_name\n");
        numbers.forEach(number -> csv.append(number).append(",Trial,Person\n"));
        Path file = Files.writeString(Files.createTempFile("leads", ".csv"), csv);
        long upload = manager.upload("/api/lists/" + list + "/imports", file)
                .get("id")
                .asLong();
        Files.delete(file);
        boolean imported = Waiting.until(60_000, () -> state(manager, upload).equals("done"));
        if (!imported) {
            throw new IllegalStateException("the import of the leads is " + state(manager, upload));
        }
    }

    private static String state(RestClient manager, long upload) {
        try {
            return manager.get("/api/imports/" + upload).get("state").asText();
        } catch (IOException e) {
            throw new IllegalStateException("the import cannot be watched", e);
        }
    }
}
