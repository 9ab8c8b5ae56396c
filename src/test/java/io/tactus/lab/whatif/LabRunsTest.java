package io.tactus.lab.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.path.json.JsonPath;
import io.tactus.testing.EngineTest;
import io.tactus.testing.People;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@EngineTest
class LabRunsTest {
    private static final String RUNS = "/api/lab/runs";

    @Inject
    People people;

    @AfterEach
    void cancelAll() {
        List<Integer> ids = people.as("manager").get(RUNS).jsonPath().getList("id");
        ids.forEach(id -> people.as("manager").delete(RUNS + "/" + id));
    }

    private static Map<String, Object> question(int agents, int repetitions, String... policies) {
        return new HashMap<>(Map.of(
                "agents",
                agents,
                "abandonmentCap",
                0.03,
                "answerRate",
                0.3,
                "talkSeconds",
                60,
                "wrapUpSeconds",
                10,
                "hours",
                2,
                "repetitions",
                repetitions,
                "policies",
                List.of(policies)));
    }

    private int ask(Map<String, Object> question) {
        return people.as("manager")
                .body(question)
                .post(RUNS)
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    private JsonPath awaitState(int id, String state) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> people.as("administrator").get(RUNS + "/" + id).jsonPath(),
                        run -> run.getString("state").equals(state));
    }

    @Test
    void anAnswerHasARowForEachPolicyAndItsCourse() {
        JsonPath run = awaitState(ask(question(5, 2, "predictive", "progressive")), "done");
        assertThat(run.getList("rows.policy")).isEqualTo(List.of("predictive", "progressive"));
        assertThat(run.getDouble("progress")).isEqualTo(1);
        assertThat(run.getString("askedBy")).isEqualTo("test-manager");
        List<Double> utilisation = run.getList("rows.utilisation", Double.class);
        assertThat(utilisation).allSatisfy(share -> assertThat(share).isBetween(0.3, 1.0));
        assertThat(utilisation.get(0)).isGreaterThan(utilisation.get(1));
        assertThat(run.getDouble("rows[1].abandonment")).isZero();
        List<Double> hours = run.getList("rows[0].course.hour", Double.class);
        assertThat(hours).hasSizeGreaterThan(40).isSorted();
        assertThat(hours.getLast()).isEqualTo(2);
        assertThat(run.getList("rows[0].course.busy", Double.class))
                .allSatisfy(share -> assertThat(share).isBetween(0.0, 1.0));
        List<Double> abandonment = run.getList("rows[0].course.abandonment", Double.class);
        assertThat(abandonment.getLast()).isCloseTo(abandonment.get(abandonment.size() - 2), Offset.offset(0.01));
        // The second hour of one run, over the parts, is near the mean of all runs.
        assertThat(run.getList("rows[0].course.busy", Double.class).subList(24, 48).stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElse(0))
                .isCloseTo(utilisation.get(0), Offset.offset(0.05));
    }

    @Test
    void whatIsRunningOrWaitsCanBeCancelled() {
        int running = ask(question(300, 3, "predictive", "predictive-release", "progressive"));
        int waiting = ask(question(5, 1, "progressive"));
        awaitState(running, "running");
        people.as("manager").get(RUNS + "/" + waiting).then().body("state", equalTo("waiting"));
        people.as("manager").delete(RUNS + "/" + waiting).then().statusCode(204);
        people.as("administrator").delete(RUNS + "/" + running).then().statusCode(204);
        people.as("manager").get(RUNS + "/" + waiting).then().body("state", equalTo("cancelled"));
        // The thread has let go of it: the next one is worked on.
        awaitState(ask(question(2, 1, "progressive")), "done");
        people.as("manager").get(RUNS + "/" + running).then().body("state", equalTo("cancelled"));
    }

    @Test
    void atTheLimitAnotherQuestionIsRefused() {
        List<Integer> asked = new ArrayList<>();
        asked.add(ask(question(300, 3, "predictive", "predictive-release", "progressive")));
        awaitState(asked.getFirst(), "running");
        for (int i = 0; i < LabRuns.WAITING; i++) {
            asked.add(ask(question(1, 1, "progressive")));
        }
        people.as("manager")
                .body(question(1, 1, "progressive"))
                .post(RUNS)
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .body("detail", startsWith("4 simulations wait already"));
        people.as("manager").delete(RUNS + "/" + asked.getLast()).then().statusCode(204);
        ask(question(1, 1, "progressive"));
    }

    @Test
    void whatIsAskedMustBeWithinTheLimits() {
        Map<String, Object> wrong = question(0, 99, "predictive", "wishful:3");
        wrong.put("answerRate", 2);
        people.as("manager")
                .body(wrong)
                .post(RUNS)
                .then()
                .statusCode(400)
                .body("errors.field", hasItems("agents", "repetitions", "answerRate"));
        people.as("manager")
                .body(question(5, 1, "predictive", "wishful:3", "lines:-1"))
                .post(RUNS)
                .then()
                .statusCode(400)
                .body("errors.field", hasItems("policies[1]", "policies[2]"));
        people.as("manager")
                .body(question(5, 1))
                .post(RUNS)
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("policies"));
        Map<String, Object> large =
                question(300, 10, "predictive", "progressive", "lines:2", "ratio:2", "mean-matching", "erlang");
        large.put("hours", 9);
        people.as("manager").body(large).post(RUNS).then().statusCode(400).body("errors.field", hasItem("repetitions"));
        people.as("manager").get(RUNS + "/999999").then().statusCode(404);
    }
}
