package io.tactus.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.tactus.testing.EngineTest;
import io.tactus.testing.Given;
import io.tactus.testing.People;
import io.tactus.testing.SimulatedNetworkProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What an agent may say that a call came to, after a call on the simulated network. */
@EngineTest
@TestProfile(SimulatedNetworkProfile.class)
class DispositionTest {
    private static final String PHONE = "phone-02";

    @Inject
    People people;

    @Inject
    Given given;

    private String state() {
        return people.asAgent(PHONE).get("/api/agent/state").path("agent.state");
    }

    private ValidatableResponse dispose(int call, String code) {
        return people.asAgent(PHONE)
                .body(Map.of("callId", call, "disposition", code))
                .post("/api/agent/dispose")
                .then();
    }

    private void disposition(long campaign, String code) {
        people.as("manager")
                .body(Map.of("campaignId", campaign, "code", code, "label", code, "isFinal", true))
                .post("/api/dispositions")
                .then()
                .statusCode(201);
    }

    @Test
    void onlyCodesOfTheSystemAndOfTheCallsOwnCampaignAreTaken() {
        long[] ids = given.aCampaignWith(SimulatedNetworkProfile.PERSON);
        disposition(given.aCampaign(), "OF_ANOTHER");
        disposition(ids[0], "OF_THIS_ONE");
        given.ready(PHONE, ids[0]);
        people.as("manager").post("/api/campaigns/" + ids[0] + "/start");
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> state().equals("TALKING"));
        int call = people.asAgent(PHONE).get("/api/agent/state").path("call.callId");
        people.asAgent(PHONE).post("/api/agent/hangup").then().statusCode(204);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> state().equals("WRAP_UP"));

        dispose(call, "OF_ANOTHER")
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo("disposition"))
                .body("errors[0].message", containsString("campaign " + ids[0]));
        dispose(call, "NO_SUCH").statusCode(400).body("errors[0].field", equalTo("disposition"));
        assertThat(state()).isEqualTo("WRAP_UP");
        dispose(call, "OF_THIS_ONE").statusCode(204);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> "OF_THIS_ONE"
                        .equals(people.as("manager").get("/api/leads/" + ids[1]).path("attempts[0].disposition")));
        people.asAgent(PHONE).post("/api/agent/logout").then().statusCode(204);
    }
}
