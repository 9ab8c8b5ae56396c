package io.tactus.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.tactus.testing.EngineTest;
import io.tactus.testing.Given;
import io.tactus.testing.People;
import io.tactus.testing.SimulatedNetworkProfile;
import io.tactus.testing.SocketListener;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** People who call in, on the simulated network, from the number that they dial to the agent's desk. */
@EngineTest
@TestProfile(SimulatedNetworkProfile.class)
class InboundTest {
    private static final String PATIENT = "answer talk=600 patience=600 hangup=agent";

    @Inject
    People people;

    @Inject
    Given given;

    @TestHTTPResource
    URI engine;

    @ConfigProperty(name = "tactus.nodes.sim.port")
    int network;

    private long queue(String number) {
        Map<String, Object> settings = new HashMap<>(Given.ALWAYS_OPEN);
        settings.put("mode", "inbound");
        long queue = given.aCampaign(settings);
        people.as("manager")
                .body(Map.of("campaignId", queue, "number", number, "description", "on the invoice"))
                .post("/api/dids")
                .then()
                .statusCode(201)
                .body("number", equalTo(number));
        people.as("manager").post("/api/campaigns/" + queue + "/start").then().statusCode(204);
        return queue;
    }

    private void callIn(String number, String caller) {
        SimulatedNetworkProfile.callIn(network, number, caller, PATIENT);
    }

    private long call(String phone) {
        return ((Number) people.asAgent(phone).get("/api/agent/state").path("call.callId")).longValue();
    }

    private void dispose(String phone, long call) {
        people.await(phone, "WRAP_UP");
        people.asAgent(phone)
                .body(Map.of("callId", call, "disposition", "SALE"))
                .post("/api/agent/dispose")
                .then()
                .statusCode(204);
    }

