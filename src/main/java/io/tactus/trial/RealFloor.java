package io.tactus.trial;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tactus.campaign.CampaignDefaults;
import io.tactus.client.RestClient;
import io.tactus.platform.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Sets up people, campaigns and leads for the trials at a real Asterisk, over the REST interface. */
final class RealFloor {
    private static final int AGENTS = 10;

    private final EngineProcess engine;
    private final RestClient admin;

    RealFloor(EngineProcess engine, Path home) throws IOException {
        this.engine = engine;
        this.admin = admin(home);
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

    /** Ten agents on standing legs, ready. */
    List<Long> agents() throws IOException {
        List<Long> ids = new ArrayList<>();
        for (int i = 1; i <= AGENTS; i++) {
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
        }
        return ids;
    }

    /** A campaign with these numbers, each to be dialled once. */
    static long campaign(RestClient manager, String name, boolean detection, List<String> numbers, List<Long> agents)
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
