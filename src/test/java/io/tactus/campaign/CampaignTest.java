package io.tactus.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.path.json.JsonPath;
import io.tactus.agent.Agents;
import io.tactus.testing.EngineTest;
import io.tactus.testing.Given;
import io.tactus.testing.People;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@EngineTest
class CampaignTest {
    @Inject
    People people;

    @Inject
    Given given;

    @Inject
    Agents agents;

    @Test
    void whatIsLeftOutHasItsDefault() {
        people.as("manager")
                .get("/api/campaigns/" + given.aCampaign())
                .then()
                .body("state", equalTo("draft"))
                .body("mode", equalTo("progressive"))
                .body("abandonmentCap", equalTo(0.03f))
                .body("windowTo", equalTo("21:00:00"))
                .body("retryMinutes.BUSY", equalTo(15));
    }

    @Test
    void everyChangeIsRememberedWithWhoMadeIt() {
        long id = given.aCampaign();
        Map<String, Object> settings = settings(id);
        settings.put("linesPerAgent", 2.5);
        people.as("manager")
                .body(settings)
                .put("/api/campaigns/" + id)
                .then()
                .statusCode(200)
                .body("version", equalTo(1));
        people.as("compliance")
                .get("/api/campaigns/" + id + "/history")
                .then()
                .body("settings.linesPerAgent", contains(2.5f, 1.5f))
                .body("changedBy", contains("test-manager", "test-manager"));
    }

    @Test
    void twoManagersDoNotOverwriteEachOther() {
        long id = given.aCampaign();
        Map<String, Object> settings = settings(id);
        people.as("manager").body(settings).put("/api/campaigns/" + id).then().statusCode(200);
        settings.put("weight", 2);
        settings.put("version", -0);
        people.as("manager").body(settings).put("/api/campaigns/" + id).then().statusCode(200);
        people.as("manager").body(settings).put("/api/campaigns/" + id).then().statusCode(409);
    }

    @Test
    void settingsThatContradictEachOtherAreNamed() {
        people.as("manager")
                .body(Map.of(
                        "name",
                        Given.fresh("c"),
                        "windowFrom",
                        "20:00",
                        "windowTo",
                        "08:00",
                        "attemptsPerDay",
                        9,
                        "attemptsLifetime",
                        2))
                .post("/api/campaigns")
                .then()
                .statusCode(400)
                .body("errors.field", hasItems("windowTo", "attemptsPerDay"));
    }

    @Test
    void aShadowIsAPartOfTheSettings() {
        long id = given.aCampaign(Map.of("mode", "predictive", "shadow", Map.of("mode", "power", "linesPerAgent", 2)));
        people.as("manager")
                .get("/api/campaigns/" + id)
                .then()
                .body("shadow.mode", equalTo("power"))
                .body("shadow.linesPerAgent", equalTo(2f))
                .body("shadow.abandonmentCap", equalTo(0.03f));
        Map<String, Object> settings = settings(id);
        settings.put("shadow", null);
        people.as("manager")
                .body(settings)
                .put("/api/campaigns/" + id)
                .then()
                .statusCode(200)
                .body("shadow", equalTo(null));
        people.as("manager")
                .body(Map.of("name", Given.fresh("c"), "shadow", Map.of("mode", "manual", "linesPerAgent", 99)))
                .post("/api/campaigns")
                .then()
                .statusCode(400)
                .body("errors.field", hasItems("shadow.mode", "shadow.linesPerAgent"));
        people.as("manager")
                .body(Map.of(
                        "name",
                        Given.fresh("c"),
                        "rescueAfterMillis",
                        4_999,
                        "releaseRungMillis",
                        5_000,
                        "shadow",
                        Map.of("mode", "predictive", "releaseRungMillis", 14_999)))
                .post("/api/campaigns")
                .then()
                .statusCode(400)
                .body("errors.field", hasItems("releaseRungMillis", "shadow.releaseRungMillis", "rescueAfterMillis"));
    }