    @Test
    void aCallerWaitsGetsTheAgentWhoSeesWhoItIsAndIsKnownTheNextTime() throws InterruptedException {
        long queue = queue("+12125550150");
        callIn("12125550150", "+12125550161");
        given.ready("desk-30", queue);
        long lead;
        try (SocketListener desk = people.desk("desk-30", engine.getPort())) {
            JsonPath pop =
                    desk.until(message -> message.get("customer") != null).getLast();
            assertThat(pop.getString("customer.number")).isEqualTo("+12125550161");
            assertThat(pop.getBoolean("customer.inbound")).isTrue();
            lead = pop.getLong("customer.leadId");
            people.await("desk-30", "TALKING");
        }
        people.as("manager")
                .get("/api/leads/" + lead)
                .then()
                .body("lead.externalId", equalTo("+12125550161"))
                .body("lead.state", equalTo("DONE"))
                .body("attempts", hasSize(1));
        long call = call("desk-30");
        people.asAgent("desk-30").post("/api/agent/hangup").then().statusCode(204);
        dispose("desk-30", call);
        people.asAgent("desk-30").post("/api/agent/ready");
        callIn("+12125550150", "12125550161");
        people.await("desk-30", "TALKING");
        people.asAgent("desk-30").post("/api/agent/hangup");
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> people.as("manager")
                        .get("/api/leads/" + lead)
                        .then()
                        .body("attempts.findAll { it.outcome == 'ANSWERED' }", hasSize(2)));
        people.asAgent("desk-30").post("/api/agent/logout");
    }

    @Test
    void aCustomerOfACampaignIsFoundAndTheCampaignsLeadStaysAsItIs() {
        long[] campaign = given.aCampaignWith("+12125550162");
        long queue = queue("+12125550151");
        given.ready("desk-31", queue);
        callIn("12125550151", "12125550162");
        people.await("desk-31", "TALKING");
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> people.as("manager")
                        .get("/api/leads/" + campaign[1])
                        .then()
                        .body("attempts", hasSize(1))
                        .body("lead.state", equalTo("AVAILABLE"))
                        .body("lead.attempts", equalTo(0)));
        people.asAgent("desk-31").post("/api/agent/hangup");
        people.asAgent("desk-31").post("/api/agent/logout");
    }

    @Test
    void whoDialsWhatLeadsNowhereIsNobodysCall() {
        long queue = queue("+12125550152");
        given.ready("desk-32", queue);
        callIn("12125550159", "+12125550163");
        callIn("12125550152", "+49301234567890123");
        people.await("desk-32", "TALKING");
        people.asAgent("desk-32").post("/api/agent/hangup");
        people.await("desk-32", "WRAP_UP");
        people.asAgent("desk-32").post("/api/agent/ready");
        callIn("12125550152", "");
        people.await("desk-32", "TALKING");
        people.as("manager")
                .body(Map.of("campaignId", queue))
                .post("/api/leads/search")
                .then()
                .body("leads.externalId", containsInAnyOrder("+49301234567890123", "withheld"));
        people.asAgent("desk-32").post("/api/agent/hangup");
        people.asAgent("desk-32").post("/api/agent/logout");
    }

    /** A queue dials nobody by itself. */
    @Test
    void whoPromisesAnUnknownCallerACallMakesIt() {
        long queue = queue("+12125550155");
        callIn("12125550155", "+12125550164");
        given.ready("desk-33", queue);
        people.await("desk-33", "TALKING");
        long call = call("desk-33");
        String zone = "America/New_York";
        Map<String, Object> promise = new HashMap<>(Map.of(
                "callId",
                call,
                "at",
                LocalDateTime.now(ZoneId.of(zone))
                        .plusDays(2)
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString(),
                "zone",
                zone,
                "mine",
                false,
                "note",
                "has the invoice then"));
        people.asAgent("desk-33")
                .body(promise)
                .post("/api/agent/callbacks")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("mine"));
        promise.put("mine", true);
        people.asAgent("desk-33")
                .body(promise)
                .post("/api/agent/callbacks")
                .then()
                .statusCode(204);
        people.asAgent("desk-33").post("/api/agent/hangup").then().statusCode(204);
        people.await("desk-33", "WRAP_UP");
        people.asAgent("desk-33")
                .body(Map.of("callId", call, "disposition", "CALL_BACK"))
                .post("/api/agent/dispose")
                .then()
                .statusCode(204);
        people.await("desk-33", "READY");
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> people.asAgent("desk-33")
                        .get("/api/agent/callbacks")
                        .then()
                        .body("[0].state", equalTo("OPEN"))
                        .body("[0].campaignId", equalTo((int) queue)));
        long lead =
                people.asAgent("desk-33").get("/api/agent/callbacks").jsonPath().getLong("[0].leadId");
        people.asAgent("desk-33")
                .body(Map.of("campaignId", queue, "leadId", lead))
                .post("/api/agent/dial")
                .then()
                .statusCode(204);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> people.as("manager")
                        .get("/api/leads/" + lead)
                        .then()
                        .body("attempts.findAll { !it.inbound }", hasSize(1)));
        people.asAgent("desk-33").post("/api/agent/hangup");
        people.asAgent("desk-33").post("/api/agent/logout");
    }

    @Test
    void numbersAndQueuesAreChecked() {
        long dials = given.aCampaign();
        people.as("manager")
                .body(Map.of("campaignId", dials, "number", "+12125550153"))
                .post("/api/dids")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("campaignId"));
        long queue = queue("+12125550154");
        for (String number : new String[] {"+12125550154", "12", "'; drop table did"}) {
            people.as("manager")
                    .body(Map.of("campaignId", queue, "number", number))
                    .post("/api/dids")
                    .then()
                    .statusCode(400)
                    .body("errors[0].field", equalTo("number"));
        }
        Map<String, Object> settings =
                people.as("manager").get("/api/campaigns/" + queue).jsonPath().getMap("");
        settings.keySet().removeAll(java.util.List.of("id", "state", "startedAt"));
        settings.put("mode", "predictive");
        people.as("manager")
                .body(settings)
                .put("/api/campaigns/" + queue)
                .then()
                .statusCode(400)
                .body("errors[0].message", containsString("do not become each other"));
        long id = people.as("manager")
                .get("/api/dids?campaignId=" + queue)
                .jsonPath()
                .getLong("[0].id");
        people.as("supervisor").delete("/api/dids/" + id).then().statusCode(403);
        people.as("manager").delete("/api/dids/" + id).then().statusCode(204);
        people.as("manager").delete("/api/dids/" + id).then().statusCode(404);
    }
}
