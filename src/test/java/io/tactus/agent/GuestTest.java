package io.tactus.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.tactus.testing.EngineTest;
import io.tactus.testing.Given;
import io.tactus.testing.People;
import io.tactus.testing.SimulatedNetworkProfile;
import io.tactus.testing.SocketListener;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** An agent calls somebody outside about the customer, on the simulated network. */
@EngineTest
@TestProfile(SimulatedNetworkProfile.class)
class GuestTest {
    private static final String AGENT = "guest-host";

    @Inject
    People people;

    @Inject
    Given given;

    @TestHTTPResource
    URI engine;

    private ValidatableResponse post(String path) {
        return people.asAgent(AGENT).post("/api/agent/" + path).then();
    }

    private ValidatableResponse callOutside(String number) {
        return people.asAgent(AGENT)
                .body(Map.of("number", number))
                .post("/api/agent/colleagues/outside")
                .then();
    }

    @Test
    void somebodyOutsideIsCalledSpeaksJoinsInAndGetsTheCustomer() throws InterruptedException {
        long campaign = given.aCampaign(new HashMap<>(Given.ALWAYS_OPEN));
        given.aLead(given.aList(campaign, Map.of()), "Lovelace", SimulatedNetworkProfile.PERSON);
        try (SocketListener desk = people.desk(AGENT, engine.getPort())) {
            given.ready(AGENT, campaign);
            callOutside(SimulatedNetworkProfile.PERSON)
                    .statusCode(409)
                    .body("detail", containsString("no customer on the line"));
            people.as("manager")
                    .post("/api/campaigns/" + campaign + "/start")
                    .then()
                    .statusCode(204);
            desk.until(message -> "CONNECTED".equals(message.get("call.stage")));

            callOutside("911").statusCode(400).body("errors.field", hasItem("number"));
            callOutside(SimulatedNetworkProfile.PERSON).statusCode(204);
            JsonPath rings =
                    desk.until(message -> message.get("colleague") != null).getLast();
            assertThat(rings.getString("colleague.stage")).isEqualTo("CALLED");
            assertThat(rings.getString("colleague.name")).isEqualTo(SimulatedNetworkProfile.PERSON);
            assertThat(rings.getBoolean("colleague.mine")).isTrue();
            desk.until(message -> "PRIVATE".equals(message.get("colleague.stage")));
            callOutside("+12025550199").statusCode(409);

            post("colleagues/conference").statusCode(204);
            JsonPath three = desk.until(message -> "CONFERENCE".equals(message.get("colleague.stage")))
                    .getLast();
            assertThat(three.getString("colleague.name")).isEqualTo(SimulatedNetworkProfile.PERSON);
            // Who has just joined in settles for half a second.
            Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> people.asAgent(AGENT)
                                    .post("/api/agent/colleagues/give")
                                    .statusCode()
                            == 204);
            desk.until(message -> "WRAP_UP".equals(message.get("me.state")));
        } finally {
            post("logout");
        }
    }
}
