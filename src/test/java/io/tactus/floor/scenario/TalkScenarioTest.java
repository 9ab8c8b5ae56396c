package io.tactus.floor.scenario;

import static io.tactus.floor.scenario.FloorScenario.settings;
import static org.assertj.core.api.Assertions.assertThat;

import io.tactus.floor.effect.NewsEffect;
import io.tactus.floor.effect.StoreEffect;
import io.tactus.floor.effect.TelephonyEffect;
import io.tactus.floor.effect.TelephonyEffect.Take;
import io.tactus.floor.input.AgentInput;
import io.tactus.floor.input.CallInput;
import io.tactus.floor.input.NetworkInput;
import io.tactus.floor.input.NetworkInput.CallChannel;
import io.tactus.floor.input.NetworkInput.Found;
import io.tactus.floor.input.NetworkInput.LegChannel;
import io.tactus.floor.model.CallStage;
import io.tactus.floor.model.DialMode;
import io.tactus.floor.model.Outcome;
import io.tactus.floor.model.OverflowAction;
import io.tactus.floor.model.RecordingRule;
import io.tactus.floor.model.Talk.Tape;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an agent does with a customer who is there: hold, transfer, recording. */
class TalkScenarioTest {
    private static FloorScenario talking(RecordingRule rule) {
        return new FloorScenario()
                .campaign(settings(DialMode.PROGRESSIVE, OverflowAction.MESSAGE).withRecording(rule))
                .readyAgent(7, 1L)
                .leads(1, 1)
                .talking(1, 7);
    }

    private static FloorScenario talking() {
        return talking(RecordingRule.NONE);
    }

    private static FloorScenario onHold() {
        FloorScenario floor = talking().tell(new AgentInput.Holds(7));
        return floor.tell(new AgentInput.LegParked(7, floor.legOf(7))).tell(new CallInput.Held(1));
    }

    private static CallStage stage(FloorScenario floor) {
        return floor.floor.openCalls().iterator().next().stage();
    }

    private static String refusal(FloorScenario floor) {
        return floor.last(NewsEffect.Refused.class).reason();
    }

    @Test
    void H01_ACustomerOnHoldComesBackToTheSameAgent() {
        FloorScenario floor = onHold();
        assertThat(stage(floor)).isEqualTo(CallStage.HELD);
        assertThat(floor.stateOf(7)).isEqualTo("TALKING");
        floor.after(20).tell(new AgentInput.Retrieves(7));
        assertThat(floor.last(TelephonyEffect.Bridge.class))
                .isEqualTo(new TelephonyEffect.Bridge(1, 7, floor.legOf(7), "n1"));
        floor.tell(new CallInput.Bridged(1, 7));
        assertThat(stage(floor)).isEqualTo(CallStage.CONNECTED);
        assertThat(floor.all(StoreEffect.CallConnected.class)).hasSize(1);
    }

