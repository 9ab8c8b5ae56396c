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
import java.util.HashMap;
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

    private int disposition(long campaign, String code) {
        return disposition(campaign, code, "").statusCode(201).extract().path("id");
    }

    private ValidatableResponse disposition(long campaign, String code, String below) {
        Map<String, Object> form =
                new HashMap<>(Map.of("campaignId", campaign, "code", code, "label", code, "isFinal", true));
        if (!below.isEmpty()) {
            form.put("below", below);
        }
        return people.as("manager").body(form).post("/api/dispositions").then();
    }

    @Test
    void kindsGoOneStepDeepAndTheirOwnersStay() {
        long campaign = given.aCampaign();
        int above = disposition(campaign, "PLAN");
        int kind = disposition(campaign, "PLAN_YEAR", "PLAN")
                .statusCode(201)
                .extract()
                .path("id");
        disposition(campaign, "DEEPER", "PLAN_YEAR").statusCode(400).body("errors[0].field", equalTo("below"));
        disposition(campaign, "ITSELF", "ITSELF").statusCode(400);
        disposition(campaign, "NOWHERE", "NO_SUCH").statusCode(400);
        disposition(campaign, "LATER", "CALL_BACK").statusCode(400);
        disposition(given.aCampaign(), "FOREIGN", "PLAN").statusCode(400);
        people.as("manager").delete("/api/dispositions/" + above).then().statusCode(409);
        people.as("manager").delete("/api/dispositions/" + kind).then().statusCode(204);
        people.as("manager").delete("/api/dispositions/" + above).then().statusCode(204);
    }

    @Test
    void onlyCodesOfTheSystemAndOfTheCallsOwnCampaignAreTaken() {
        long[] ids = given.aCampaignWith(SimulatedNetworkProfile.PERSON);
        disposition(given.aCampaign(), "OF_ANOTHER");
        disposition(ids[0], "OF_THIS_ONE");
        disposition(ids[0], "PLAN");
        disposition(ids[0], "PLAN_MONTH", "PLAN");
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
        dispose(call, "PLAN").statusCode(400).body("errors[0].message", containsString("kinds"));
        assertThat(state()).isEqualTo("WRAP_UP");
        dispose(call, "OF_THIS_ONE").statusCode(204);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> "OF_THIS_ONE"
                        .equals(people.as("manager").get("/api/leads/" + ids[1]).path("attempts[0].disposition")));
        people.asAgent(PHONE).post("/api/agent/logout").then().statusCode(204);
    }
}
