package io.tactus.dialing.store;

import static io.tactus.dialing.store.StoreWorld.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.tactus.dialing.store.ReservationStore.Reserved;
import io.tactus.dialing.store.ReservationStore.Returned;
import io.tactus.floor.effect.StoreEffect;
import io.tactus.floor.model.Outcome;
import io.tactus.pacing.forecast.Forecast;
import io.tactus.pacing.forecast.ForecastMemory;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
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

/** Reservation, gate, outcome and lease on a real PostgreSQL. */
class DialingStoreTest {
    private static final String NEW_YORK = "America/New_York";
    private static StoreWorld world;

    @BeforeAll
    static void start() {
        world = new StoreWorld();
    }

    @AfterAll
    static void stop() throws IOException {
        world.close();
    }

    private static StoreEffect.CallEnded ended(Reserved lead, long campaign, Outcome outcome) {
        return new StoreEffect.CallEnded(
                lead.callId(), campaign, lead.leadId(), outcome, 0, "", false, 0, TUESDAY.toEpochMilli() * 1_000);
    }

    private static void write(StoreEffect... effects) throws SQLException {
        new OutcomeStore(world.dataSource).write(List.of(effects));
    }

    private static String leadState(long lead) {
        return world.text("select state || ' ' || coalesce(last_outcome, '-') from lead where id = " + lead);
    }

