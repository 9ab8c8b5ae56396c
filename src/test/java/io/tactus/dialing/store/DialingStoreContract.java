package io.tactus.dialing.store;

import static io.tactus.dialing.store.StoreWorld.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tactus.dialing.store.ReservationStore.Reserved;
import io.tactus.dialing.store.ReservationStore.Returned;
import io.tactus.floor.effect.StoreEffect;
import io.tactus.floor.model.AbandonmentCounts;
import io.tactus.floor.model.AgentState;
import io.tactus.floor.model.Outcome;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every store of the dialling keeps to: reservation, gate, outcomes, lease, recovery. */
abstract class DialingStoreContract {
    private static final String NEW_YORK = "America/New_York";
    private static int numbers;

    abstract StoreWorld world();

    private static String number() {
        return "+1202555%04d".formatted(++numbers);
    }

    private static StoreEffect.CallEnded ended(Reserved lead, long campaign, Outcome outcome) {
        return new StoreEffect.CallEnded(
                lead.callId(),
                campaign,
                lead.leadId(),
                outcome,
                0,
                "",
                outcome == Outcome.ANSWERED || outcome == Outcome.ABANDONED,
                0,
                false,
                TUESDAY.toEpochMilli() * 1_000);
    }

    private void write(StoreEffect... effects) throws SQLException {
        world().store().write(List.of(effects), world().lease());
    }

    /** An owner of before, or one who has not heard yet that he is. */
    private Lease former() {
        return new Lease("main", "test", world().lease().epoch() - 1);
    }

    private Reserved dialled(long campaign) throws SQLException {
        world().lead(campaign, number(), NEW_YORK);
        Reserved lead = world().reserveOne(campaign);
        world().gate(lead, TUESDAY);
        return lead;
    }

    private Set<Long> openCalls() throws SQLException {
        Set<Long> open = new HashSet<>();
        world().store().openCalls().forEach(call -> open.add(call.callId()));
        return open;
    }

    @Test
    void aLeadIsReservedOnceAndOnlyWhenItIsDue() throws SQLException {
        long campaign = world().campaign();
        world().lead(campaign, number(), NEW_YORK);
        world().lead(campaign, number(), NEW_YORK);
        List<Reserved> first = world().store().reserve(campaign, 5, world().lease(), TUESDAY);
        assertThat(first).hasSize(2);
        assertThat(world().store().reserve(campaign, 5, world().lease(), TUESDAY))
                .isEmpty();
        Reserved lead = first.getFirst();
        Instant later = TUESDAY.plusSeconds(60);
        world().store().giveBack(List.of(new Returned(lead.callId(), lead.leadId(), later)));
        assertThat(world().store().reserve(campaign, 5, world().lease(), TUESDAY))
                .isEmpty();
        List<Reserved> again = world().store().reserve(campaign, 5, world().lease(), later);
        assertThat(again).extracting(Reserved::leadId).containsExactly(lead.leadId());
        assertThat(again.getFirst().callId()).isNotEqualTo(lead.callId());
    }

    @Test
    void aLeadThatIsUnderWayCannotBeDialledByHandOneThatIsDoneCan() throws SQLException {
        long campaign = world().campaign();
        Reserved lead = dialled(campaign);
        assertThat(world().store().reserveOne(campaign, lead.leadId(), world().lease(), TUESDAY))
                .isEmpty();
        write(ended(lead, campaign, Outcome.ANSWERED));
        assertThat(world().leadState(lead.leadId())).isEqualTo("DONE ANSWERED");
        assertThat(world().store().reserveOne(campaign, lead.leadId(), world().lease(), TUESDAY))
                .isPresent();
    }

    @Test
    void aCallTellsWhoParkedTheCustomerUntilSomebodyHasPickedUp() throws SQLException {
        long campaign = world().campaign();
        Reserved lead = dialled(campaign);
        long at = TUESDAY.toEpochMilli() * 1_000;
        write(new StoreEffect.CallWaits(lead.callId(), 0, 7, at));
        assertThat(parkedBy(lead)).isEqualTo(7);
        write(new StoreEffect.CallWaits(lead.callId(), 0, 0, at), new StoreEffect.CallWaits(lead.callId(), 0, 8, at));
        assertThat(parkedBy(lead)).isEqualTo(8);
        write(new StoreEffect.CallWaits(lead.callId(), 0, 0, at));
        assertThat(parkedBy(lead)).isZero();
    }

    private long parkedBy(Reserved lead) throws SQLException {
        return world().store().openCalls().stream()
                .filter(call -> call.callId() == lead.callId())
                .findFirst()
                .orElseThrow()
                .parkedById();
    }

