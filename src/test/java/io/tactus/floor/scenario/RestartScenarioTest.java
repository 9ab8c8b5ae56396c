package io.tactus.floor.scenario;

import static io.tactus.floor.scenario.FloorScenario.settings;
import static org.assertj.core.api.Assertions.assertThat;

import io.tactus.floor.effect.StoreEffect;
import io.tactus.floor.effect.TelephonyEffect;
import io.tactus.floor.input.AgentInput;
import io.tactus.floor.input.CallInput;
import io.tactus.floor.input.CampaignInput;
import io.tactus.floor.input.NetworkInput;
import io.tactus.floor.model.DialMode;
import io.tactus.floor.model.Outcome;
import io.tactus.floor.model.OverflowAction;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the engine finds of before its restart. */
class RestartScenarioTest {
    /** A new floor, with the campaign. */
    private static FloorScenario restarted() {
        return new FloorScenario()
                .tell(new CampaignInput.Configured(1, settings(DialMode.PROGRESSIVE, OverflowAction.MESSAGE)));
    }

    /** Who waited in a queue waits on, in the same place, and is answered if the engine died before it could. */
    @Test
    void callersKeepTheirPlaces() {
        FloorScenario floor = new FloorScenario()
                .campaign(
                        9,
                        FloorScenario.settings(DialMode.PROGRESSIVE, OverflowAction.MESSAGE)
                                .asQueue());
        floor.tell(new NetworkInput.CallRestored(1, 9, 101, "n1", "", true, false, 0, true))
                .tell(new NetworkInput.CallRestored(2, 9, 102, "n1", "", false, false, 0, true))
                .tell(new NetworkInput.CallRestored(3, 9, 103, "n1", "", true, false, 0, true))
                .tell(new NetworkInput.CallRestored(4, 9, 104, "n1", "", true, true, 7, true))
                .after(2);
        floor.tell(new NetworkInput.Snapshot(
                "n1",
                floor.now(),
                List.of(
                        new NetworkInput.CallChannel(1, NetworkInput.Found.PARKED, 0),
                        new NetworkInput.CallChannel(2, NetworkInput.Found.RINGING, 0),
                        new NetworkInput.CallChannel(4, NetworkInput.Found.PARKED, 0)),
                List.of()));
        assertThat(floor.all(TelephonyEffect.Welcome.class))
                .extracting(TelephonyEffect.Welcome::callId)
                .containsExactly(2L);
        assertThat(floor.all(StoreEffect.CallEnded.class))
                .as("the one that is gone")
                .extracting(StoreEffect.CallEnded::callId)
                .containsExactly(3L);
        assertThat(floor.all(TelephonyEffect.HangUp.class))
                .as("the one whose talk was over")
                .extracting(TelephonyEffect.HangUp::callId)
                .containsExactly(4L);
        floor.readyAgent(1, 9L);
        assertThat(floor.all(TelephonyEffect.Bridge.class))
                .extracting(TelephonyEffect.Bridge::callId)
                .containsExactly(1L);
    }

