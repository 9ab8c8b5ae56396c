package io.tactus.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.tactus.dialing.DialingService;
import io.tactus.testing.EngineTest;
import io.tactus.testing.People;
import io.tactus.testing.SimulatedNetworkProfile;
import io.tactus.testing.SocketListener;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** An agent who works with the own mobile phone, on the simulated network, which asks for no key. */
@EngineTest
@TestProfile(SimulatedNetworkProfile.class)
class MobilePhoneTest {
    @Inject
    People people;

    @Inject
    DialingService dialing;

    @TestHTTPResource
    URI engine;

    private ValidatableResponse put(String phone, Map<String, String> mobile) {
        Map<String, Object> form =
                new HashMap<>(Map.of("endpoint", phone, "legMode", "on_demand", "phoneKind", "desk"));
        form.put("mobile", mobile);
        return people.as("administrator")
                .body(form)
                .put("/api/agents/" + people.anAgent(phone))
                .then();
    }

    @Test
    void anAdministratorEntersTheNumberAndTheTrunk() {
        people.as("administrator").get("/api/agents/trunks").then().body("", hasItem("carrier"));
        put("mobile-1", Map.of("number", SimulatedNetworkProfile.PERSON, "trunk", "carrier"))
                .statusCode(200)
                .body("mobile.number", equalTo(SimulatedNetworkProfile.PERSON))
                .body("mobile.trunk", equalTo("carrier"));
        put("mobile-1", Map.of("number", "0171 1234567", "trunk", "carrier"))
                .statusCode(400)
                .body("errors.field", contains("mobile.number"));
        put("mobile-1", Map.of("number", "+12025550110@evil", "trunk", "carrier"))
                .statusCode(400);
        put("mobile-1", Map.of("number", "+12025550110", "trunk", "elsewhere"))
                .statusCode(400)
                .body("errors.field", contains("mobile.trunk"))
                .body("errors.message", contains(containsString("carrier")));
        put("mobile-1", null).statusCode(200).body("mobile", nullValue());
    }

    @Test
    void nobodyChoosesAPhoneThatNobodyHasEntered() {
        people.anAgent("mobile-2");
        people.asAgent("mobile-2")
                .put("/api/agent/phone/mobile")
                .then()
                .statusCode(409)
                .body("detail", containsString("administrator"));
    }

    @Test
    void theMobileIsRungOverTheTrunkAndHoldsALineOfIt() throws Exception {
        put(
                "mobile-3",
                Map.of("number", SimulatedNetworkProfile.PERSON, "trunk", SimulatedNetworkProfile.NARROW_TRUNK));
        try (SocketListener desk = people.desk("mobile-3", engine.getPort())) {
            JsonPath first = desk.next();
            assertThat(first.getString("me.phone")).isEqualTo("own");
            assertThat(first.getString("me.mobile")).isEqualTo(SimulatedNetworkProfile.PERSON);
            people.asAgent("mobile-3").put("/api/agent/phone/mobile").then().statusCode(204);
            desk.until(message -> "mobile".equals(message.get("me.phone")));
            people.asAgent("mobile-3").post("/api/agent/login").then().statusCode(204);
            // It stands, although the desk phone would be rung for each call.
            desk.until(message -> "PARKED".equals(message.get("me.leg")));
            assertThat(linesInUse()).isEqualTo(1);
            people.asAgent("mobile-3")
                    .delete("/api/agent/phone")
                    .then()
                    .statusCode(409)
                    .body("detail", containsString("Log out"));
            people.asAgent("mobile-3").post("/api/agent/logout").then().statusCode(204);
            Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> linesInUse() == 0);
            people.asAgent("mobile-3").delete("/api/agent/phone").then().statusCode(204);
            desk.until(message -> "own".equals(message.get("me.phone")));
        }
    }

    private int linesInUse() throws Exception {
        return dialing.floor()
                .look(floor -> floor.trunks().stream()
                        .filter(trunk -> trunk.name.equals(SimulatedNetworkProfile.NARROW_TRUNK))
                        .mapToInt(trunk -> trunk.inUse())
                        .sum())
                .get(5, TimeUnit.SECONDS);
    }
}