    @Test
    void whoLostTheLeaseCanNeitherReserveNorWrite() throws SQLException {
        long campaign = world().campaign();
        long id = world().lead(campaign, number(), NEW_YORK);
        assertThat(world().store().reserve(campaign, 5, former(), TUESDAY)).isEmpty();
        assertThat(world().store().reserveOne(campaign, id, former(), TUESDAY)).isEmpty();
        Reserved lead = world().reserveOne(campaign);
        world().gate(lead, TUESDAY);
        assertThatThrownBy(() -> world().store().write(List.of(ended(lead, campaign, Outcome.BUSY)), former()))
                .isInstanceOf(LeaseLostException.class);
        assertThat(world().outcome(lead.callId())).isEqualTo("none");
    }

    @Test
    void whatWasReservedInATryWithoutAnAnswerCanBeFreed() throws SQLException {
        long campaign = world().campaign();
        long lost = world().lead(campaign, number(), NEW_YORK);
        world().reserveOne(campaign);
        long known = world().lead(campaign, number(), NEW_YORK);
        Reserved reserved = world().reserveOne(campaign);
        world().store().giveBackUnknown(campaign, world().lease(), List.of(reserved.callId()));
        assertThat(world().leadState(lost)).isEqualTo("AVAILABLE -");
        assertThat(world().leadState(known)).isEqualTo("RESERVED -");
    }

    @Test
    void abandonedCallsAndLiveAnswersAreCountedOnceTheyAreOver() throws SQLException {
        long campaign = world().campaign();
        Reserved person = dialled(campaign);
        Reserved machine = dialled(campaign);
        write(
                new StoreEffect.CallDetected(person.callId(), "MACHINE", "LONGGREETING", 900),
                new StoreEffect.CallDetected(machine.callId(), "MACHINE", "LONGGREETING", 900));
        write(
                ended(dialled(campaign), campaign, Outcome.ABANDONED),
                ended(person, campaign, Outcome.ANSWERED),
                ended(machine, campaign, Outcome.MACHINE),
                ended(dialled(campaign), campaign, Outcome.BUSY));
        dialled(campaign);
        assertThat(world().store().countsSince(campaign, TUESDAY)).isEqualTo(new AbandonmentCounts(2, 1, 2, 1));
        assertThat(world().store().countsSince(campaign, TUESDAY.plusSeconds(1)))
                .isEqualTo(AbandonmentCounts.NONE);
    }

    @Test
    void anOpenCallComesBackWithWhatIsKnownOfIt() throws SQLException {
        long campaign = world().campaign();
        Reserved lead = dialled(campaign);
        long at = TUESDAY.toEpochMilli() * 1_000;
        write(
                new StoreEffect.CallAnswered(lead.callId(), at),
                new StoreEffect.CallConnected(lead.callId(), campaign, 7, false, at, at));
        assertThat(world().store().openCalls())
                .contains(new io.tactus.floor.input.NetworkInput.CallRestored(
                        lead.callId(), campaign, lead.leadId(), "n1", "t1", true, true, 7, false));
        write(ended(lead, campaign, Outcome.ANSWERED));
        assertThat(openCalls()).doesNotContain(lead.callId());
    }

    @Test
    void agentsWhoDidNotLogOutComeBackAsTheyWere() throws SQLException {
        long agent = world().agentAtWork();
        assertThat(world().store().openSessions()).anyMatch(s -> s.agentId() == agent && s.working());
        write(
                new StoreEffect.AgentChanged(agent, AgentState.READY, "", 0, 0, 1),
                new StoreEffect.AgentChanged(agent, AgentState.PAUSED, "LUNCH", 0, 0, 2));
        assertThat(world().store().openSessions()).anyMatch(s -> s.agentId() == agent && !s.working());
        write(new StoreEffect.AgentChanged(agent, AgentState.LOGGED_OUT, "", 0, 0, 3));
        assertThat(world().store().openSessions()).noneMatch(s -> s.agentId() == agent);
    }

    @Test
    void aLogOutThatIsWrittenAgainDoesNotEndTheNextSession() throws SQLException {
        long agent = world().agentAtWork();
        StoreEffect logOut = new StoreEffect.AgentChanged(agent, AgentState.LOGGED_OUT, "", 0, 0, 3);
        write(logOut);
        world().logIn(agent);
        write(logOut);
        write(new StoreEffect.AgentChanged(agent, AgentState.LEG_CONNECTING, "", 0, 0, 4));
        assertThat(world().store().openSessions()).anyMatch(s -> s.agentId() == agent);
    }

