package io.tactus.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tactus.platform.EmbeddedDatabase;
import io.tactus.telephony.asterisk.LoopbackAsterisk.Media;
import io.tactus.testing.RunningEngine;
import io.tactus.testing.RunningEngine.Rest;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** People who call in, from end to end: SIPp, a real Asterisk, the engine in its own process, a desk phone; and an engine that dies meanwhile. */
class CallersIT {
    private static final String PASSWORD = "correct horse battery";
    private static final String DID = "12125550150";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void aCallerWhoWaitsSurvivesTheEngineAndTalks() throws IOException {
        Assumptions.assumeTrue(LoopbackAsterisk.possible(), "needs root on a Debian-like machine");
        try (EmbeddedDatabase database = EmbeddedDatabase.start(Files.createTempDirectory("tactus-callers"));
                LoopbackAsterisk asterisk = new LoopbackAsterisk()) {
            List<String> properties = properties(database, asterisk);
            RunningEngine first = RunningEngine.run(properties);
            long queue = queue(first.as("admin", first.password("admin")), first);
            asterisk.callIn("12125550199", "+12125550161", Duration.ofSeconds(1));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(asterisk.callersTell())
                            .contains("caller=+12125550161 number=12125550199 event=refused"));
            asterisk.callIn(DID, "+12125550162", Duration.ofSeconds(60));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(asterisk.callersTell())
                            .contains("caller=+12125550162 number=" + DID + " event=answered"));
            first.crash();

            try (RunningEngine second = RunningEngine.run(properties)) {
                Rest agent = second.as("ada", PASSWORD);
                Rest manager = second.as("mona", PASSWORD);
                agent.send("POST", "/api/agent/login", Map.of());
                agent.send("POST", "/api/agent/ready", Map.of());
                await().atMost(PATIENCE)
                        .until(() -> "TALKING"
                                .equals(agent.send("GET", "/api/agent/state", null)
                                        .getString("agent.state")));
                // A second of sound each way.
                await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
                agent.send("POST", "/api/agent/hangup", Map.of());
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(asterisk.mediaOfCallers())
                                .singleElement()
                                .matches(CallersIT::bothWays));
                long lead = manager.send("POST", "/api/leads/search", Map.of("campaignId", queue))
                        .getLong("leads[0].id");
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(manager.send("GET", "/api/leads/" + lead, null)
                                        .getList("attempts.outcome"))
                                .isEqualTo(List.of("ANSWERED")));
            }
        }
    }

    private static boolean bothWays(Media media) {
        return media.sent() > 40 && media.received() > 40;
    }

    private static List<String> properties(EmbeddedDatabase database, LoopbackAsterisk asterisk) {
        List<String> properties = new ArrayList<>(List.of(
                "-Dquarkus.datasource.jdbc.url=" + database.jdbcUrl(),
                "-Dquarkus.datasource.username=postgres",
                "-Dquarkus.datasource.password=" + database.password(),
                "-Dtactus.recordings=" + asterisk.recordings()));
        Map.of(
                        "port", Integer.toString(asterisk.port()),
                        "events-secret", asterisk.eventsSecret(),
                        "actions-secret", asterisk.actionsSecret(),
                        "trunks.carrier.lines", "10")
                .forEach((name, value) -> properties.add("-Dtactus.nodes.node1." + name + "=" + value));
        return properties;
    }

    /** With a number that leads to it, and an agent at the desk phone phone-01. */
    private static long queue(Rest admin, RunningEngine engine) {
        admin.send("POST", "/api/users", person("mona", "manager"));
        long user = admin.send("POST", "/api/users", person("ada", "agent")).getLong("id");
        long agent = admin.send(
                        "POST",
                        "/api/agents",
                        Map.of("userId", user, "endpoint", "phone-01", "legMode", "standing", "phoneKind", "desk"))
                .getLong("id");
        Rest manager = engine.as("mona", PASSWORD);
        long queue = manager.send("POST", "/api/campaigns", Map.of("name", "Service", "mode", "inbound"))
                .getLong("id");
        manager.send("POST", "/api/dids", Map.of("campaignId", queue, "number", "+" + DID));
        manager.send("PUT", "/api/campaigns/" + queue + "/agents", Map.of("agents", List.of(agent)));
        manager.send("POST", "/api/campaigns/" + queue + "/start", Map.of());
        return queue;
    }

    private static Map<String, Object> person(String name, String role) {
        return Map.of("username", name, "displayName", name, "password", PASSWORD, "roles", List.of(role));
    }
}
