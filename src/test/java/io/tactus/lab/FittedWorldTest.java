package io.tactus.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.tactus.lab.past.Quantiles;
import io.tactus.pacing.PacingPolicy;
import io.tactus.pacing.ProgressivePolicy;
import io.tactus.pacing.predictive.PredictivePolicy;
import io.tactus.platform.EngineClock;
import io.tactus.testing.EngineTest;
import io.tactus.testing.Given;
import io.tactus.testing.People;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A known world runs into the database, and a world is fitted to what was written. */
@EngineTest
class FittedWorldTest {
    /** Ten agents with breaks, people who hang up, ringing calls that are given up. */
    private static final String KNOWN = """
            agents: {count: 10, breakEveryMinutes: 90, breakMinutes: 8}
            campaigns:
              - answerRates: [0.30]
                means: {releaseRungSeconds: 15}
                talk: {seconds: 90, sigma: 0.8}
                wrapUp: {seconds: 15, variation: 0.5}
                hangsUp: true
            hours: 9
            """;

    @Inject
    People people;

    @Inject
    Given given;

    @Inject
    DataSource dataSource;

    @Inject
    EngineClock clock;

    private Scenario fitted(long campaign) {
        String yaml = people.as("manager")
                .accept("application/yaml")
                .get("/api/campaigns/" + campaign + "/scenario?days=2")
                .then()
                .statusCode(200)
                .contentType("application/yaml")
                .extract()
                .asString();
        return ScenarioFile.read("fitted", yaml);
    }

    @Test
    void aKnownWorldIsFoundAgainInWhatItLeftInTheDatabase() throws SQLException {
        long campaign = given.aCampaign(Map.of("mode", "predictive", "releaseRungMillis", 15_000));
        Scenario known = ScenarioFile.read("known", KNOWN);
        Written.run(
                dataSource,
                campaign,
                known,
                new PredictivePolicy(),
                3,
                Written.ago(clock.instant(), Duration.ofHours(20)));

        Scenario found = fitted(campaign);

        assertThat(found.agents().count()).isEqualTo(10);
        assertThat(found.agents().breakEveryMinutes()).isCloseTo(90, within(25.0));
        assertThat(found.agents().breakMinutes()).isCloseTo(8, within(1.0));
        Scenario.Work work = found.first();
        // A person who would answer after more than 25 s is none.
        double rate = work.answerRates().stream().mapToDouble(r -> r).average().orElse(0);
        assertThat(rate).isCloseTo(0.295, within(0.015));
        assertThat(work.talk().seconds()).isCloseTo(90, within(6.0));
        assertThat(work.talk().sigma()).isCloseTo(0.8, within(0.06));
        assertThat(Quantiles.at(work.talk().quantiles(), 0.5)).isCloseTo(65, within(5.0));
        assertThat(work.wrapUp().seconds()).isCloseTo(15, within(1.0));
        assertThat(work.wrapUp().variation()).isCloseTo(0.5, within(0.05));
        assertThat(work.means().releaseRungSeconds()).isEqualTo(15);
        Scenario.Dials dials = work.dials();
        assertThat(dials).isNotNull();
        assertThat(dials.busy() + dials.invalid() + dials.congestion() + dials.rejected())
                .isCloseTo(0.15, within(0.02));
        // Machines that answer after the calls were given up are found by lot.
        assertThat(dials.machine()).isCloseTo(0.45 * 0.86, within(0.03));
        assertThat(Quantiles.mean(dials.answerSeconds())).isCloseTo(9.8, within(0.4));

        double truth = utilisation(known.withHours(6), PredictivePolicy::new);
        double likeIt = utilisation(found.withHours(6), PredictivePolicy::new);
        assertThat(likeIt).isCloseTo(truth, within(0.02));
        assertThat(utilisation(found.withHours(6), ProgressivePolicy::new))
                .isCloseTo(utilisation(known.withHours(6), ProgressivePolicy::new), within(0.02));
    }

    private static double utilisation(Scenario world, Supplier<PacingPolicy> policy) {
        return LongStream.rangeClosed(1, 3)
                .mapToObj(seed -> LabRun.run(world, policy.get(), 100 + seed))
                .mapToDouble(RunResult::utilisation)
                .average()
                .orElse(0);
    }

    @Test
    void theHoursOfADayAreKeptApart() throws SQLException {
        long campaign = given.aCampaign(Map.of("mode", "progressive"));
        Scenario known = ScenarioFile.read(
                "known", "agents: {count: 10}\ncampaigns: [{answerRates: [0.1, 0.3, 0.5, 0.2]}]\nhours: 4");
        Written.run(
                dataSource,
                campaign,
                known,
                new ProgressivePolicy(),
                1,
                Written.ago(clock.instant(), Duration.ofHours(6)));

        Scenario found = fitted(campaign);

        assertThat(found.hours()).isEqualTo(4);
        assertThat(found.first().answerRates()).hasSize(4);
        assertThat(found.first().answerRates().get(0)).isCloseTo(0.1, within(0.04));
        assertThat(found.first().answerRates().get(2)).isCloseTo(0.5, within(0.06));
        int run = people.as("manager")
                .body(Map.of(
                        "agents",
                        10,
                        "abandonmentCap",
                        0.03,
                        "answerRate",
                        0.28,
                        "talkSeconds",
                        120,
                        "wrapUpSeconds",
                        22,
                        "hours",
                        2,
                        "repetitions",
                        1,
                        "policies",
                        List.of("progressive"),
                        "campaignId",
                        campaign,
                        "days",
                        1))
                .post("/api/lab/runs")
                .then()
                .statusCode(202)
                .body("question.campaignId", equalTo((int) campaign))
                .extract()
                .path("id");
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        people.as("manager").get("/api/lab/runs/" + run).then().body("state", equalTo("done")));
    }

    @Test
    void tooLittleIsSaidAndSoAreWrongDaysAndStrangers() {
        long campaign = given.aCampaign();
        String path = "/api/campaigns/" + campaign + "/scenario";
        people.as("manager")
                .get(path)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("detail", containsString("at least 200 dials and 20 talks"));
        people.as("manager").get(path + "?days=61").then().statusCode(400).body("errors.field", hasItem("days"));
        people.as("manager").get("/api/campaigns/999999/scenario").then().statusCode(404);
        people.as("manager")
                .body(Map.of(
                        "agents",
                        10,
                        "abandonmentCap",
                        0.03,
                        "answerRate",
                        0.28,
                        "talkSeconds",
                        120,
                        "wrapUpSeconds",
                        22,
                        "hours",
                        2,
                        "repetitions",
                        1,
                        "policies",
                        List.of("progressive"),
                        "campaignId",
                        campaign))
                .post("/api/lab/runs")
                .then()
                .statusCode(409);
        people.as("supervisor").get(path).then().statusCode(403).body("status", equalTo(403));
    }
}