    @Test
    void F24_ATalkThatWentOnDuringARestartIsResumedAndOneThatEndedWasAnswered() {
        FloorScenario floor = restarted();
        floor.tell(new NetworkInput.CallRestored(1, 1, 101, "n1", "t1", true, true, 7, false));
        floor.tell(new NetworkInput.CallRestored(2, 1, 102, "n1", "t1", true, true, 8, false));
        floor.tell(new AgentInput.LoggedIn(7, List.of(1L), "n1", false));
        floor.after(2)
                .tell(new NetworkInput.Snapshot(
                        "n1",
                        FloorScenario.START + 2_000_000,
                        List.of(new NetworkInput.CallChannel(1, NetworkInput.Found.BRIDGED, 7)),
                        List.of(new NetworkInput.LegChannel(7, 5, NetworkInput.Found.BRIDGED, 1))));
        assertThat(floor.stateOf(7)).isEqualTo("TALKING");
        assertThat(floor.end(2).outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(floor.all(StoreEffect.CallConnected.class)).isEmpty();
        floor.tell(new CallInput.Ended(1, 16));
        assertThat(floor.end(1).outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(floor.floor.campaigns().iterator().next().liveAnswers).isEqualTo(2);
    }

    @Test
    void F25_ACallOfBeforeARestartHoldsALineOfItsTrunk() {
        FloorScenario floor = restarted();
        floor.tell(new NetworkInput.CallRestored(1, 1, 101, "n1", "t1", false, false, 0, false));
        assertThat(floor.floor.trunks().iterator().next().inUse()).isEqualTo(1);
        floor.after(2).tell(new NetworkInput.Snapshot("n1", FloorScenario.START + 2_000_000, List.of(), List.of()));
        assertThat(floor.end(1).outcome()).isEqualTo(Outcome.INTERRUPTED);
        assertThat(floor.floor.trunks().iterator().next().inUse()).isZero();
    }

    @Test
    void F26_WhoWaitedBeforeARestartCountsAsWaitingUntilTheTalkIsFound() {
        FloorScenario floor = restarted();
        floor.tell(new NetworkInput.CallRestored(1, 1, 101, "n1", "t1", true, false, 0, false));
        floor.tell(new AgentInput.LoggedIn(7, List.of(1L), "n1", false));
        var cell = floor.floor.campaigns().iterator().next().cells().iterator().next();
        assertThat(cell.unserved).hasSize(1);
        floor.after(2)
                .tell(new NetworkInput.Snapshot(
                        "n1",
                        FloorScenario.START + 2_000_000,
                        List.of(new NetworkInput.CallChannel(1, NetworkInput.Found.BRIDGED, 7)),
                        List.of(new NetworkInput.LegChannel(7, 5, NetworkInput.Found.BRIDGED, 1))));
        assertThat(floor.stateOf(7)).isEqualTo("TALKING");
        assertThat(cell.unserved).isEmpty();
    }

    @Test
    void F31_WhoTalksIsFoundBeforeWhoIsOnHoldSinceTheRowOfTheHeldCallMayBeOfBeforeATransfer() {
        FloorScenario floor = restarted();
        floor.tell(new NetworkInput.CallRestored(1, 1, 101, "n1", "t1", true, true, 7, false));
        floor.tell(new NetworkInput.CallRestored(2, 1, 102, "n1", "t1", true, false, 0, false));
        floor.tell(new AgentInput.LoggedIn(7, List.of(1L), "n1", false));
        floor.after(2)
                .tell(new NetworkInput.Snapshot(
                        "n1",
                        floor.now(),
                        List.of(
                                new NetworkInput.CallChannel(1, NetworkInput.Found.HELD, 0),
                                new NetworkInput.CallChannel(2, NetworkInput.Found.BRIDGED, 7)),
                        List.of(new NetworkInput.LegChannel(7, 5, NetworkInput.Found.BRIDGED, 2))));
        assertThat(floor.stateOf(7)).isEqualTo("TALKING");
        assertThat(floor.last(StoreEffect.CallConnected.class).callId()).isEqualTo(2);
        assertThat(floor.floor.campaigns().iterator().next().abandoned).isZero();
    }

    @Test
    void F32_WhoWasCountedAsAbandonedAndIsFoundInTalkWasNot() {
        FloorScenario floor = restarted();
        floor.tell(new NetworkInput.CallRestored(1, 1, 101, "n1", "t1", true, false, 0, false));
        floor.after(2).tell(talksIn(floor, 1, 7));
        io.tactus.floor.model.Campaign campaign =
                floor.floor.campaigns().iterator().next();
        assertThat(campaign.abandoned).isEqualTo(1);
        floor.tell(new AgentInput.LoggedIn(7, List.of(1L), "n1", false));
        floor.after(2).tell(talksIn(floor, 1, 7));
        assertThat(floor.stateOf(7)).isEqualTo("TALKING");
        assertThat(campaign.abandoned).isZero();
        assertThat(campaign.liveAnswers).isEqualTo(1);
        floor.tell(new CallInput.Ended(1, 16));
        assertThat(floor.end(1).outcome()).isEqualTo(Outcome.ANSWERED);
    }

    private static NetworkInput.Snapshot talksIn(FloorScenario floor, long callId, long agentId) {
        return new NetworkInput.Snapshot(
                "n1",
                floor.now(),
                List.of(new NetworkInput.CallChannel(callId, NetworkInput.Found.BRIDGED, agentId)),
                List.of(new NetworkInput.LegChannel(agentId, 5, NetworkInput.Found.BRIDGED, callId)));
    }
}