    @Test
    void fourHoppersAtOnceNeverReserveALeadTwice() throws Exception {
        long campaign = world.campaign("");
        world.run("insert into lead (campaign_id, list_id) select " + campaign
                + ", l.id from lead_list l, generate_series(1, 2000) where l.campaign_id = " + campaign);
        ReservationStore store = new ReservationStore(world.dataSource);
        try (ExecutorService hoppers = Executors.newFixedThreadPool(4)) {
            Callable<List<Reserved>> hopper = () -> {
                List<Reserved> mine = new ArrayList<>();
                List<Reserved> batch;
                do {
                    batch = store.reserve(campaign, 37, 1, TUESDAY);
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
        long campaign = world.campaign("");
        world.run("insert into lead (campaign_id, list_id, state) select " + campaign
                + ", l.id, case when n % 50 = 0 then 'AVAILABLE' else 'DONE' end from lead_list l, generate_series(1, 100000) n"
                + " where l.campaign_id = " + campaign);
        world.run("analyze lead");
        String plan = world.text(
                "explain (format json) select id from lead where campaign_id = " + campaign
                        + " and state = 'AVAILABLE' and due_at <= now() order by priority desc, due_at, id limit 50 for update skip locked");
        assertThat(plan).contains("lead_hopper").doesNotContain("Seq Scan").doesNotContain("\"Sort\"");
    }

    @Test
    void whatACampaignLearntComesBackUnlessItIsOldOrBroken() throws SQLException {
        long campaign = world.campaign("");
        MemoryStore store = new MemoryStore(world.dataSource);
        Duration week = Duration.ofDays(7);
        assertThat(store.find(campaign, TUESDAY, week)).isEmpty();
        Forecast forecast = new Forecast();
        for (int i = 0; i < 100; i++) {
            forecast.answers.asked(5.1 + 0.01 * i, 0.37);
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
    void aReservedLeadPassesTheGateOnce() throws SQLException {
        long campaign = world.campaign("");
        world.lead(campaign, NEW_YORK);
        Reserved lead = world.reserveOne(campaign);
        assertThat(world.gate(lead, TUESDAY)).isEqualTo(GateStore.PASS);
        assertThat(world.gate(lead, TUESDAY)).isEqualTo(GateStore.PASSED_BEFORE);
        assertThat(world.count("select count(*) from attempt where id = " + lead.callId()))
                .isEqualTo(1);
        assertThat(leadState(lead.leadId())).startsWith("DIALLING");
    }

    @Test
    void aLeadThatWasGivenBackDoesNotPass() throws SQLException {
        long campaign = world.campaign("");
        world.lead(campaign, NEW_YORK);
        Reserved lead = world.reserveOne(campaign);
        new ReservationStore(world.dataSource).giveBack(List.of(new Returned(lead.callId(), lead.leadId(), TUESDAY)));
        assertThat(world.gate(lead, TUESDAY)).isEqualTo(GateStore.RESERVATION);
        assertThat(world.count("select count(*) from attempt where id = " + lead.callId()))
                .isZero();
    }

    @Test
    void aNumberOnTheDoNotCallListIsRefusedAndPutAway() throws SQLException {
        long campaign = world.campaign("");
        long id = world.lead(campaign, NEW_YORK);
        Reserved lead = world.reserveOne(campaign);
        world.run("insert into dnc_entry (number, added_by) values ('" + world.number(id) + "', 'test')");
        assertThat(world.gate(lead, TUESDAY)).isEqualTo("DNC");
        assertThat(leadState(id)).isEqualTo("DONE DNC");
    }

    @Test
    void theDoNotCallListOfAnotherCampaignDoesNotCount() throws SQLException {
        long campaign = world.campaign("");
        long other = world.campaign("");
        long id = world.lead(campaign, NEW_YORK);
        Reserved lead = world.reserveOne(campaign);
        world.run("insert into dnc_entry (number, campaign_id, added_by) values ('" + world.number(id) + "', " + other
                + ", 'test')");
        assertThat(world.gate(lead, TUESDAY)).isEqualTo(GateStore.PASS);
    }

    @Test
    void outsideTheCallWindowOfOneOfItsZonesALeadWaits() throws SQLException {
        long campaign = world.campaign("");
        long id = world.lead(campaign, NEW_YORK, "America/Los_Angeles");
        Reserved lead = world.reserveOne(campaign);
        // 08:30 in New York, 05:30 in Los Angeles.
        assertThat(world.gate(lead, Instant.parse("2026-11-24T13:30:00Z"))).isEqualTo("CALL_WINDOW");
        assertThat(leadState(id)).isEqualTo("AVAILABLE CALL_WINDOW");
    }

    @Test
    void theWindowClosesAtTheMinuteAndStaysClosedAtTheWeekend() throws SQLException {
        long campaign = world.campaign("");
        for (int i = 0; i < 3; i++) {
            world.lead(campaign, NEW_YORK);
        }
        assertThat(world.gate(world.reserveOne(campaign), Instant.parse("2026-11-25T01:59:59Z")))
                .isEqualTo(GateStore.PASS);
        assertThat(world.gate(world.reserveOne(campaign), Instant.parse("2026-11-25T02:00:00Z")))
                .isEqualTo("CALL_WINDOW");
        assertThat(world.gate(world.reserveOne(campaign), Instant.parse("2026-11-28T17:00:00Z")))
                .isEqualTo("CALL_WINDOW");
    }

    @Test
    void attemptsOfADayAndOfALifetimeAreCapped() throws SQLException {
        long campaign = world.campaign("attempts_per_day = 1, attempts_lifetime = 2");
        String number = "+12025559901";
        for (int i = 0; i < 4; i++) {
            world.lead(campaign, number, new String[] {NEW_YORK});
        }
        assertThat(world.gate(world.reserveOne(campaign), TUESDAY)).isEqualTo(GateStore.PASS);
        assertThat(world.gate(world.reserveOne(campaign), TUESDAY)).isEqualTo("ATTEMPTS_PER_DAY");
        Instant wednesday = TUESDAY.plus(Duration.ofDays(1));
        assertThat(world.gate(world.reserveOne(campaign), wednesday)).isEqualTo(GateStore.PASS);
        assertThat(world.gate(world.reserveOne(campaign), wednesday.plus(Duration.ofDays(1))))
                .isEqualTo("ATTEMPTS_LIFETIME");
    }

    @Test
    void anEngineThatLostItsLeaseLetsNothingThrough() throws SQLException {
        long campaign = world.campaign("");
        world.lead(campaign, NEW_YORK);
        Reserved lead = world.reserveOne(campaign);
        Lease stale = new Lease("main", "test", world.lease.epoch() - 1);
        assertThat(world.gate(lead, stale, TUESDAY)).isEqualTo("LEASE_LOST");
        assertThat(world.count("select count(*) from attempt where id = " + lead.callId()))
                .isZero();
    }

    @Test
    void aLeaseHasOneOwnerAtATime() throws SQLException {
        LeaseStore leases = new LeaseStore(world.dataSource);
        Lease first = leases.tryTake("shared", "a").orElseThrow();
        assertThat(leases.tryTake("shared", "b")).isEmpty();
        leases.giveUp(first);
        Lease second = leases.tryTake("shared", "b").orElseThrow();
        assertThat(second.epoch()).isGreaterThan(first.epoch());
        assertThat(leases.renew(first)).isFalse();
        assertThat(leases.renew(second)).isTrue();
    }

    @Test
    void aBusyLeadIsDialledAgainLaterAndOnlyOneOutcomeCounts() throws SQLException {
        long campaign = world.campaign("");
        long id = world.lead(campaign, NEW_YORK);
        Reserved lead = world.reserveOne(campaign);
        world.gate(lead, TUESDAY);
        write(ended(lead, campaign, Outcome.BUSY));
        write(ended(lead, campaign, Outcome.ANSWERED));
        assertThat(world.text("select outcome from attempt where id = " + lead.callId()))
                .isEqualTo("BUSY");
        assertThat(leadState(id)).isEqualTo("AVAILABLE BUSY");
        assertThat(world.count("select extract(epoch from due_at - timestamptz '" + TUESDAY
                        + "')::bigint from lead where id = " + id))
                .isEqualTo(15 * 60);
    }

    @Test
    void anInvalidNumberGivesWayToTheNextPhone() throws SQLException {
        long campaign = world.campaign("");
        long id = world.lead(campaign, NEW_YORK);
        world.phone(id, 1, "+13035550199", "America/Denver");
        Reserved lead = world.reserveOne(campaign);
        world.gate(lead, TUESDAY);
        write(ended(lead, campaign, Outcome.INVALID_NUMBER));
        Reserved again = world.reserveOne(campaign);
        assertThat(again.leadId()).isEqualTo(id);
        assertThat(again.number()).isEqualTo("+13035550199");
    }

    @Test
    void aDispositionTakesEffectWhetherItComesBeforeOrAfterTheEnd() throws SQLException {
        for (boolean disposedFirst : new boolean[] {true, false}) {
            long campaign = world.campaign("");
            long id = world.lead(campaign, NEW_YORK);
            Reserved lead = world.reserveOne(campaign);
            world.gate(lead, TUESDAY);
            StoreEffect disposed =
                    new StoreEffect.CallDisposed(lead.callId(), 7, "CALL_BACK", TUESDAY.toEpochMilli() * 1_000);
            StoreEffect end = ended(lead, campaign, Outcome.ANSWERED);
            write(disposedFirst ? disposed : end);
            write(disposedFirst ? end : disposed);
            assertThat(leadState(id)).as("disposed first: %s", disposedFirst).isEqualTo("AVAILABLE ANSWERED");
        }
    }

    @Test
    void whoAsksNotToBeCalledIsOnTheListAtOnce() throws SQLException {
        long campaign = world.campaign("");
        long id = world.lead(campaign, NEW_YORK);
        Reserved lead = world.reserveOne(campaign);
        world.gate(lead, TUESDAY);
        write(
                ended(lead, campaign, Outcome.ANSWERED),
                new StoreEffect.CallDisposed(lead.callId(), 7, "DO_NOT_CALL", TUESDAY.toEpochMilli() * 1_000));
        assertThat(world.count("select count(*) from dnc_entry where number = '" + world.number(id) + "'"))
                .isEqualTo(1);
        assertThat(leadState(id)).isEqualTo("DONE ANSWERED");
    }

    @Test
    void afterACrashReservedLeadsAreFreeAndOpenCallsAreFound() throws SQLException {
        long campaign = world.campaign("");
        long waiting = world.lead(campaign, NEW_YORK);
        Reserved reserved = world.reserveOne(campaign);
        world.lead(campaign, NEW_YORK);
        Reserved dialled = world.reserveOne(campaign);
        world.gate(dialled, TUESDAY);
        RecoveryStore recovery = new RecoveryStore(world.dataSource);
        recovery.freeReserved(world.lease.epoch() + 1);
        assertThat(leadState(waiting)).startsWith("AVAILABLE");
        assertThat(world.gate(reserved, TUESDAY)).isEqualTo(GateStore.RESERVATION);
        assertThat(recovery.openCalls()).anyMatch(call -> call.callId() == dialled.callId());
        write(ended(dialled, campaign, Outcome.INTERRUPTED));
    }

    @Test
    void attemptsGoIntoThePartitionOfTheirMonth() throws SQLException {
        long campaign = world.campaign("");
        world.lead(campaign, NEW_YORK);
        world.gate(world.reserveOne(campaign), TUESDAY);
        assertThat(world.count("select count(*) from attempt_2026_11")).isPositive();
        assertThat(world.count("select count(*) from attempt_default")).isZero();
    }
}
