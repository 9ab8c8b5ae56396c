package io.tactus.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An agent gives the customer into a queue or parks the customer, on the simulated network; another agent's desk shows and takes him. */
@EngineTest
@TestProfile(SimulatedNetworkProfile.class)
class WaitingAgainTest {
    private static final String GIVER = "desk-40";
    private static final String TAKER = "desk-41";

    @Inject
    People people;

    @Inject
    Given given;

    @TestHTTPResource
    URI engine;

    private long campaign;

    private long talk(String phone) {
        campaign = given.aCampaign(Given.ALWAYS_OPEN);
        given.aLead(given.aList(campaign, Map.of()), "Lovelace", SimulatedNetworkProfile.PERSON);
        given.ready(phone, campaign);
        start(campaign);
        people.await(phone, "TALKING");
        return ((Number) people.asAgent(phone).get("/api/agent/state").path("call.callId")).longValue();
    }

    private void start(long id) {
        people.as("manager").post("/api/campaigns/" + id + "/start").then().statusCode(204);
    }

    private void leave(String phone) {
        people.asAgent(phone).post("/api/agent/hangup");
        people.asAgent(phone).post("/api/agent/logout");
    }

    @Test
    void anAgentOfTheQueueGetsTheCustomerWithHistoryAndDispositions() throws InterruptedException {
        long queue = given.aCampaign(Map.of("mode", "inbound", "name", "Second line"));
        start(queue);
        long call = talk(GIVER);
        JsonPath queues = people.asAgent(GIVER).get("/api/agent/queues").jsonPath();
        assertThat(queues.getList("name")).contains("Second line");
        for (Map<String, Object> body :
                List.of(Map.<String, Object>of(), Map.<String, Object>of("queueId", queue, "number", "+12025550199"))) {
            people.asAgent(GIVER)
                    .body(body)
                    .post("/api/agent/transfer")
                    .then()
                    .statusCode(400)
                    .body("errors[0].message", containsString("must be given"));
        }
        people.asAgent(GIVER)
                .body(Map.of("queueId", campaign))
                .post("/api/agent/transfer")
                .then()
                .statusCode(409)
                .body("detail", containsString("no such queue"));
        people.asAgent(GIVER)
                .body(Map.of("queueId", queue))
                .post("/api/agent/transfer")
                .then()
                .statusCode(204);
        people.await(GIVER, "WRAP_UP");
        given.ready(TAKER, queue);
        try (SocketListener desk = people.desk(TAKER, engine.getPort())) {
            JsonPath pop = desk.until(message -> "CONNECTED".equals(message.get("call.stage")))
                    .getLast();
            assertThat(pop.getLong("call.callId")).isEqualTo(call);
        }
        try (SocketListener desk = people.desk(TAKER, engine.getPort())) {
            JsonPath whole = desk.next();
            assertThat(whole.getString("customer.lastName")).isEqualTo("Lovelace");
            assertThat(whole.getLong("callCampaign.id")).isEqualTo(campaign);
            assertThat(whole.getList("callCampaign.dispositions.code")).contains("SALE");
        }
        people.asAgent(TAKER).post("/api/agent/hangup").then().statusCode(204);
        people.await(TAKER, "WRAP_UP");
        people.asAgent(TAKER)
                .body(Map.of("callId", call, "disposition", "SALE"))
                .post("/api/agent/dispose")
                .then()
                .statusCode(204);
        leave(GIVER);
        leave(TAKER);
    }

    @Test
    void aParkedCustomerIsShownToTheAgentsOfTheCampaignAndPickedUpOnce() throws InterruptedException {
        long call = talk(GIVER);
        given.ready(TAKER, given.aCampaign(Map.of("mode", "manual")));
        people.await(TAKER, "READY");
        people.as("manager")
                .body(Map.of("agents", List.of(people.anAgent(GIVER), people.anAgent(TAKER))))
                .put("/api/campaigns/" + campaign + "/agents")
                .then()
                .statusCode(200);
        try (SocketListener desk = people.desk(TAKER, engine.getPort())) {
            assertThat(desk.next().getList("parked")).isEmpty();
            people.asAgent(GIVER).post("/api/agent/park").then().statusCode(204);
            JsonPath shown = desk.until(message -> message.get("parked") != null
                            && !message.getList("parked").isEmpty())
                    .getLast();
            assertThat(shown.getLong("parked[0].callId")).isEqualTo(call);
            assertThat(shown.getString("parked[0].name")).contains("Lovelace");
            people.asAgent(TAKER)
                    .post("/api/agent/parked/" + call + "/pick-up")
                    .then()
                    .statusCode(204);
            desk.until(message -> "CONNECTED".equals(message.get("call.stage")));
        }
        people.asAgent(GIVER)
                .post("/api/agent/parked/" + call + "/pick-up")
                .then()
                .statusCode(409)
                .body("detail", equalTo("the customer is not parked any more"));
        leave(TAKER);
        leave(GIVER);
    }
}
