package io.tactus.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tactus.floor.effect.NewsEffect.Paced;
import io.tactus.floor.effect.NewsEffect.Shadowed;
import io.tactus.floor.model.DialMode;
import io.tactus.pacing.PacingDecision.Why;
import io.tactus.platform.EngineClock;
import io.tactus.testing.EngineTest;
import io.tactus.testing.Given;
import io.tactus.testing.People;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@EngineTest
class DecisionTest {
    private static final Why WHY = new Why(2.1, 0.9, 9.5, 0.021, 0.024, 38, 2.3);

    @Inject
    People people;

    @Inject
    Given given;

    @Inject
    DecisionStore store;

    @Inject
    DecisionLog log;

    @Inject
    DataSource dataSource;

    @Inject
    EngineClock clock;

    private static Paced paced(long campaign, int launched, int released, Why why, Instant at) {
        return new Paced(
                campaign,
                "n1",
                launched,
                released,
                "calls for free agents",
                2,
                5,
                1,
                40,
                1,
                why,
                Optional.empty(),
                at.toEpochMilli() * 1_000);
    }

    @Test
    void aDecisionOfTheFloorIsReadBackOverRestWithItsFigures() {
        long id = given.aCampaign();
        log.on(paced(id, 3, 1, WHY, clock.instant()));
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> people.as("supervisor")
                        .get("/api/campaigns/" + id + "/decisions")
                        .then()
                        .statusCode(200)
                        .body("", hasSize(1))
                        .body("[0].launched", equalTo(3))
                        .body("[0].released", equalTo(1))
                        .body("[0].reason", equalTo("calls for free agents"))
                        .body("[0].inFlight", equalTo(5))
                        .body("[0].why.risk", equalTo(0.021f))
                        .body("[0].why.price", equalTo(38f)));
    }

    @Test
    void aTimeAndALimitChooseAndTheLatestComesFirst() throws SQLException {
        long id = given.aCampaign();
        Instant now = clock.instant();
        store.write(LongStream.range(0, 10)
                .mapToObj(i -> paced(id, (int) i, 0, Why.NONE, now.minusSeconds(10 * i)))
                .toList());
        people.as("compliance")
                .get("/api/campaigns/" + id + "/decisions?limit=2&to=" + now.minusSeconds(15))
                .then()
                .body("launched", equalTo(List.of(2, 3)))
                .body("[0]", not(hasKey("why")));
        people.as("manager")
                .get("/api/campaigns/" + id + "/decisions?from=" + now.minusSeconds(35))
                .then()
                .body("launched", equalTo(List.of(0, 1, 2, 3)));
    }

    @Test
    void wrongBoundsAreNamed() {
        String path = "/api/campaigns/" + given.aCampaign() + "/decisions";
        people.as("manager")
                .get(path + "?from=yesterday")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("from"));
        people.as("manager").get(path + "?limit=0").then().statusCode(400).body("errors.field", hasItem("limit"));
        people.as("manager")
                .get(path + "?from=2026-11-22T17:00:00Z&to=2026-11-22T16:00:00Z")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", hasItem("to"));
        people.as("manager").get("/api/campaigns/999999/decisions").then().statusCode(404);
    }

    @Test
    void whatIsOldGoesAndWhatBelongsToADeletedCampaignIsLeftOut() throws SQLException {
        long id = given.aCampaign();
        Instant now = clock.instant();
        store.write(List.of(
                paced(id, 1, 0, WHY, now.minus(Duration.ofHours(25))),
                paced(id, 2, 0, WHY, now),
                paced(987_654, 3, 0, WHY, now)));
        assertThat(store.removeBefore(now.minus(Duration.ofHours(24)))).isPositive();
        people.as("manager").get("/api/campaigns/" + id + "/decisions").then().body("launched", equalTo(List.of(2)));
    }

    @Test
    void readingAndCleaningKeepToTheIndexWhenThereAreManyDecisions() throws SQLException {
        long id = given.aCampaign();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement fill = connection.prepareStatement("""
                        insert into pacing_decision (campaign_id, at, node, launched, released, reason, free_agents, in_flight,
                            waiting, live_answers, abandoned)
                        select ?, now() - n * interval '1 second', 'n1', 1, 0, 'r', 1, 1, 0, 1, 0 from generate_series(1, 60000) n
                        """)) {
            fill.setLong(1, id);
            fill.executeUpdate();
            connection.createStatement().execute("analyze pacing_decision");
            assertThat(
                            plan(
                                    connection,
                                    "select * from pacing_decision where campaign_id = " + id
                                            + " and at >= now() - interval '1 hour' and at <= now() order by at desc, id desc limit 100"))
                    .contains("Index Scan")
                    .doesNotContain("Sort");
            assertThat(plan(
                            connection,
                            "select ctid from pacing_decision where campaign_id = " + id
                                    + " and at < now() - interval '16 hours' order by at limit 10000"))
                    .contains("Index")
                    .doesNotContain("Seq Scan");
        }
    }

    private static String plan(Connection connection, String sql) throws SQLException {
        try (ResultSet row = connection.createStatement().executeQuery("explain (format json) " + sql)) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void atTheQueuesLimitDecisionsAreDroppedAndCounted() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        // Never started: nothing is taken out of its queue.
        DecisionLog full = new DecisionLog(
                store,
                clock,
                new DecisionConfig() {
                    @Override
                    public Duration keep() {
                        return Duration.ofHours(24);
                    }

                    @Override
                    public Duration idleInterval() {
                        return Duration.ofSeconds(5);
                    }

                    @Override
                    public int waiting() {
                        return 3;
                    }
                },
                registry);
        for (int i = 0; i < 8; i++) {
            full.on(paced(1, 1, 0, WHY, clock.instant()));
        }
        assertThat(registry.get("tactus.decisions.dropped").counter().count()).isEqualTo(5);
    }

    @Test
    void whatTheShadowWantedAtDecisionsLeftOutIsNotLost() {
        Thinner thinner = new Thinner(Duration.ofSeconds(5));
        Instant now = Instant.parse("2026-11-22T17:00:00Z");
        Paced first = paced(1, 0, 0, WHY, now).withShadow(shadowed(1, 0.1, 0.2, 10, 4));
        assertThat(thinner.take(first)).contains(first);
        assertThat(thinner.take(paced(1, 0, 0, WHY, now.plusSeconds(1)).withShadow(shadowed(2, 0.3, 0.1, 30, 5))))
                .isEmpty();
        assertThat(thinner.take(paced(1, 1, 0, WHY, now.plusSeconds(2)).withShadow(shadowed(4, 0.1, 0.5, 10, 1)))
                        .orElseThrow()
                        .shadow())
                .isEqualTo(shadowed(6, 0.25, 0.2, 40, 6));
    }

    private static Optional<Shadowed> shadowed(int launches, double risk, double liveRisk, int compared, int differed) {
        return Optional.of(
                new Shadowed(DialMode.POWER, launches, 0, "calls by the ratio", risk, liveRisk, compared, differed));
    }

    @Test
    void liveAndShadowAreSummedUp() throws SQLException {
        long id = given.aCampaign();
        Instant now = clock.instant();
        store.write(List.of(
                paced(id, 5, 0, WHY, now.minusSeconds(1_800)).withShadow(shadowed(2, 0.1, 0.02, 30, 20)),
                paced(id, 0, 0, WHY, now.minusSeconds(900)),
                paced(id, 1, 0, WHY, now).withShadow(shadowed(10, 0.3, 0.04, 10, 10))));
        people.as("supervisor")
                .get("/api/campaigns/" + id + "/decisions/comparison")
                .then()
                .statusCode(200)
                .body("", hasSize(1))
                .body("[0].shadowMode", equalTo("POWER"))
                .body("[0].liveLaunchesPerHour", equalTo(12f))
                .body("[0].shadowLaunchesPerHour", equalTo(24f))
                .body("[0].shadowRisk", equalTo(0.15f))
                .body("[0].liveRisk", equalTo(0.025f))
                .body("[0].differedShare", equalTo(0.75f));
        people.as("supervisor")
                .get("/api/campaigns/" + id + "/decisions?limit=1")
                .then()
                .body("[0].shadow.launches", equalTo(10))
                .body("[0].shadow.mode", equalTo("POWER"));
        long other = given.aCampaign();
        people.as("supervisor")
                .get("/api/campaigns/" + other + "/decisions/comparison")
                .then()
                .statusCode(200)
                .body("", hasSize(0));
    }

    @Test
    void whatLaunchedNothingIsStoredOnceInAWhile() {
        Thinner thinner = new Thinner(Duration.ofSeconds(5));
        Instant now = Instant.parse("2026-11-22T17:00:00Z");
        assertThat(thinner.take(paced(1, 0, 0, WHY, now))).isPresent();
        assertThat(thinner.take(paced(1, 0, 0, WHY, now.plusSeconds(2)))).isEmpty();
        assertThat(thinner.take(paced(2, 0, 0, WHY, now.plusSeconds(2)))).isPresent();
        assertThat(thinner.take(paced(1, 2, 0, WHY, now.plusSeconds(3)))).isPresent();
        assertThat(thinner.take(paced(1, 0, 1, WHY, now.plusSeconds(3)))).isPresent();
        assertThat(thinner.take(paced(1, 0, 0, WHY, now.plusSeconds(4)))).isEmpty();
        assertThat(thinner.take(paced(1, 0, 0, WHY, now.plusSeconds(5)))).isPresent();
    }
}
