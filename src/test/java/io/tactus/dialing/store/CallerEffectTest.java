package io.tactus.dialing.store;

import static io.tactus.dialing.store.StoreWorld.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.tactus.dialing.store.ReservationStore.Reserved;
import io.tactus.floor.effect.StoreEffect;
import io.tactus.floor.model.Outcome;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes of a customer's own call for a lead that a campaign has in its hopper, or dials, at that moment. */
class CallerEffectTest {
    private static final long MICROS = TUESDAY.toEpochMilli() * 1_000;
    private static final Duration DAY = Duration.ofDays(1);
    private static PostgresWorld world;
    private static int numbers;

    private long campaign;
    private long queue;
    private long agent;
    private Reserved lead;

    @BeforeAll
    static void start() {
        world = new PostgresWorld();
    }

    @AfterAll
    static void stop() throws IOException {
        world.close();
    }

    @BeforeEach
    void aReservedLead() throws SQLException {
        campaign = world.campaign();
        queue = world.campaign();
        agent = world.agentAtWork();
        world.lead(campaign, "+1202555%04d".formatted(++numbers), "America/New_York");
        lead = world.reserveOne(campaign);
    }

    private long callsIn() {
        return world.insert(
                "insert into attempt (id, started_at, campaign_id, lead_id, phone_position, number, node, trunk, epoch, inbound, agent_id)"
                        + " select nextval('attempt_id'), '" + TUESDAY + "', " + queue + ", " + lead.leadId()
                        + ", 0, '', 'n1', '', 1, true, " + agent + " returning id");
    }

    private static void write(StoreEffect... effects) throws SQLException {
        world.store().write(List.of(effects), world.lease());
    }

    private StoreEffect.CallEnded ended(long call, Outcome outcome) {
        return new StoreEffect.CallEnded(call, queue, lead.leadId(), outcome, 0, "", true, agent, true, MICROS);
    }

    private void talked(long call, String disposition) throws SQLException {
        write(ended(call, Outcome.ANSWERED), new StoreEffect.CallDisposed(call, agent, disposition, MICROS));
    }

    private void promise(long call, boolean own) {
        world.run("insert into callback (campaign_id, lead_id, call_id, agent_id, due_at, zone, made_by) values ("
                + campaign
                + ", " + lead.leadId() + ", " + call + ", " + (own ? agent : "null") + ", '" + TUESDAY.plus(DAY)
                + "', 'America/New_York', " + agent + ")");
    }

    private String state() {
        return world.text("select state || ' ' || (reservation is null) || ' ' || priority || ' ' || "
                + "case when due_at = 'infinity' then 'never' else (due_at > '" + TUESDAY + "')::text end"
                + " from lead where id = " + lead.leadId());
    }

    private String callback() {
        return world.text("select state from callback where lead_id = " + lead.leadId());
    }

    @Test
    void aFinalDispositionTakesTheLeadOutOfTheHopperAndTheGateRefusesIt() throws SQLException {
        talked(callsIn(), "SALE");
        assertThat(world.leadState(lead.leadId())).isEqualTo("DONE -");
        assertThat(world.gate(lead, TUESDAY)).isEqualTo(GateStore.RESERVATION);
    }

    @Test
    void aFinalDispositionPutsALeadThatIsBeingDialledAwayAtTheEndOfThatCall() throws SQLException {
        world.gate(lead, TUESDAY);
        talked(callsIn(), "SALE");
        assertThat(world.leadState(lead.leadId())).isEqualTo("DIALLING -");
        write(ended(lead.callId(), Outcome.NO_ANSWER));
        assertThat(world.leadState(lead.leadId())).isEqualTo("DONE NO_ANSWER");
    }

    @Test
    void anotherDispositionLeavesTheLeadAsItIs() throws SQLException {
        talked(callsIn(), "CALL_BACK");
        assertThat(world.leadState(lead.leadId())).isEqualTo("RESERVED -");
    }

    @Test
    void aPromiseTakesTheLeadOutOfTheHopper() throws SQLException {
        long call = callsIn();
        promise(call, false);
        talked(call, "CALL_BACK");
        assertThat(state()).isEqualTo("AVAILABLE true " + CallbackStore.PRIORITY + " true");
        assertThat(callback()).isEqualTo("OPEN");
    }

    @Test
    void aPromiseCountsAtTheEndOfACallThatIsOnItsWay() throws SQLException {
        world.gate(lead, TUESDAY);
        long call = callsIn();
        promise(call, false);
        talked(call, "CALL_BACK");
        write(ended(lead.callId(), Outcome.BUSY));
        assertThat(state()).isEqualTo("AVAILABLE true " + CallbackStore.PRIORITY + " true");
        write(ended(lead.callId(), Outcome.BUSY));
        assertThat(state()).isEqualTo("AVAILABLE true " + CallbackStore.PRIORITY + " true");
    }

    @Test
    void whoCallsInBeforeTheAgentWhoPromisedACallIsDueAgainAsAfterATalk() throws SQLException {
        long call = callsIn();
        promise(call, true);
        talked(call, "CALL_BACK");
        assertThat(state()).isEqualTo("AVAILABLE true 0 never");
        talked(callsIn(), "CALL_BACK");
        assertThat(callback()).isEqualTo("DONE");
        assertThat(state()).isEqualTo("AVAILABLE true 0 true");
        assertThat(world.dueAt(lead.leadId())).isEqualTo(TUESDAY.plus(DAY));
    }

    @Test
    void whoCallsInWhileThePromisedCallIsInTheHopperIsNotCalledForIt() throws SQLException {
        long call = callsIn();
        promise(call, false);
        talked(call, "CALL_BACK");
        List<Reserved> due = world.store()
                .reserve(campaign, 1, world.lease(), TUESDAY.plus(DAY).plus(DAY));
        assertThat(due).hasSize(1);
        talked(callsIn(), "CALL_BACK");
        assertThat(callback()).isEqualTo("DONE");
        assertThat(state()).isEqualTo("AVAILABLE true 0 true");
    }

    @Test
    void whoDoesNotSayTheNumberCannotBeListed() throws SQLException {
        talked(callsIn(), "DO_NOT_CALL");
        assertThat(world.listed("")).isFalse();
    }
}
