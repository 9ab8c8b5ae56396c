package io.tactus.floor.scenario;

import static io.tactus.floor.scenario.FloorScenario.settings;
import static org.assertj.core.api.Assertions.assertThat;

import io.tactus.floor.effect.NewsEffect;
import io.tactus.floor.effect.StoreEffect;
import io.tactus.floor.effect.TelephonyEffect;
import io.tactus.floor.input.AgentInput;
import io.tactus.floor.input.CallInput;
import io.tactus.floor.input.CampaignInput;
import io.tactus.floor.input.NetworkInput;
import io.tactus.floor.input.NetworkInput.CallChannel;
import io.tactus.floor.input.NetworkInput.Found;
import io.tactus.floor.model.CallStage;
import io.tactus.floor.model.DialMode;
import io.tactus.floor.model.Outcome;
import io.tactus.floor.model.OverflowAction;
import io.tactus.floor.model.RecordingRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Customers whom agent 7 of campaign 1 gives into queue 9 or parks; agent 8 serves the queue alone. */
final class WaitingAgainScenarioTest {
    private static final long QUEUE = 9;

    private final FloorScenario floor = new FloorScenario()
            .campaign(settings(DialMode.PROGRESSIVE, OverflowAction.MESSAGE).withRecording(RecordingRule.ALL))
            .campaign(
                    QUEUE,
                    settings(DialMode.PROGRESSIVE, OverflowAction.MESSAGE).asQueue())
            .readyAgent(7, 1L)
            .leads(1, 1)
            .talking(1, 7);

    private CallStage stage() {
        return floor.floor.openCalls().iterator().next().stage();
    }

    private void music() {
        floor.tell(new AgentInput.LegParked(7, floor.legOf(7))).tell(new CallInput.Held(1));
    }

    private void queued() {
        floor.tell(new AgentInput.TransfersToQueue(7, QUEUE));
        music();
    }

    private void parked() {
        floor.tell(new AgentInput.Parks(7));
        music();
    }

    private String refusal() {
        return floor.last(NewsEffect.Refused.class).reason();
    }

    @Test
    void whoIsGivenIntoAQueueWaitsForItsAgents() {
        queued();
        assertThat(floor.all(TelephonyEffect.Hold.class)).containsExactly(new TelephonyEffect.Hold(1, "n1"));
        assertThat(stage()).isEqualTo(CallStage.WAITING);
        assertThat(floor.stateOf(7)).isEqualTo("WRAP_UP");
        assertThat(floor.last(StoreEffect.CallWaits.class).queueId()).isEqualTo(QUEUE);
        floor.after(100).readyAgent(8, QUEUE);
        assertThat(floor.last(TelephonyEffect.Bridge.class))
                .isEqualTo(new TelephonyEffect.Bridge(1, 8, floor.legOf(8), "n1"));
        floor.tell(new CallInput.Bridged(1, 8));
        assertThat(floor.stateOf(8)).isEqualTo("TALKING");
        assertThat(floor.last(StoreEffect.CallWaits.class).queueId()).isZero();
        assertThat(floor.all(StoreEffect.RecordingBegan.class))
                .extracting(StoreEffect.RecordingBegan::agentId)
                .containsExactly(7L, 8L);
        floor.tell(new CallInput.Ended(1, 16));
        assertThat(floor.all(StoreEffect.CallEnded.class)).singleElement().satisfies(end -> {
            assertThat(end.outcome()).isEqualTo(Outcome.ANSWERED);
            assertThat(end.campaignId()).isEqualTo(1);
        });
    }

    @Test
    void whoWaitsInAQueueKeepsItsPlaceAmongTheCallers() {
        floor.tell(new CallInput.Arrived(50, QUEUE, 5, "n1", "t1")).tell(new CallInput.Parked(50));
        queued();
        floor.tell(new CallInput.Arrived(51, QUEUE, 6, "n1", "t1")).tell(new CallInput.Parked(51));
        floor.readyAgent(8, QUEUE).readyAgent(9, QUEUE);
        assertThat(floor.all(TelephonyEffect.Bridge.class).stream().filter(bridge -> bridge.agentId() > 7))
                .extracting(TelephonyEffect.Bridge::callId)
                .contains(1L)
                .doesNotContain(51L);
    }

    @Test
    void whoIsOnHoldAlreadyIsGivenAtOnce() {
        floor.tell(new AgentInput.Holds(7));
        music();
        floor.tell(new AgentInput.TransfersToQueue(7, QUEUE));
        assertThat(stage()).isEqualTo(CallStage.WAITING);
        assertThat(floor.all(TelephonyEffect.Hold.class)).hasSize(1);
    }

    @Test
    void thatWhichIsNoQueueOrDoesNotRunTakesNobody() {
        floor.tell(new AgentInput.TransfersToQueue(7, 1));
        assertThat(refusal()).contains("no such queue");
        floor.tell(new CampaignInput.Commanded(QUEUE, CampaignInput.Command.PAUSE))
                .tell(new AgentInput.TransfersToQueue(7, QUEUE));
        assertThat(refusal()).contains("takes nobody now");
        assertThat(stage()).isEqualTo(CallStage.CONNECTED);
    }

