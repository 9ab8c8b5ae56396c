package io.tactus.floor.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.tactus.floor.effect.NewsEffect;
import io.tactus.floor.effect.StoreEffect;
import io.tactus.floor.effect.TelephonyEffect;
import io.tactus.floor.input.AgentInput;
import io.tactus.floor.input.CallInput;
import io.tactus.floor.input.NetworkInput;
import io.tactus.floor.model.DialMode;
import io.tactus.floor.model.Outcome;
import io.tactus.floor.model.OverflowAction;
import io.tactus.floor.model.QueueLimits;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Callers of queue 9, who share the agents with campaign 1. */
final class CallersScenarioTest {
    private static final long QUEUE = 9;
    private static final long ANNA = 900;
    private static final long BORIS = 901;

    private final FloorScenario floor = new FloorScenario()
            .campaign(FloorScenario.settings(DialMode.PROGRESSIVE, OverflowAction.MESSAGE))
            .campaign(
                    QUEUE,
                    FloorScenario.settings(DialMode.PROGRESSIVE, OverflowAction.MESSAGE)
                            .asQueue());

    private FloorScenario callsIn(long caller) {
        return floor.tell(new CallInput.Arrived(caller, QUEUE, caller, "n1", "t1"))
                .tell(new CallInput.Parked(caller));
    }

    private List<TelephonyEffect.Bridge> bridges() {
        return floor.all(TelephonyEffect.Bridge.class);
    }

    @Test
    void aCallerGetsTheAgentWhoHasBeenReadyLongest() {
        floor.readyAgent(1, 1L, QUEUE).after(1).readyAgent(2, 1L, QUEUE);
        callsIn(ANNA);
        assertThat(bridges()).extracting(TelephonyEffect.Bridge::callId).containsExactly(ANNA);
        assertThat(bridges().getFirst().agentId()).isEqualTo(1);
        floor.tell(new CallInput.Bridged(ANNA, 1)).tell(new CallInput.Ended(ANNA, 16));
        assertThat(floor.stateOf(1)).isEqualTo("WRAP_UP");
    }

    @Test
    void aCallerIsWelcomedAndBridgedWhenTheMusicPlays() {
        floor.readyAgent(1, QUEUE).tell(new CallInput.Arrived(ANNA, QUEUE, 5, "n1", "t1"));
        assertThat(floor.all(TelephonyEffect.Welcome.class)).containsExactly(new TelephonyEffect.Welcome(ANNA, "n1"));
        assertThat(bridges()).isEmpty();
        floor.tell(new CallInput.Parked(ANNA));
        assertThat(bridges()).extracting(TelephonyEffect.Bridge::callId).containsExactly(ANNA);
        assertThat(floor.all(StoreEffect.CallAnswered.class)).hasSize(1);
        floor.tell(new CallInput.Bridged(ANNA, 1)).tell(new CallInput.Ended(ANNA, 16));
        assertThat(floor.all(StoreEffect.CallEnded.class)).singleElement().satisfies(end -> {
            assertThat(end.outcome()).isEqualTo(Outcome.ANSWERED);
            assertThat(end.leadId()).isEqualTo(5);
        });
    }

    @Test
    void whoIsNotParkedYetHoldsUpNobody() {
        floor.tell(new CallInput.Arrived(ANNA, QUEUE, 5, "n1", "t1"));
        callsIn(BORIS).readyAgent(1, QUEUE);
        assertThat(bridges()).extracting(TelephonyEffect.Bridge::callId).containsExactly(BORIS);
    }

    @Test
    void aReadingMakesUpForALostWelcomeAndALostParking() {
        floor.tell(new CallInput.Arrived(ANNA, QUEUE, 5, "n1", "t1")).after(5);
        floor.tell(new NetworkInput.Snapshot(
                "n1",
                floor.now(),
                List.of(new NetworkInput.CallChannel(ANNA, NetworkInput.Found.RINGING, 0)),
                List.of()));
        assertThat(floor.all(TelephonyEffect.Welcome.class)).hasSize(2);
        floor.tell(new NetworkInput.Snapshot(
                        "n1",
                        floor.now(),
                        List.of(new NetworkInput.CallChannel(ANNA, NetworkInput.Found.PARKED, 0)),
                        List.of()))
                .readyAgent(1, QUEUE);
        assertThat(bridges()).extracting(TelephonyEffect.Bridge::callId).containsExactly(ANNA);
    }

    private FloorScenario found(long caller, NetworkInput.Found how, long agent) {
        return floor.after(5)
                .tell(new NetworkInput.Snapshot(
                        "n1", floor.now(), List.of(new NetworkInput.CallChannel(caller, how, agent)), List.of()));
    }