    @Test
    void aCampaignIsNotOverWhileALeadIsUnderWay() throws SQLException {
        long campaign = world().campaign();
        Reserved lead = dialled(campaign);
        assertThat(world().store().anyLeft(campaign)).isTrue();
        write(ended(lead, campaign, Outcome.ANSWERED));
        assertThat(world().store().anyLeft(campaign)).isFalse();
    }

    @Test
    void aReservedLeadPassesTheGateOnce() throws SQLException {
        long campaign = world().campaign();
        world().lead(campaign, number(), NEW_YORK);
        Reserved lead = world().reserveOne(campaign);
        assertThat(world().gate(lead, TUESDAY)).isEqualTo(GateStore.PASS);
        assertThat(world().gate(lead, TUESDAY)).isEqualTo(GateStore.PASSED_BEFORE);
        assertThat(world().outcome(lead.callId())).isEqualTo("none");
        assertThat(world().leadState(lead.leadId())).startsWith("DIALLING");
    }

    @Test
    void aLeadThatWasGivenBackDoesNotPass() throws SQLException {
        long campaign = world().campaign();
        world().lead(campaign, number(), NEW_YORK);
        Reserved lead = world().reserveOne(campaign);
        world().store().giveBack(List.of(new Returned(lead.callId(), lead.leadId(), TUESDAY)));
        assertThat(world().gate(lead, TUESDAY)).isEqualTo(GateStore.RESERVATION);
        assertThat(world().outcome(lead.callId())).isEmpty();
    }

    @Test
    void aNumberOnTheDoNotCallListIsRefusedAndPutAway() throws SQLException {
        long campaign = world().campaign();
        long id = world().lead(campaign, number(), NEW_YORK);
        Reserved lead = world().reserveOne(campaign);
        world().doNotCall(lead.number(), 0);
        assertThat(world().gate(lead, TUESDAY)).isEqualTo("DNC");
        assertThat(world().leadState(id)).isEqualTo("DONE DNC");
    }

    @Test
    void theDoNotCallListOfAnotherCampaignDoesNotCount() throws SQLException {
        long campaign = world().campaign();
        long other = world().campaign();
        world().lead(campaign, number(), NEW_YORK);
        Reserved lead = world().reserveOne(campaign);
        world().doNotCall(lead.number(), other);
        assertThat(world().gate(lead, TUESDAY)).isEqualTo(GateStore.PASS);
    }

    @Test
    void outsideTheCallWindowOfOneOfItsZonesALeadWaits() throws SQLException {
        long campaign = world().campaign();
        long id = world().lead(campaign, number(), NEW_YORK, "America/Los_Angeles");
        Reserved lead = world().reserveOne(campaign);
        // 08:30 in New York, 05:30 in Los Angeles.
        assertThat(world().gate(lead, Instant.parse("2026-11-24T13:30:00Z"))).isEqualTo("CALL_WINDOW");
        assertThat(world().leadState(id)).isEqualTo("AVAILABLE CALL_WINDOW");
    }

    @Test
    void theWindowClosesAtTheMinuteAndStaysClosedAtTheWeekend() throws SQLException {
        long campaign = world().campaign();
        for (int i = 0; i < 3; i++) {
            world().lead(campaign, number(), NEW_YORK);
        }
        assertThat(world().gate(world().reserveOne(campaign), Instant.parse("2026-11-25T01:59:59Z")))
                .isEqualTo(GateStore.PASS);
        assertThat(world().gate(world().reserveOne(campaign), Instant.parse("2026-11-25T02:00:00Z")))
                .isEqualTo("CALL_WINDOW");
        assertThat(world().gate(world().reserveOne(campaign), Instant.parse("2026-11-28T17:00:00Z")))
                .isEqualTo("CALL_WINDOW");
    }

    @Test
    void attemptsOfADayAndOfALifetimeAreCapped() throws SQLException {
        long campaign = world().campaign(1, 2);
        String number = "+12025559901";
        for (int i = 0; i < 4; i++) {
            world().lead(campaign, number, NEW_YORK);
        }
        assertThat(world().gate(world().reserveOne(campaign), TUESDAY)).isEqualTo(GateStore.PASS);
        assertThat(world().gate(world().reserveOne(campaign), TUESDAY)).isEqualTo("ATTEMPTS_PER_DAY");
        Instant wednesday = TUESDAY.plus(Duration.ofDays(1));
        assertThat(world().gate(world().reserveOne(campaign), wednesday)).isEqualTo(GateStore.PASS);
        assertThat(world().gate(world().reserveOne(campaign), wednesday.plus(Duration.ofDays(1))))
                .isEqualTo("ATTEMPTS_LIFETIME");
    }