    @Test
    void aMoveThatFailsLeavesTheCustomerWithTheAgent() {
        floor.tell(new AgentInput.TransfersToQueue(7, QUEUE)).tell(new CallInput.MoveFailed(1, "no such channel"));
        assertThat(stage()).isEqualTo(CallStage.CONNECTED);
        assertThat(floor.stateOf(7)).isEqualTo("TALKING");
        assertThat(floor.all(StoreEffect.CallWaits.class)).isEmpty();
        queued();
        assertThat(stage()).isEqualTo(CallStage.WAITING);
    }

    @Test
    void whoHangsUpInTheQueueWasTalkedWith() {
        queued();
        floor.tell(new CallInput.Ended(1, 16));
        assertThat(floor.all(StoreEffect.CallEnded.class)).singleElement().satisfies(end -> {
            assertThat(end.outcome()).isEqualTo(Outcome.ANSWERED);
            assertThat(end.detail()).isEqualTo("hung up while waiting again");
        });
        floor.readyAgent(8, QUEUE);
        assertThat(floor.stateOf(8)).isEqualTo("READY");
    }

    @Test
    void whoIsParkedIsPickedUpByAnyAgentEvenInAPause() {
        parked();
        assertThat(stage()).isEqualTo(CallStage.WAITING);
        assertThat(floor.last(StoreEffect.CallWaits.class).parkedById()).isEqualTo(7);
        floor.readyAgent(8, QUEUE).tell(new AgentInput.WantsPause(8, "BREAK")).tell(new AgentInput.PicksUp(8, 1));
        assertThat(floor.last(TelephonyEffect.Bridge.class).agentId()).isEqualTo(8);
        floor.tell(new CallInput.Bridged(1, 8));
        assertThat(floor.stateOf(8)).isEqualTo("TALKING");
        floor.tell(new AgentInput.PicksUp(7, 1));
        assertThat(refusal()).contains("not parked any more");
        floor.tell(new CallInput.Ended(1, 16)).tell(new AgentInput.Disposed(8, 1, "SALE"));
        assertThat(floor.stateOf(8)).isEqualTo("PAUSED");
    }

    /** Who parks somebody to look something up takes the customer back from wrap-up. */
    @Test
    void whoParkedTheCustomerTakesHimBackAndOwesOneDisposition() {
        parked();
        floor.tell(new AgentInput.PicksUp(7, 1)).tell(new CallInput.Bridged(1, 7));
        assertThat(floor.stateOf(7)).isEqualTo("TALKING");
        floor.tell(new CallInput.Ended(1, 16))
                .tell(new AgentInput.LegParked(7, floor.legOf(7)))
                .tell(new AgentInput.Disposed(7, 1, "SALE"));
        assertThat(floor.stateOf(7)).isEqualTo("READY");
        floor.tell(new AgentInput.Disposed(7, 1, "SALE"));
        assertThat(refusal()).contains("not the agent's to dispose of");
    }

    @Test
    void whoIsParkedTooLongComesBackToWhoParkedHimElseToAnotherAgentOfTheCampaign() {
        parked();
        floor.readyAgent(6, 1L).after(200);
        assertThat(floor.last(TelephonyEffect.Bridge.class).agentId()).isEqualTo(7);
    }

    @Test
    void whenNobodyIsFreeForWhoIsParkedTooLongThereIsAnotherLook() {
        parked();
        floor.tell(new AgentInput.WantsPause(7, "BREAK")).after(200);
        assertThat(stage()).isEqualTo(CallStage.WAITING);
        floor.readyAgent(6, 1L).after(6);
        assertThat(floor.last(TelephonyEffect.Bridge.class).agentId()).isEqualTo(6);
    }

    @Test
    void aBridgeThatFailsLeavesTheCustomerParked() {
        parked();
        floor.readyAgent(8, QUEUE)
                .tell(new AgentInput.PicksUp(8, 1))
                .tell(new CallInput.BridgeFailed(1, 8, "no such channel"));
        assertThat(stage()).isEqualTo(CallStage.WAITING);
        floor.readyAgent(6, 1L).tell(new AgentInput.PicksUp(6, 1));
        assertThat(floor.last(TelephonyEffect.Bridge.class).agentId()).isEqualTo(6);
    }

    @Test
    void whoWaitsAgainOutlivesTheEngine() {
        FloorScenario next = new FloorScenario()
                .campaign(settings(DialMode.PROGRESSIVE, OverflowAction.MESSAGE))
                .campaign(
                        QUEUE,
                        settings(DialMode.PROGRESSIVE, OverflowAction.MESSAGE).asQueue());
        next.tell(new NetworkInput.CallRestored(1, 1, 101, "n1", "t1", true, true, 7, false, QUEUE, 0))
                .tell(new NetworkInput.CallRestored(2, 1, 102, "n1", "t1", true, true, 7, false, 0, 7))
                .after(3)
                .tell(new NetworkInput.Snapshot(
                        "n1",
                        next.now(),
                        List.of(new CallChannel(1, Found.HELD, 0), new CallChannel(2, Found.HELD, 0)),
                        List.of()));
        assertThat(next.all(TelephonyEffect.HangUp.class)).isEmpty();
        next.readyAgent(8, QUEUE);
        assertThat(next.last(TelephonyEffect.Bridge.class).callId()).isEqualTo(1);
        next.readyAgent(6, 1L).tell(new AgentInput.PicksUp(6, 2));
        assertThat(next.last(TelephonyEffect.Bridge.class).callId()).isEqualTo(2);
    }
}
