package io.tactus.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.TestProfile;
import io.tactus.testing.EngineTest;
import io.tactus.testing.Given;
import io.tactus.testing.People;
import io.tactus.testing.SimulatedNetworkProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Alerts from the floor to the history, with a simulated network. */
@EngineTest
@TestProfile(SimulatedNetworkProfile.class)
class AlertTest {
    @Inject
    People people;

    @Inject
    Given given;

    private void choose(String role, String kind, boolean active, double threshold) {
        people.as(role)
                .body(Map.of("role", role, "kind", kind, "active", active, "threshold", threshold))
                .put("/api/alerts/settings")
                .then()
                .statusCode(200);
    }

    @Test
    void aCampaignThatRunsWithoutLeadsIsAnAlertUntilItIsPaused() {
        choose("manager", "HOPPER_LOW", true, 3);
        choose("compliance", "HOPPER_LOW", false, 3);
        long campaign = given.aCampaignWith("+12025550161")[0];
        people.as("manager")
                .post("/api/campaigns/" + campaign + "/start")
                .then()
                .statusCode(204);
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            List<Integer> open = people.as("manager")
                    .get("/api/alerts")
                    .path("findAll { it.kind == 'HOPPER_LOW' && it.closedAt == null }.subjectId");
            assertThat(open).contains((int) campaign);
        });
        people.as("compliance").get("/api/alerts").then().body("subjectId", not(hasItem((int) campaign)));
        people.as("manager")
                .post("/api/campaigns/" + campaign + "/pause")
                .then()
                .statusCode(204);
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            List<String> closed = people.as("manager")
                    .get("/api/alerts")
                    .path("findAll { it.subjectId == " + campaign + " }.closedAt");
            assertThat(closed).isNotEmpty().doesNotContainNull();
        });
    }

    @Test
    void aThresholdIsCheckedAndBelongsToAnOwnRole() {
        Map<String, Object> choice =
                Map.of("role", "supervisor", "kind", "PAUSE_LONG", "active", true, "threshold", 60);
        people.as("manager")
                .body(choice)
                .put("/api/alerts/settings")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("role"));
        people.as("supervisor")
                .body(Map.of("role", "supervisor", "kind", "PAUSE_LONG", "active", true, "threshold", 1))
                .put("/api/alerts/settings")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("threshold"));
        people.as("supervisor")
                .body(choice)
                .put("/api/alerts/settings")
                .then()
                .body("find { it.kind == 'PAUSE_LONG' }.threshold", equalTo(60f));
    }
}
