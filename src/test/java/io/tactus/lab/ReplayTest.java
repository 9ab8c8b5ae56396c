package io.tactus.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;

import io.tactus.lab.past.Recording;
import io.tactus.lab.past.RecordingFile;
import io.tactus.pacing.PacingPolicy;
import io.tactus.pacing.ProgressivePolicy;
import io.tactus.pacing.predictive.PredictivePolicy;
import io.tactus.platform.EngineClock;
import io.tactus.testing.EngineTest;
import io.tactus.testing.Given;
import io.tactus.testing.People;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A day of a known world is written to the database, recorded over REST and played again. */
@EngineTest
class ReplayTest {
    private static final String WORLD = """
            agents: {count: 10, breakEveryMinutes: 60, breakMinutes: 10, absences: [{fromMinute: 120, minutes: 60, share: 0.4, sudden: false}]}
            campaigns: [{answerRates: [0.2, 0.35, 0.25], talk: {seconds: 90}, hangsUp: true}]
            warmUpHours: 0
            hours: 6
            """;

    @Inject
    People people;

    @Inject
    Given given;

    @Inject
    DataSource dataSource;

    @Inject
    EngineClock clock;

    @TempDir
    Path folder;

    private LocalDate yesterday = LocalDate.EPOCH;

    @BeforeEach
    void setDate() {
        yesterday = clock.instant().atZone(ZoneOffset.UTC).toLocalDate().minusDays(1);
    }

    private Recording recorded(long campaign) throws IOException {
        Path file = folder.resolve(campaign + ".jsonl");
        Files.write(
                file,
                people.as("manager")
                        .accept("application/jsonl")
                        .get("/api/campaigns/" + campaign + "/recording?date=" + yesterday)
                        .then()
                        .statusCode(200)
                        .contentType("application/jsonl")
                        .extract()
                        .asByteArray());
        return RecordingFile.read(file);
    }

    private RunResult written(long campaign, PacingPolicy policy) throws SQLException {
        return Written.run(
                dataSource,
                campaign,
                ScenarioFile.read("known", WORLD),
                policy,
                5,
                yesterday.atStartOfDay(ZoneOffset.UTC).toInstant().plus(Duration.ofHours(8)));
    }

    private static double utilisation(Replay replay, Supplier<PacingPolicy> policy) {
        return LongStream.rangeClosed(1, 3)
                .mapToObj(seed -> replay.run(replay.world(), policy.get(), seed))
                .mapToDouble(RunResult::utilisation)
                .average()
                .orElse(0);
    }

    @Test
    void aProgressiveDayReplaysAsItWasAndPredictiveWouldHaveGivenMore() throws Exception {
        long campaign = given.aCampaign(Map.of("mode", "progressive"));
        RunResult was = written(campaign, new ProgressivePolicy());

        Replay replay = new Replay(recorded(campaign));

        assertThat(replay.recorded().utilisation()).isCloseTo(was.utilisation(), within(0.005));
        assertThat(replay.recorded().abandonment()).isCloseTo(was.abandonment(), within(0.002));
        assertThat(replay.recorded().dialsPerConnect()).isCloseTo(was.dialsPerConnect(), within(0.02));
        assertThat(replay.recorded().waitSeconds()).isCloseTo(was.waitSeconds(), within(1.0));
        double again = utilisation(replay, ProgressivePolicy::new);
        assertThat(again).isCloseTo(was.utilisation(), within(0.015));
        assertThat(utilisation(replay, PredictivePolicy::new)).isGreaterThan(again + 0.03);
    }

    @Test
    void aPredictiveDayWithPersonsAbandonedReplaysAsItWas() throws Exception {
        long campaign = given.aCampaign(Map.of("mode", "predictive"));
        RunResult was = written(campaign, new PredictivePolicy());

        Replay replay = new Replay(recorded(campaign));

        assertThat(replay.recorded().abandonment()).isCloseTo(was.abandonment(), within(0.002));
        assertThat(replay.recorded().course())
                .hasSizeGreaterThan(40)
                .last()
                .satisfies(end -> assertThat(end.abandonment())
                        .isCloseTo(replay.recorded().abandonment(), within(1e-9)));
        assertThat(utilisation(replay, PredictivePolicy::new)).isCloseTo(was.utilisation(), within(0.025));
        // Fewer dials than were recorded: the same people, and nobody dialled ahead.
        assertThat(utilisation(replay, ProgressivePolicy::new)).isLessThan(was.utilisation() - 0.03);
    }

    @Test
    void aDayWithoutDialsAndAWrongDateAreSaid() {
        String path = "/api/campaigns/" + given.aCampaign() + "/recording";
        people.as("manager")
                .get(path + "?date=" + yesterday)
                .then()
                .statusCode(404)
                .body("detail", containsString("dialled nobody"));
        people.as("manager").get(path).then().statusCode(400).body("errors.field", hasItem("date"));
        people.as("manager")
                .get(path + "?date=2026-02-30")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("date"));
        people.as("manager")
                .get(path + "?date=" + yesterday.plusDays(30))
                .then()
                .statusCode(400)
                .body("errors.message", hasItem("must not be in the future"));
        people.as("supervisor").get(path + "?date=" + yesterday).then().statusCode(403);
    }
}
