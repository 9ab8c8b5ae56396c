package io.tactus.trial;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tactus.campaign.CampaignDefaults;
import io.tactus.client.RestClient;
import io.tactus.platform.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code tactus real}: 300 leads through a real Asterisk 22, SIPp as the carrier, ten SIPp phones as agents on standing legs, everything over
 * the REST interface. Every lead must end with what the carrier played.
 */
@Command(
        name = "real",
        description = "a campaign of 300 leads through a real Asterisk with SIPp as the carrier, checked")
public final class RealCampaignCommand implements Callable<Integer> {
    private static final int AGENTS = 10;
    private static final int[] AREAS = {202, 303, 404, 505};

    @Option(names = "--leads", defaultValue = "300", description = "leads, 20 to 380 (default 300)")
    int leads = 300;

    @Option(
            names = "--home",
            defaultValue = ".tactus/real",
            description = "folder of the trial (default .tactus/real); emptied first")
    Path home = Path.of(".tactus/real");

    @Override
    public Integer call() throws Exception {
        TrialWorld.empty(home);
        try (EmbeddedDatabase database = EmbeddedDatabase.start(home.resolve("postgres"));
                RealAsterisk asterisk = new RealAsterisk(home)) {
            Map<String, String> properties = new TreeMap<>(asterisk.properties());
            properties.put("quarkus.datasource.jdbc.url", database.jdbcUrl());
            properties.put("quarkus.datasource.username", "postgres");
            properties.put("quarkus.datasource.password", database.password());
            properties.put("tactus.home", home.resolve("engine").toString());
            EngineProcess engine = EngineProcess.start(List.of(), "1g", properties, home.resolve("engine.log"));
            engine.awaitReady();
            List<String> plain = new ArrayList<>();
            List<String> detected = new ArrayList<>();
            divide(plain, detected);
            RestClient admin = admin(engine);
            List<Long> agents = agents(engine, admin);
            RestClient manager = client(engine, admin, "trial-manager", "manager");
            long first = campaign(manager, "Without machine detection", false, plain, agents);
            long second = campaign(manager, "With machine detection", true, detected, agents);
            manager.post("/api/campaigns/" + first + "/start", Map.of());
            manager.post("/api/campaigns/" + second + "/start", Map.of());
            try (Connection connection =
                            DriverManager.getConnection(database.jdbcUrl(), "postgres", database.password());
                    Statement statement = connection.createStatement()) {
                boolean done = Waiting.until(
                        600_000,
                        () -> CrashCommand.count(statement, "select count(*) from campaign where state = 'done'") == 2);
                // The carrier's and the node's logs are written a moment after the calls end.
                Waiting.millis(1_500);
                RealEvidence evidence = new RealEvidence(asterisk, connection, second);
                if (!done) {
                    evidence.broken.add("the campaigns were not done within ten minutes");
                }
                engine.stop();
                return evidence.print(plain.size() + detected.size());
            }
        }
    }

    /** Machines, and every fourth area's persons, go to the campaign with detection. Who never hangs up is left out. */
    private void divide(List<String> plain, List<String> detected) {
        int taken = 0;
        for (int ending = 0; ending < 100; ending++) {
            for (int area : AREAS) {
                boolean never = ending % 10 == 4 && ending < 50;
                if (never || taken == leads) {
                    continue;
                }
                taken++;
                String number = "+1%d55501%02d".formatted(area, ending);
                boolean machine = ending % 10 == 8;
                boolean talker = ending % 10 <= 3 && area == 505;
                (machine || talker ? detected : plain).add(number);
            }
        }
    }

    private RestClient admin(EngineProcess engine) throws IOException {
        Path password = home.resolve("engine").resolve("passwords").resolve("admin");
        return new RestClient(engine.base(), "admin", Files.readString(password).strip());
    }

    private static RestClient client(EngineProcess engine, RestClient admin, String name, String role)
            throws IOException {
        String password = io.tactus.platform.Secrets.generate();
        admin.post(
                "/api/users",
                Map.of("username", name, "displayName", name, "password", password, "roles", List.of(role)));
        return new RestClient(engine.base(), name, password);
    }

    private static List<Long> agents(EngineProcess engine, RestClient admin) throws IOException {
        List<Long> ids = new ArrayList<>();
        for (int i = 1; i <= AGENTS; i++) {
            String name = "trial-agent-%02d".formatted(i);
            RestClient agent = client(engine, admin, name, "agent");
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
        }
        return ids;
    }

    private static long campaign(
            RestClient manager, String name, boolean detection, List<String> numbers, List<Long> agents)
            throws IOException {
        ObjectNode form = manager.tree(CampaignDefaults.form(name));
        form.remove("version");
        form.put("machineDetection", detection);
        form.put("ringTimeoutMillis", 15_000);
        form.put("wrapUpMillis", 500);
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
        long list = manager.post("/api/lists", Map.of("campaignId", id, "name", "Trial", "customFields", List.of()))
                .get("id")
                .asLong();
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
        return id;
    }

    private static String state(RestClient manager, long upload) {
        try {
            return manager.get("/api/imports/" + upload).get("state").asText();
        } catch (IOException e) {
            throw new IllegalStateException("the import cannot be watched", e);
        }
    }
}