    /** A reading that shows what no event has said takes nobody's place away, and plays nobody the message of an abandoned call. */
    @Test
    void whoeverIsFoundOnHoldOrInABridgeWithNobodyWaitsOn() {
        callsIn(ANNA);
        found(ANNA, NetworkInput.Found.BRIDGED, 0);
        found(ANNA, NetworkInput.Found.HELD, 0).readyAgent(1, QUEUE);
        assertThat(floor.all(TelephonyEffect.Play.class)).isEmpty();
        assertThat(bridges()).extracting(TelephonyEffect.Bridge::callId).containsExactly(ANNA);
    }

    @Test
    void aCallerHoldsALineOfTheTrunk() {
        floor.tell(new NetworkInput.TrunkConfigured("t1", "n1", 1, 10));
        callsIn(ANNA).readyAgent(1, 1L).leads(1, 3);
        assertThat(floor.all(StoreEffect.RunGate.class)).isEmpty();
        floor.tell(new CallInput.Ended(ANNA, 16)).after(1);
        assertThat(floor.all(StoreEffect.RunGate.class)).hasSize(1);
    }

    private void limits(int longestWaitMillis, int mostWaiting, boolean needsAgents, OverflowAction overflow) {
        floor.campaign(
                QUEUE,
                FloorScenario.settings(DialMode.PROGRESSIVE, overflow)
                        .asQueue()
                        .withLimits(new QueueLimits(longestWaitMillis, mostWaiting, needsAgents)));
    }

