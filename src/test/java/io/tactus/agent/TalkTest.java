package io.tactus.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

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
import org.junit.jupiter.api.Test;

/** The desk from end to end on the simulated network: what is pushed, hold, transfer, recording, callback. */
@EngineTest
@TestProfile(SimulatedNetworkProfile.class)
class TalkTest {
    private static final String ZONE = "America/New_York";

    @Inject
    People people;

    @Inject
    Given given;

    @TestHTTPResource
    URI engine;

    private long campaign;
    private long lead;

    /** A talk of this phone's agent; answers the call's id. */
    private long talk(String phone, Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(Given.ALWAYS_OPEN);
        all.putAll(settings);
        campaign = given.aCampaign(all);
        lead = given.aLead(given.aList(campaign, Map.of()), "Lovelace", SimulatedNetworkProfile.PERSON);
        return talkOf(phone);
    }

    private long talkOf(String phone) {
        given.ready(phone, campaign);
        people.as("manager")
                .post("/api/campaigns/" + campaign + "/start")
                .then()
                .statusCode(204);
        people.await(phone, "TALKING");
        return ((Number) people.asAgent(phone).get("/api/agent/state").path("call.callId")).longValue();
    }

    private void leave(String phone) {
        people.asAgent(phone).post("/api/agent/hangup");
        people.asAgent(phone).post("/api/agent/logout");
    }

    @Test
    void theDeskIsPushedAndComesBackWhole() throws InterruptedException {
        try (SocketListener before = people.desk("desk-01", engine.getPort())) {
            JsonPath first = before.next();
            assertThat(first.getString("type")).isEqualTo("snapshot");
            assertThat(first.getString("me.state")).isEqualTo("LOGGED_OUT");
            assertThat(first.getList("pauses.code")).contains("LUNCH");
            long call = talk("desk-01", Map.of());
            JsonPath pop =
                    before.until(message -> message.get("customer") != null).getLast();
            assertThat(pop.getString("customer.lastName")).isEqualTo("Lovelace");
            assertThat(pop.getString("customer.number")).isEqualTo(SimulatedNetworkProfile.PERSON);
            before.until(message -> "CONNECTED".equals(message.get("call.stage")));
            people.asAgent("desk-01").post("/api/agent/hold").then().statusCode(204);
            before.until(message -> "HELD".equals(message.get("call.stage")));
            try (SocketListener reloaded = people.desk("desk-01", engine.getPort())) {
                JsonPath whole = reloaded.next();
                assertThat(whole.getLong("call.callId")).isEqualTo(call);
                assertThat(whole.getString("call.stage")).isEqualTo("HELD");
                assertThat(whole.getString("customer.lastName")).isEqualTo("Lovelace");
                assertThat(whole.getList("campaigns.id", Long.class)).contains(campaign);
            }
            people.asAgent("desk-01").post("/api/agent/retrieve").then().statusCode(204);
            before.until(message -> "CONNECTED".equals(message.get("call.stage")));
        } finally {
            leave("desk-01");
        }
    }

