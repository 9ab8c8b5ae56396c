package io.tactus.dialing.store;

import static io.tactus.dialing.store.StoreWorld.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.tactus.dialing.promise.LeadFacts;
import io.tactus.dialing.promise.LeadPromises;
import io.tactus.dialing.store.ReservationStore.Reserved;
import io.tactus.pacing.forecast.Forecast;
import io.tactus.pacing.forecast.ForecastMemory;
import io.tactus.platform.EngineClock;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The contract of the store on a real PostgreSQL, and what only PostgreSQL can promise. */
class PostgresStoreTest extends DialingStoreContract {
    private static final String NEW_YORK = "America/New_York";
    private static PostgresWorld world;

    @BeforeAll
    static void start() {
        world = new PostgresWorld();
    }

    @AfterAll
    static void stop() throws IOException {
        world.close();
    }

    @Override
    StoreWorld world() {
        return world;
    }

    @Test
    void whatACampaignLearntComesBackUnlessItIsOldOrBroken() throws SQLException {
        long campaign = world.campaign();
        ForecastStore store = new ForecastStore(world.dataSource);
        Duration week = Duration.ofDays(7);
        assertThat(store.find(campaign, TUESDAY, week)).isEmpty();
        Forecast forecast = new Forecast();
        for (int i = 0; i < 100; i++) {
            forecast.answers.asked(5.1 + 0.01 * i, 0.37, 0);
        }
        ForecastMemory.Writer writer = new ForecastMemory.Writer();
        forecast.keep(writer);
        store.keep(campaign, new ForecastMemory(ForecastMemory.VERSION, List.of()), TUESDAY);
        store.keep(campaign, writer.memory(), TUESDAY);
        assertThat(store.find(campaign, TUESDAY.plus(Duration.ofDays(6)), week)).contains(writer.memory());
        assertThat(store.find(campaign, TUESDAY.plus(Duration.ofDays(8)), week)).isEmpty();
        for (String broken : List.of("[]", "{\"version\":99,\"parts\":[]}", "{\"version\":1}", "{\"parts\":3}")) {
            world.run("update campaign_memory set memory = '" + broken + "' where campaign_id = " + campaign);
            assertThat(store.find(campaign, TUESDAY, week)).as(broken).isEmpty();
        }
        // Of a campaign that is gone nothing is kept, and nothing fails.
        store.keep(987_654, writer.memory(), TUESDAY);
    }

    @Test
    void theAttemptsOfBeforeTeachWhoAnswers() throws SQLException {
        long campaign = world.campaign();
        world.run("insert into lead (campaign_id, list_id) select " + campaign
                + ", l.id from lead_list l, generate_series(1, 300) where l.campaign_id = " + campaign);
        world.run("insert into lead_phone (lead_id, position, number, zones) select id, 0, '+1202555' || id, "
                + "array['America/New_York'] from lead where campaign_id = " + campaign);
        String attempts =
                "insert into attempt (id, started_at, campaign_id, lead_id, phone_position, number, node, trunk,"
                        + " epoch, ended_at, outcome, live) select nextval('attempt_id'), timestamptz '2026-11-23 %s:00Z', "
                        + campaign
                        + ", id, 0, '+1202555' || id, 'n1', 't', 1, timestamptz '2026-11-23 %s:01Z', '%s', %s"
                        + " from lead where campaign_id = " + campaign;
        world.run(attempts.formatted("15:00", "15:00", "NO_ANSWER", "false"));
        world.run(attempts.formatted("23:00", "23:00", "ANSWERED", "true"));
        AttemptHistory history = new AttemptHistory(
                world.dataSource, EngineClock.of(() -> TUESDAY.toEpochMilli() * 1_000, System::nanoTime));
        LeadPromises promises = new LeadPromises(history);

        List<LeadPromises.Past> past = history.of(campaign);

        assertThat(past).hasSize(600);
        assertThat(past.getFirst()).isEqualTo(new LeadPromises.Past(new LeadFacts(0, "", 10, false), false));
        assertThat(past.getLast()).isEqualTo(new LeadPromises.Past(new LeadFacts(1, "NO_ANSWER", 18, false), true));
        assertThat(promises.promise(campaign, new LeadFacts(1, "NO_ANSWER", 18, false)))
                .isGreaterThan(2 * promises.promise(campaign, new LeadFacts(0, "", 10, false)));
    }

    @Test
    void fourHoppersAtOnceNeverReserveALeadTwice() throws Exception {
        long campaign = world.campaign();
        world.run("insert into lead (campaign_id, list_id) select " + campaign
                + ", l.id from lead_list l, generate_series(1, 2000) where l.campaign_id = " + campaign);
        DialingStore store = world.store();
        try (ExecutorService hoppers = Executors.newFixedThreadPool(4)) {
            Callable<List<Reserved>> hopper = () -> {
                List<Reserved> mine = new ArrayList<>();
                List<Reserved> batch;
                do {
                    batch = store.reserve(campaign, 37, world.lease(), TUESDAY);
                    mine.addAll(batch);
                } while (!batch.isEmpty());
                return mine;
            };
            Set<Long> leads = new HashSet<>();
            Set<Long> calls = new HashSet<>();
            int reserved = 0;
            for (Future<List<Reserved>> each : hoppers.invokeAll(List.of(hopper, hopper, hopper, hopper))) {
                for (Reserved lead : each.get()) {
                    reserved++;
                    leads.add(lead.leadId());
                    calls.add(lead.callId());
                }
            }
            assertThat(leads).hasSize(2000);
            assertThat(calls).hasSize(2000);
            assertThat(reserved).isEqualTo(2000);
        }
    }

    @Test
    void theHopperUsesItsIndexWhenThereAreManyLeads() {
        long campaign = world.campaign();
        world.run("insert into lead (campaign_id, list_id, state) select " + campaign
                + ", l.id, case when n % 50 = 0 then 'AVAILABLE' else 'DONE' end from lead_list l, generate_series(1, 100000) n"
                + " where l.campaign_id = " + campaign);
        world.run("analyze lead");
        String plan = world.text(
                "explain (format json) select id from lead where campaign_id = " + campaign
                        + " and state = 'AVAILABLE' and left_out = 0 and placed_by = 0 and due_at <= now() order by priority desc, due_at, id limit 50 for update skip locked");
        assertThat(plan).contains("lead_hopper").doesNotContain("Seq Scan").doesNotContain("\"Sort\"");
    }

    @Test
    void attemptsGoIntoThePartitionOfTheirMonth() throws SQLException {
        long campaign = world.campaign();
        world.lead(campaign, "+12025550000", NEW_YORK);
        world.gate(world.reserveOne(campaign), TUESDAY);
        assertThat(world.count("select count(*) from attempt_2026_11")).isPositive();
        assertThat(world.count("select count(*) from attempt_default")).isZero();
    }
}