    @Test
    void anEngineThatLostItsLeaseLetsNothingThrough() throws SQLException {
        long campaign = world().campaign();
        world().lead(campaign, number(), NEW_YORK);
        Reserved lead = world().reserveOne(campaign);
        Lease stale = new Lease("main", "test", world().lease().epoch() - 1);
        assertThat(world().gate(lead, stale, TUESDAY)).isEqualTo("LEASE_LOST");
        assertThat(world().outcome(lead.callId())).isEmpty();
    }

    @Test
    void aLeaseHasOneOwnerAtATime() throws SQLException {
        DialingStore leases = world().store();
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
        long campaign = world().campaign();
        long id = world().lead(campaign, number(), NEW_YORK);
        Reserved lead = world().reserveOne(campaign);
        world().gate(lead, TUESDAY);
        write(ended(lead, campaign, Outcome.BUSY));
        write(ended(lead, campaign, Outcome.ANSWERED));
        assertThat(world().outcome(lead.callId())).isEqualTo("BUSY");
        assertThat(world().leadState(id)).isEqualTo("AVAILABLE BUSY");
        assertThat(world().dueAt(id)).isEqualTo(TUESDAY.plus(Duration.ofMinutes(15)));
    }

    @Test
    void anInvalidNumberGivesWayToTheNextPhone() throws SQLException {
        long campaign = world().campaign();
        long id = world().lead(campaign, number(), NEW_YORK);
        world().phone(id, 1, "+13035550199", "America/Denver");
        Reserved lead = world().reserveOne(campaign);
        world().gate(lead, TUESDAY);
        write(ended(lead, campaign, Outcome.INVALID_NUMBER));
        Reserved again = world().reserveOne(campaign);
        assertThat(again.leadId()).isEqualTo(id);
        assertThat(again.number()).isEqualTo("+13035550199");
    }

    @Test
    void aDispositionTakesEffectWhetherItComesBeforeOrAfterTheEnd() throws SQLException {
        for (boolean disposedFirst : new boolean[] {true, false}) {
            long campaign = world().campaign();
            long id = world().lead(campaign, number(), NEW_YORK);
            Reserved lead = world().reserveOne(campaign);
            world().gate(lead, TUESDAY);
            StoreEffect disposed =
                    new StoreEffect.CallDisposed(lead.callId(), 7, "CALL_BACK", TUESDAY.toEpochMilli() * 1_000);
            StoreEffect end = ended(lead, campaign, Outcome.ANSWERED);
            write(disposedFirst ? disposed : end);
            write(disposedFirst ? end : disposed);
            assertThat(world().leadState(id))
                    .as("disposed first: %s", disposedFirst)
                    .isEqualTo("AVAILABLE ANSWERED");
        }
    }

    @Test
    void whoAsksNotToBeCalledIsOnTheListAtOnce() throws SQLException {
        long campaign = world().campaign();
        long id = world().lead(campaign, number(), NEW_YORK);
        Reserved lead = world().reserveOne(campaign);
        world().gate(lead, TUESDAY);
        write(
                ended(lead, campaign, Outcome.ANSWERED),
                new StoreEffect.CallDisposed(lead.callId(), 7, "DO_NOT_CALL", TUESDAY.toEpochMilli() * 1_000));
        assertThat(world().listed(lead.number())).isTrue();
        assertThat(world().leadState(id)).isEqualTo("DONE ANSWERED");
    }

    @Test
    void afterACrashReservedLeadsAreFreeAndOpenCallsAreFound() throws SQLException {
        long campaign = world().campaign();
        long waiting = world().lead(campaign, number(), NEW_YORK);
        Reserved reserved = world().reserveOne(campaign);
        world().lead(campaign, number(), NEW_YORK);
        Reserved dialled = world().reserveOne(campaign);
        world().gate(dialled, TUESDAY);
        DialingStore recovery = world().store();
        recovery.freeReserved(world().lease().epoch() + 1);
        assertThat(world().leadState(waiting)).startsWith("AVAILABLE");
        assertThat(world().gate(reserved, TUESDAY)).isEqualTo(GateStore.RESERVATION);
        assertThat(recovery.openCalls()).anyMatch(call -> call.callId() == dialled.callId());
        write(ended(dialled, campaign, Outcome.INTERRUPTED));
    }
}
