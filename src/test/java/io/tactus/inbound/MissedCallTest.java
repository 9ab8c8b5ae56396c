package io.tactus.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.TestProfile;
import io.tactus.testing.EngineTest;
import io.tactus.testing.Given;
import io.tactus.testing.People;
import io.tactus.testing.SimulatedNetworkProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Who called in and got nobody, on the simulated network. */
@EngineTest
@TestProfile(SimulatedNetworkProfile.class)
class MissedCallTest {
    private static final String OWN = "desk-50";
    private static final String OTHER = "desk-51";
    private static final String STRANGER = "desk-52";
    private static final String NUMBER = "+12125550181";

    @Inject
    People people;

    @Inject
    Given given;

    @ConfigProperty(name = "tactus.nodes.sim.port")
    int network;

    private List<Map<String, Object>> list(String phone, long queue) {
        return people.asAgent(phone)
                .get("/api/missed-calls?campaignId=" + queue)
                .jsonPath()
                .getList("$");
    }

    private void callIn(String behaviour) {
        SimulatedNetworkProfile.callIn(network, "12125550180", NUMBER, behaviour);
    }

    private void awaitCalls(long queue, Object... calls) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(list(OWN, queue))
                        .extracting(call -> call.get("calls"))
                        .containsExactly(calls));
    }

    private void post(String phone, long queue, long lead, String deed, int status) {
        people.asAgent(phone)
                .post("/api/missed-calls/" + queue + "/" + lead + "/" + deed)
                .then()
                .statusCode(status);
    }

    @Test
    void whoGotNobodyIsTakenOnByOneAgentUntilAllIsDoneOrSomebodyTalks() {
        Map<String, Object> settings = new HashMap<>(Given.ALWAYS_OPEN);
        settings.put("mode", "inbound");
        long queue = given.aCampaign(settings);
        people.as("manager")
                .body(Map.of("campaignId", queue, "number", "+12125550180", "description", ""))
                .post("/api/dids")
                .then()
                .statusCode(201);
        people.as("manager").post("/api/campaigns/" + queue + "/start").then().statusCode(204);
        people.as("manager")
                .body(Map.of("agents", List.of(people.anAgent(OWN), people.anAgent(OTHER))))
                .put("/api/campaigns/" + queue + "/agents")
                .then()
                .statusCode(200);
        people.anAgent(STRANGER);
        callIn("answer talk=600 patience=1");
        awaitCalls(queue, 1);
        callIn("answer talk=600 patience=1");
        awaitCalls(queue, 2);
        assertThat(list(STRANGER, queue)).isEmpty();
        Map<String, Object> call = list(OWN, queue).getFirst();
        assertThat(call).containsEntry("number", NUMBER).containsEntry("message", null);
        long lead = ((Number) call.get("leadId")).longValue();

        post(STRANGER, queue, lead, "take", 404);
        post(OWN, queue, lead, "take", 204);
        post(OWN, queue, lead, "take", 204);
        people.asAgent(OTHER)
                .post("/api/missed-calls/" + queue + "/" + lead + "/take")
                .then()
                .statusCode(409)
                .body("detail", containsString("has taken it on"));
        post(OTHER, queue, lead, "close", 409);
        people.asAgent(OTHER)
                .delete("/api/missed-calls/" + queue + "/" + lead + "/take")
                .then()
                .statusCode(409);
        people.as("supervisor")
                .delete("/api/missed-calls/" + queue + "/" + lead + "/take")
                .then()
                .statusCode(204);
        post(OTHER, queue, lead, "take", 204);
        post(OTHER, queue, lead, "close", 204);
        assertThat(list(OWN, queue)).isEmpty();
        post(OWN, queue, lead, "take", 404);

        callIn("answer talk=600 patience=1");
        awaitCalls(queue, 1);
        assertThat(list(OWN, queue).getFirst()).containsEntry("agentId", null);
        post(OTHER, queue, lead, "take", 204);
        given.ready(OWN, queue);
        callIn("answer talk=1 patience=600");
        awaitCalls(queue);
        people.asAgent(OWN).post("/api/agent/logout");
        people.await(OWN, "LOGGED_OUT");

        // Who took the customer on before that talk has not taken on this call.
        callIn("answer talk=600 patience=1");
        awaitCalls(queue, 1);
        assertThat(list(OWN, queue).getFirst()).containsEntry("agentId", null);
        post(OWN, queue, lead, "take", 204);
        assertThat(list(OWN, queue).getFirst()).containsEntry("agentId", (int) people.anAgent(OWN));
    }
}