    @Test
    void anAgentCorrectsWhoTheCustomerIs() {
        campaign = given.aCampaign(new HashMap<>(Given.ALWAYS_OPEN));
        long list = given.aList(campaign, Map.of("Roof", "text", "Area", "number"));
        lead = given.aLead(list, "Lovelase", SimulatedNetworkProfile.PERSON);
        long call = talkOf("desk-06");
        Map<String, Object> person = new HashMap<>(
                Map.of("callId", call, "firstName", "Ada", "lastName", "Lovelace", "custom", Map.of("Area", "much")));
        people.asAgent("desk-06")
                .body(person)
                .put("/api/agent/customer")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("custom.Area"));
        person.put("custom", Map.of("Area", "12.5", "Roof", "slate"));
        people.asAgent("desk-06").body(person).put("/api/agent/customer").then().statusCode(204);
        Map<String, Object> gone = new HashMap<>();
        gone.put("Roof", null);
        person.put("custom", gone);
        people.asAgent("desk-06").body(person).put("/api/agent/customer").then().statusCode(204);
        people.as("manager")
                .get("/api/leads/" + lead)
                .then()
                .body("lead.lastName", equalTo("Lovelace"))
                .body("lead.custom.Area", equalTo(12.5f))
                .body("lead.custom.Roof", nullValue());
        people.as("compliance")
                .get("/api/audit?entity=leads&entityId=" + lead)
                .then()
                .body("events[0].action", equalTo("PUT /api/agent/customer"))
                .body("events[0].detail", equalTo("at call " + call));
        people.anAgent("desk-07");
        people.asAgent("desk-07").body(person).put("/api/agent/customer").then().statusCode(409);
        leave("desk-06");
    }

    @Test
    void whoHasNoDeskOrIsNoSupervisorListensToNobody() {
        talk("desk-08", Map.of());
        long agent = people.anAgent("desk-08");
        String monitoring = "/api/agents/" + agent + "/monitoring";
        people.as("supervisor")
                .post(monitoring + "/listen")
                .then()
                .statusCode(409)
                .body("detail", containsString("not logged in"));
        people.asAgent("desk-08").post(monitoring + "/listen").then().statusCode(403);
        people.as("supervisor").delete(monitoring).then().statusCode(409);
        people.as("supervisor")
                .post("/api/agents/999999999/monitoring/barge")
                .then()
                .statusCode(404);
        people.as("compliance")
                .get("/api/audit?entity=agents&entityId=" + agent)
                .then()
                .body("events.action", hasItem("POST /api/agents/{id}/monitoring/listen"))
                .body("events.action", hasItem("DELETE /api/agents/{id}/monitoring"));
        leave("desk-08");
    }

    @Test
    void aTransferGoesToAnAgentWhoIsReadyOrOutside() {
        talk("desk-02", Map.of());
        long other = people.anAgent("desk-03");
        people.asAgent("desk-02")
                .body(Map.of("agentId", other))
                .post("/api/agent/transfer")
                .then()
                .statusCode(409)
                .body("detail", containsString("not ready"));
        given.ready("desk-03", given.aCampaign());
        people.await("desk-03", "READY");
        people.asAgent("desk-02").get("/api/agent/colleagues").then().body("id", hasItem((int) other));
        people.asAgent("desk-02")
                .body(Map.of("agentId", other))
                .post("/api/agent/transfer")
                .then()
                .statusCode(204);
        people.await("desk-03", "TALKING");
        people.await("desk-02", "WRAP_UP");
        people.asAgent("desk-03")
                .body(Map.of("number", "call 911"))
                .post("/api/agent/transfer")
                .then()
                .statusCode(400);
        people.asAgent("desk-03")
                .body(Map.of("digits", "1#"))
                .post("/api/agent/digits")
                .then()
                .statusCode(204);
        people.asAgent("desk-03")
                .body(Map.of("number", "+12025550199"))
                .post("/api/agent/transfer")
                .then()
                .statusCode(204);
        people.await("desk-03", "WRAP_UP");
        people.asAgent("desk-03")
                .body(Map.of("digits", "1"))
                .post("/api/agent/digits")
                .then()
                .statusCode(409);
        leave("desk-02");
        leave("desk-03");
    }

    @Test
    void aRecordingIsFoundAndPlayedByRight() {
        long call = talk("desk-04", Map.of("recording", "all"));
        people.asAgent("desk-04")
                .body(Map.of("state", "off"))
                .post("/api/agent/recording")
                .then()
                .statusCode(409);
        people.asAgent("desk-04")
                .body(Map.of("state", "paused"))
                .post("/api/agent/recording")
                .then()
                .statusCode(204);
        people.asAgent("desk-04").post("/api/agent/hangup").then().statusCode(204);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> people.as("supervisor")
                        .get("/api/recordings?callId=" + call)
                        .then()
                        .body("[0].failure", equalTo(""))
                        .body("[0].leadId", equalTo((int) lead))
                        .body("[0].endedAt", org.hamcrest.Matchers.notNullValue()));
        int id = people.as("supervisor").get("/api/recordings?callId=" + call).path("[0].id");
        people.as("supervisor")
                .get("/api/recordings/" + id + "/audio")
                .then()
                .statusCode(200)
                .contentType("audio/wav");
        people.asAgent("desk-04").get("/api/recordings/" + id + "/audio").then().statusCode(403);
        leave("desk-04");
    }

    @Test
    void aPromisedCallIsTheAgentsOwnUntilSomebodyHasTalkedAgain() {
        long call = talk("desk-05", Map.of("forcedDisposition", true));
        String at = LocalDateTime.now(ZoneId.of(ZONE))
                .plusDays(2)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
        Map<String, Object> promise =
                new HashMap<>(Map.of("callId", call, "at", at, "zone", ZONE, "mine", true, "note", "after work"));
        people.asAgent("desk-04")
                .body(promise)
                .post("/api/agent/callbacks")
                .then()
                .statusCode(409);
        people.asAgent("desk-05")
                .body(promise)
                .post("/api/agent/callbacks")
                .then()
                .statusCode(204);
        people.asAgent("desk-05").post("/api/agent/hangup").then().statusCode(204);
        people.await("desk-05", "WRAP_UP");
        people.asAgent("desk-05")
                .post("/api/agent/ready")
                .then()
                .statusCode(409)
                .body("detail", containsString("disposed"));
        people.asAgent("desk-05")
                .body(Map.of("callId", call, "disposition", "CALL_BACK"))
                .post("/api/agent/dispose")
                .then()
                .statusCode(204);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> people.asAgent("desk-05")
                        .get("/api/agent/callbacks")
                        .then()
                        .body("[0].state", equalTo("OPEN"))
                        .body("[0].note", equalTo("after work")));
        people.await("desk-05", "READY");
        people.asAgent("desk-05")
                .body(Map.of("campaignId", campaign, "leadId", lead))
                .post("/api/agent/dial")
                .then()
                .statusCode(204);
        people.await("desk-05", "TALKING");
        people.asAgent("desk-05").post("/api/agent/hangup").then().statusCode(204);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(people.asAgent("desk-05")
                                .get("/api/agent/callbacks")
                                .jsonPath()
                                .getList("$"))
                        .isEmpty());
        leave("desk-05");
    }
}