    private StoreEffect.CallEnded end(long caller) {
        return floor.all(StoreEffect.CallEnded.class).stream()
                .filter(end -> end.callId() == caller)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoHasWaitedForAsLongAsTheQueueAllowsGetsItsOverflow() {
        limits(60_000, 0, false, OverflowAction.VOICEMAIL);
        callsIn(ANNA).after(59);
        assertThat(floor.all(TelephonyEffect.RecordVoicemail.class)).isEmpty();
        floor.after(2);
        assertThat(floor.all(TelephonyEffect.RecordVoicemail.class)).hasSize(1);
        floor.tell(new CallInput.VoicemailRecorded(ANNA, "v", 4_000)).tell(new CallInput.Ended(ANNA, 16));
        assertThat(end(ANNA).outcome()).isEqualTo(Outcome.ABANDONED);
        assertThat(end(ANNA).detail()).isEqualTo("waited for as long as the queue allows");
        assertThat(floor.all(StoreEffect.VoicemailLeft.class)).hasSize(1);
        floor.readyAgent(1, QUEUE);
        assertThat(bridges()).isEmpty();
    }

    @Test
    void aFailedBridgeGivesNoMoreTimeToWait() {
        limits(60_000, 0, false, OverflowAction.MESSAGE);
        callsIn(ANNA).after(50).readyAgent(1, QUEUE).tell(new CallInput.BridgeFailed(ANNA, 1, "no such channel"));
        floor.after(11);
        assertThat(floor.all(TelephonyEffect.Play.class)).hasSize(1);
    }

    @Test
    void whoFindsTheQueueFullDoesNotJoinIt() {
        limits(0, 1, false, OverflowAction.HANG_UP);
        callsIn(ANNA);
        callsIn(BORIS);
        assertThat(floor.last(TelephonyEffect.HangUp.class).callId()).isEqualTo(BORIS);
        floor.tell(new CallInput.Ended(BORIS, 16));
        assertThat(end(BORIS).detail()).isEqualTo("the queue was full");
        floor.readyAgent(1, QUEUE);
        assertThat(bridges()).extracting(TelephonyEffect.Bridge::callId).containsExactly(ANNA);
    }

    /** Also when a free agent would be there before the music plays. */
    @Test
    void whoComesWhileNobodyIsLoggedInHearsTheMessageWhereTheQueueSaysSo() {
        limits(0, 0, true, OverflowAction.MESSAGE);
        floor.tell(new CallInput.Arrived(ANNA, QUEUE, 5, "n1", "t1")).readyAgent(1, QUEUE);
        floor.tell(new CallInput.Parked(ANNA));
        assertThat(bridges()).isEmpty();
        assertThat(floor.all(TelephonyEffect.Play.class)).hasSize(1);
        floor.tell(new CallInput.PromptFinished(ANNA, true)).tell(new CallInput.Ended(ANNA, 16));
        assertThat(end(ANNA).detail()).isEqualTo("no agent of the queue was logged in");
        callsIn(BORIS);
        assertThat(bridges()).extracting(TelephonyEffect.Bridge::callId).containsExactly(BORIS);
    }

    @Test
    void whoHangsUpOrIsTakenInTimeGetsNoOverflow() {
        limits(60_000, 0, false, OverflowAction.MESSAGE);
        callsIn(ANNA).tell(new CallInput.Ended(ANNA, 16));
        callsIn(BORIS)
                .readyAgent(1, QUEUE)
                .tell(new CallInput.Bridged(BORIS, 1))
                .after(100);
        assertThat(floor.all(TelephonyEffect.Play.class)).isEmpty();
        assertThat(floor.stateOf(1)).isEqualTo("TALKING");
    }

    @Test
    void aCallerWhomNoReadingShowsIsGone() {
        callsIn(ANNA).after(5).tell(new NetworkInput.Snapshot("n1", floor.now(), List.of(), List.of()));
        assertThat(floor.all(StoreEffect.CallEnded.class))
                .extracting(StoreEffect.CallEnded::outcome)
                .containsExactly(Outcome.ABANDONED);
    }

    @Test
    void callersWaitForAsLongAsItTakesAndAreServedInOrder() {
        callsIn(ANNA).after(600);
        callsIn(BORIS).readyAgent(1, QUEUE);
        assertThat(bridges()).extracting(TelephonyEffect.Bridge::callId).containsExactly(ANNA);
        assertThat(floor.all(TelephonyEffect.Play.class)).isEmpty();
    }

    /** One call for each free agent never abandons anybody: so a caller does not take an agent for whom a call is on its way. */
    @Test
    void aCallerWaitsUntilTheCallOnItsWayHasResolved() {
        floor.readyAgent(1, 1L, QUEUE).leads(1, 3).dialled(1);
        callsIn(ANNA).after(3);
        assertThat(bridges()).isEmpty();
        floor.tell(new CallInput.Ended(1, 17));
        assertThat(bridges()).extracting(TelephonyEffect.Bridge::callId).containsExactly(ANNA);
        assertThat(floor.all(TelephonyEffect.Originate.class))
                .as("calls launched")
                .hasSize(1);
    }

    @Test
    void whoWasCalledAndAnsweredComesBeforeACaller() {
        floor.readyAgent(1, 1L, QUEUE).leads(1, 1).dialled(1);
        callsIn(ANNA).answered(1);
        assertThat(bridges()).extracting(TelephonyEffect.Bridge::callId).containsExactly(1L);
    }

    @Test
    void aBridgeThatFailsCostsTheCallerNothingButTime() {
        floor.readyAgent(1, QUEUE);
        callsIn(ANNA);
        callsIn(BORIS).tell(new CallInput.BridgeFailed(ANNA, 1, "no such channel"));
        assertThat(floor.all(TelephonyEffect.HangUp.class)).isEmpty();
        floor.after(1).readyAgent(2, QUEUE);
        assertThat(bridges()).extracting(TelephonyEffect.Bridge::agentId).containsExactly(1L, 2L);
        assertThat(bridges()).extracting(TelephonyEffect.Bridge::callId).containsExactly(ANNA, ANNA);
    }

    @Test
    void aCallerWhoWaitsIsLeftInPeaceWhenTheChannelsAreRead() {
        callsIn(ANNA).after(60);
        floor.tell(new NetworkInput.Snapshot(
                "n1",
                FloorScenario.START + 61_000_000,
                List.of(new NetworkInput.CallChannel(ANNA, NetworkInput.Found.PARKED, 0)),
                List.of()));
        assertThat(floor.all(TelephonyEffect.HangUp.class)).isEmpty();
        floor.readyAgent(1, QUEUE);
        assertThat(bridges()).extracting(TelephonyEffect.Bridge::callId).containsExactly(ANNA);
    }

    @Test
    void aCallerWhoHangsUpIsGone() {
        callsIn(ANNA).tell(new CallInput.Ended(ANNA, 16)).readyAgent(1, QUEUE);
        assertThat(bridges()).isEmpty();
        assertThat(floor.floor.openCalls()).isEmpty();
    }

    @Test
    void whatIsNoQueueTakesNoCaller() {
        floor.tell(new CallInput.Arrived(ANNA, 1, 5, "n1", "t1")).tell(new CallInput.Arrived(ANNA, 77, 5, "n1", "t1"));
        assertThat(floor.all(NewsEffect.Refused.class)).hasSize(2);
        assertThat(floor.floor.openCalls()).isEmpty();
    }

    @Test
    void aPauseIsNotHeldUpByTheQueue() {
        floor.readyAgent(1, QUEUE).tell(new AgentInput.WantsPause(1, "LUNCH"));
        callsIn(ANNA).after(1);
        assertThat(floor.stateOf(1)).isEqualTo("PAUSED");
        assertThat(bridges()).isEmpty();
    }
}