    @Test
    void aNameCannotCarryALineBreakIntoAsterisk() {
        people.as("manager")
                .body(Map.of(
                        "name",
                        Given.fresh("c"),
                        "callerId",
                        "+12025550100\r\nAction: Originate",
                        "promptMessage",
                        "a\nb"))
                .post("/api/campaigns")
                .then()
                .statusCode(400)
                .body("errors.field", hasItems("callerId", "promptMessage"));
    }

    @Test
    void aCampaignStartsAndPausesOnTheFloor() {
        long id = given.aCampaign();
        given.aLead(given.aList(id, Map.of()), "Start", "+12025550110");
        people.as("supervisor").post("/api/campaigns/" + id + "/start").then().statusCode(204);
        awaitState(id, "running");
        people.as("supervisor").post("/api/campaigns/" + id + "/pause").then().statusCode(204);
        awaitState(id, "paused");
        people.as("supervisor").post("/api/campaigns/" + id + "/stop").then().statusCode(204);
        awaitState(id, "stopped");
        people.as("supervisor")
                .post("/api/campaigns/" + id + "/pause")
                .then()
                .statusCode(409)
                .contentType("application/problem+json");
    }

    @Test
    void anEditDoesNotUndoTheFloorsState() {
        long id = given.aCampaign();
        given.aLead(given.aList(id, Map.of()), "Edit", "+12025550111");
        people.as("manager").post("/api/campaigns/" + id + "/start").then().statusCode(204);
        awaitState(id, "running");
        Map<String, Object> settings = settings(id);
        settings.put("weight", 3);
        people.as("manager").body(settings).put("/api/campaigns/" + id).then().statusCode(200);
        people.as("manager")
                .get("/api/campaigns/" + id)
                .then()
                .body("state", equalTo("running"))
                .body("weight", equalTo(3f));
        people.as("manager").post("/api/campaigns/" + id + "/stop").then().statusCode(204);
    }

    @Test
    void onlyAgentsServeACampaign() {
        long id = given.aCampaign();
        long agent = people.id("agent");
        agents.ensure(agent, "test-agent-phone", "standing", "desk");
        people.as("supervisor")
                .body(Map.of("agents", List.of(agent)))
                .put("/api/campaigns/" + id + "/agents")
                .then()
                .statusCode(200)
                .body("agents", contains((int) agent));
        people.as("supervisor")
                .body(Map.of("agents", List.of(people.id("manager"))))
                .put("/api/campaigns/" + id + "/agents")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("agents"));
    }

    @Test
    void aCampaignHasDispositionsOfItsOwnBesidesTheSystems() {
        long id = given.aCampaign();
        Map<String, Object> form = Map.of("campaignId", id, "code", "PLEDGE", "label", "Pledge", "isFinal", true);
        people.as("manager").body(form).post("/api/dispositions").then().statusCode(201);
        people.as("manager").body(form).post("/api/dispositions").then().statusCode(409);
        people.as("agent").get("/api/dispositions?campaignId=" + id).then().body("code", hasItems("SALE", "PLEDGE"));
        people.as("agent").get("/api/dispositions").then().body("findAll { it.code == 'PLEDGE' }", hasSize(0));
    }

    @Test
    void theSummaryCountsLeadsAndStatesTheCap() {
        long id = given.aCampaign();
        given.aLead(given.aList(id, Map.of()), "Sum", "+12025550112");
        people.as("supervisor")
                .get("/api/campaigns/" + id + "/summary")
                .then()
                .statusCode(200)
                .body("leadsByState.AVAILABLE", equalTo(1))
                .body("liveAnswers", equalTo(0))
                .body("abandonmentCap", equalTo(0.03f));
    }

    private Map<String, Object> settings(long id) {
        JsonPath json = people.as("manager").get("/api/campaigns/" + id).jsonPath();
        Map<String, Object> settings = new HashMap<>(json.getMap(""));
        settings.keySet().removeAll(List.of("id", "state", "startedAt"));
        return settings;
    }

    private void awaitState(long id, String state) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(people.as("manager")
                                .get("/api/campaigns/" + id)
                                .jsonPath()
                                .getString("state"))
                        .isEqualTo(state));
    }
}
