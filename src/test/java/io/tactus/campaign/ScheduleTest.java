package io.tactus.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.tactus.testing.EngineTest;
import io.tactus.testing.Given;
import io.tactus.testing.People;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;

@EngineTest
class ScheduleTest {
    private static final List<String> WEEK = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");

    @Inject
    People people;

    @Inject
    Given given;

    @Inject
    Scheduler quartz;

    @Test
    void aScheduleThatCoversNowStartsTheCampaignAndItsRemovalLeavesItRunning() {
        long id = given.aCampaign();
        given.aLead(given.aList(id, Map.of()), "Timed", "+12025550120");
        replace(id, Map.of("days", WEEK, "startsAt", "00:00", "stopsAt", "00:00", "zone", "UTC"));
        awaitState(id, "running");
        people.as("manager")
                .body(Map.of("schedules", List.of()))
                .put(path(id))
                .then()
                .statusCode(200);
        people.as("manager").get("/api/campaigns/" + id).then().body("state", equalTo("running"));
        people.as("manager").post("/api/campaigns/" + id + "/stop").then().statusCode(204);
    }

    @Test
    void aScheduleThatIsOverPausesARunningCampaign() {
        long id = given.aCampaign();
        given.aLead(given.aList(id, Map.of()), "Timed", "+12025550121");
        people.as("manager").post("/api/campaigns/" + id + "/start").then().statusCode(204);
        awaitState(id, "running");
        replace(
                id,
                Map.of(
                        "days",
                        WEEK,
                        "startsAt",
                        "08:00",
                        "stopsAt",
                        "20:00",
                        "zone",
                        "America/New_York",
                        "firstDate",
                        "2999-01-01"));
        awaitState(id, "paused");
    }

    @Test
    void aChangeReplacesTheTriggersAndNothingIsLeftOfTheOldOnes() throws SchedulerException {
        long id = given.aCampaign();
        Map<String, Object> morning = Map.of(
                "days",
                List.of("MON"),
                "startsAt",
                "08:00",
                "stopsAt",
                "12:00",
                "zone",
                "Europe/London",
                "firstDate",
                "2050-01-01");
        people.as("manager")
                .body(Map.of("schedules", List.of(morning, morning)))
                .put(path(id))
                .then()
                .statusCode(200);
        awaitTriggers(id, 4);
        replace(id, morning);
        awaitTriggers(id, 2);
        people.as("manager")
                .body(Map.of("schedules", List.of()))
                .put(path(id))
                .then()
                .body("schedules", hasSize(0));
        assertThat(quartz.checkExists(key(id))).isFalse();
    }

    @Test
    void whatDoesNotMakeSenseIsNamed() {
        long id = given.aCampaign();
        people.as("manager")
                .body(Map.of(
                        "schedules",
                        List.of(Map.of("days", WEEK, "startsAt", "20:00", "stopsAt", "08:00", "zone", "Mars/Olympus"))))
                .put(path(id))
                .then()
                .statusCode(400)
                .body("errors.field", hasItems("schedules[0].stopsAt", "schedules[0].zone"));
    }

    private void replace(long id, Map<String, Object> time) {
        people.as("manager")
                .body(Map.of("schedules", List.of(time)))
                .put(path(id))
                .then()
                .statusCode(200);
    }

    /** The trigger that made the change take effect at once disappears a moment later. */
    private void awaitTriggers(long id, int count) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(quartz.getTriggersOfJob(key(id))).hasSize(count));
    }

    private static JobKey key(long id) {
        return new JobKey("campaign-" + id, "schedules");
    }

    private static String path(long id) {
        return "/api/campaigns/" + id + "/schedules";
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