    @Test
    void H02_WhoHangsUpOnHoldWasAnsweredAndTheAgentWrapsUp() {
        FloorScenario floor = onHold().tell(new CallInput.Ended(1, 16));
        assertThat(floor.end(1).outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(floor.stateOf(7)).isEqualTo("WRAP_UP");
    }

    @Test
    void H03_WhatDoesNotFitIsRefusedWithItsReason() {
        FloorScenario floor = talking().tell(new AgentInput.Retrieves(7));
        assertThat(refusal(floor)).isEqualTo("the customer is not on hold");
        floor.tell(new AgentInput.Holds(7)).tell(new AgentInput.Holds(7));
        assertThat(refusal(floor)).contains("another step is under way");
        floor.tell(new CallInput.Ended(1, 16)).tell(new AgentInput.Holds(7));
        assertThat(refusal(floor)).contains("needs a customer on the line");
    }

    @Test
    void H04_AHoldThatFailsLeavesTheTalkAsItWas() {
        FloorScenario floor = talking().tell(new AgentInput.Holds(7)).tell(new CallInput.MoveFailed(1, "gone"));
        assertThat(stage(floor)).isEqualTo(CallStage.CONNECTED);
        floor.tell(new AgentInput.Holds(7)).tell(new CallInput.Held(1));
        assertThat(stage(floor)).isEqualTo(CallStage.HELD);
    }

    @Test
    void H05_AHoldWhoseWordIsLostIsFoundAmongTheChannels() {
        FloorScenario floor = talking().after(5).tell(new AgentInput.Holds(7)).after(3);
        assertThat(stage(floor)).isEqualTo(CallStage.CONNECTED);
        floor.tell(snapshot(floor, Found.HELD, 0, Found.PARKED, 7));
        assertThat(stage(floor)).isEqualTo(CallStage.HELD);
    }

    private static NetworkInput.Snapshot snapshot(
            FloorScenario floor, Found call, long agentOfCall, Found leg, long agent) {
        return new NetworkInput.Snapshot(
                "n1",
                floor.now(),
                List.of(new CallChannel(1, call, agentOfCall)),
                List.of(new LegChannel(agent, floor.legOf(agent), leg, leg == Found.BRIDGED ? 1 : 0)));
    }

    @Test
    void H06_ALateWordOfTheBridgeDoesNotEndAHold() {
        FloorScenario floor = onHold().tell(new CallInput.Bridged(1, 7));
        assertThat(stage(floor)).isEqualTo(CallStage.HELD);
        assertThat(floor.all(TelephonyEffect.HangUp.class)).isEmpty();
    }

    @Test
    void H07_AfterARestartOfTheEngineTheHoldGoesOn() {
        FloorScenario floor = new FloorScenario();
        floor.campaign(settings(DialMode.PROGRESSIVE, OverflowAction.MESSAGE));
        floor.tell(new NetworkInput.CallRestored(1, 1, 101, "n1", "t1", true, true, 7, false));
        floor.tell(new AgentInput.LoggedIn(7, List.of(1L), "n1", false)).tell(new AgentInput.WantsReady(7));
        floor.after(2).tell(snapshot(floor, Found.HELD, 0, Found.PARKED, 7));
        assertThat(stage(floor)).isEqualTo(CallStage.HELD);
        assertThat(floor.stateOf(7)).isEqualTo("TALKING");
        floor.leads(1, 1).tell(new AgentInput.Retrieves(7)).tell(new CallInput.Bridged(1, 7));
        assertThat(stage(floor)).isEqualTo(CallStage.CONNECTED);
        assertThat(floor.all(StoreEffect.RunGate.class)).isEmpty();
    }

    private static FloorScenario talkingByBrowser() {
        FloorScenario floor = new FloorScenario().campaign(settings(DialMode.PROGRESSIVE, OverflowAction.MESSAGE));
        floor.tell(new AgentInput.LoggedIn(7, List.of(1L), "n1", false, true, ""));
        floor.tell(new AgentInput.WantsReady(7)).tell(new AgentInput.LegParked(7, floor.legOf(7)));
        return floor.leads(1, 1).talking(1, 7);
    }

    @Test
    void L01_ACustomerWaitsForAPageThatIsLoadedAgainAndIsTakenBackByItself() {
        FloorScenario floor = talkingByBrowser();
        floor.tell(new AgentInput.LegEnded(7, floor.legOf(7), 16)).tell(new CallInput.Held(1));
        assertThat(stage(floor)).isEqualTo(CallStage.HELD);
        floor.after(2).tell(new AgentInput.LegParked(7, floor.legOf(7)));
        assertThat(floor.last(TelephonyEffect.Bridge.class).leg()).isEqualTo(floor.legOf(7));
        floor.tell(new CallInput.Bridged(1, 7)).after(40);
        assertThat(stage(floor)).isEqualTo(CallStage.CONNECTED);
        assertThat(floor.stateOf(7)).isEqualTo("TALKING");
    }

    @Test
    void L02_ACustomerDoesNotWaitForever() {
        FloorScenario floor = talkingByBrowser();
        floor.tell(new AgentInput.LegEnded(7, floor.legOf(7), 16))
                .tell(new CallInput.Held(1))
                .after(31);
        assertThat(floor.last(TelephonyEffect.HangUp.class).callId()).isEqualTo(1);
    }

    @Test
    void L03_ADeskPhoneThatIsHungUpEndsTheTalk() {
        FloorScenario floor = talking();
        floor.tell(new CallInput.Held(1)).tell(new AgentInput.LegEnded(7, floor.legOf(7), 16));
        assertThat(floor.last(TelephonyEffect.HangUp.class).callId()).isEqualTo(1);
        floor.tell(new CallInput.Ended(1, 16));
        assertThat(floor.end(1).outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(floor.stateOf(7)).isEqualTo("WRAP_UP");
    }

    @Test
    void T01_AReadyAgentGetsTheCustomerAndTheFormerOneWrapsUp() {
        FloorScenario floor = talking().readyAgent(8, 1L).tell(new AgentInput.TransfersToAgent(7, 8));
        assertThat(floor.last(TelephonyEffect.Bridge.class))
                .isEqualTo(new TelephonyEffect.Bridge(1, 8, floor.legOf(8), "n1"));
        assertThat(floor.stateOf(7)).isEqualTo("TALKING");
        floor.tell(new CallInput.Bridged(1, 8));
        assertThat(floor.stateOf(7)).isEqualTo("WRAP_UP");
        assertThat(floor.stateOf(8)).isEqualTo("TALKING");
        floor.tell(new AgentInput.Disposed(7, 1, "OTHER")).tell(new CallInput.Ended(1, 16));
        assertThat(floor.end(1).agentId()).isEqualTo(8);
        assertThat(floor.all(StoreEffect.CallEnded.class)).hasSize(1);
    }

    @Test
    void T02_ATransferToSomebodyWhoIsNotReadyIsRefused() {
        FloorScenario floor = talking().tell(new AgentInput.TransfersToAgent(7, 8));
        assertThat(refusal(floor)).isEqualTo("the other agent is not ready");
        assertThat(stage(floor)).isEqualTo(CallStage.CONNECTED);
    }

    @Test
    void T03_ATransferThatFailsLeavesTheCustomerWithTheFirstAgent() {
        FloorScenario floor = talking().readyAgent(8, 1L).tell(new AgentInput.TransfersToAgent(7, 8));
        floor.tell(new CallInput.BridgeFailed(1, 8, "no such channel"));
        assertThat(stage(floor)).isEqualTo(CallStage.CONNECTED);
        assertThat(floor.stateOf(7)).isEqualTo("TALKING");
        floor.after(2).tell(new AgentInput.LegParked(8, floor.legOf(8)));
        assertThat(floor.stateOf(8)).isEqualTo("READY");
    }

    @Test
    void T04_ATransferWhoseWordIsLostIsFoundAmongTheChannels() {
        FloorScenario floor = talking().readyAgent(8, 1L).after(2).tell(new AgentInput.TransfersToAgent(7, 8));
        floor.after(3).tell(snapshot(floor, Found.BRIDGED, 8, Found.BRIDGED, 8));
        assertThat(floor.stateOf(8)).isEqualTo("TALKING");
        assertThat(floor.stateOf(7)).isEqualTo("WRAP_UP");
    }

    @Test
    void T05_TheCustomerWhoHangsUpOnTheWayFreesBothAgents() {
        FloorScenario floor = talking().readyAgent(8, 1L).tell(new AgentInput.TransfersToAgent(7, 8));
        floor.tell(new CallInput.Ended(1, 16)).tell(new AgentInput.LegParked(8, floor.legOf(8)));
        assertThat(floor.end(1).outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(floor.stateOf(7)).isEqualTo("WRAP_UP");
        assertThat(floor.stateOf(8)).isEqualTo("READY");
    }

    @Test
    void T06_AnOutsideNumberTakesALineUntilTheCallEnds() {
        FloorScenario floor = talking().tell(new AgentInput.TransfersOutside(7, 1));
        assertThat(floor.last(TelephonyEffect.HandOver.class))
                .isEqualTo(new TelephonyEffect.HandOver(1, 1, "n1", "t1"));
        floor.tell(new CallInput.HandedOver(1));
        assertThat(stage(floor)).isEqualTo(CallStage.TRANSFERRED);
        assertThat(floor.stateOf(7)).isEqualTo("WRAP_UP");
        assertThat(floor.floor.trunks().iterator().next().inUse()).isEqualTo(2);
        floor.tell(new CallInput.Ended(1, 16));
        assertThat(floor.end(1).outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(floor.floor.trunks().iterator().next().inUse()).isZero();
    }

    @Test
    void T07_WhatWasOnItsWayOutsideWhenTheAgentHungUpEnds() {
        FloorScenario floor = talking().tell(new AgentInput.TransfersOutside(7, 1));
        floor.tell(new AgentInput.HungUp(7)).tell(new CallInput.HandedOver(1));
        assertThat(stage(floor)).isEqualTo(CallStage.ENDING);
        floor.tell(new CallInput.Ended(1, 16));
        assertThat(floor.end(1).outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(floor.floor.trunks().iterator().next().inUse()).isZero();
    }

    @Test
    void R01_ACampaignThatRecordsAllBeginsWithTheTalkAndEndsWithIt() {
        FloorScenario floor = talking(RecordingRule.ALL);
        TelephonyEffect.Record record = floor.last(TelephonyEffect.Record.class);
        assertThat(record.take()).isEqualTo(Take.START);
        floor.after(3).tell(new AgentInput.Records(7, Tape.PAUSED));
        assertThat(floor.last(TelephonyEffect.Record.class).take()).isEqualTo(Take.PAUSE);
        floor.tell(new AgentInput.Records(7, Tape.ON));
        assertThat(floor.last(TelephonyEffect.Record.class).take()).isEqualTo(Take.RESUME);
        floor.tell(new AgentInput.Records(7, Tape.OFF));
        assertThat(refusal(floor)).contains("records every talk");
        floor.tell(new CallInput.Ended(1, 16));
        assertThat(floor.last(StoreEffect.RecordingEnded.class).recording()).isEqualTo(record.recording());
        assertThat(floor.all(StoreEffect.RecordingBegan.class)).hasSize(1);
    }

    @Test
    void R02_WithoutTheCampaignsLeaveNothingIsRecorded() {
        FloorScenario floor = talking().tell(new AgentInput.Records(7, Tape.ON));
        assertThat(refusal(floor)).contains("does not allow");
        assertThat(floor.all(TelephonyEffect.Record.class)).isEmpty();
    }

    @Test
    void R03_ARecordingThatFailsIsNotSaidToRun() {
        FloorScenario floor = talking(RecordingRule.ON_DEMAND).tell(new AgentInput.Records(7, Tape.ON));
        long recording = floor.last(TelephonyEffect.Record.class).recording();
        floor.tell(new CallInput.RecordingFailed(1, recording, "disk full"));
        assertThat(floor.last(NewsEffect.TalkChanged.class).tape()).isEqualTo(Tape.FAILED);
        floor.after(1).tell(new AgentInput.Records(7, Tape.ON));
        assertThat(floor.last(NewsEffect.TalkChanged.class).tape()).isEqualTo(Tape.ON);
        assertThat(floor.last(StoreEffect.RecordingEnded.class).failure()).isEqualTo("disk full");
    }

    @Test
    void R04_TheRecordingEndsWhenTheCustomerLeavesTheHouse() {
        FloorScenario floor = talking(RecordingRule.ALL).tell(new AgentInput.TransfersOutside(7, 1));
        floor.tell(new CallInput.HandedOver(1));
        assertThat(floor.last(TelephonyEffect.Record.class).take()).isEqualTo(Take.STOP);
    }
}
