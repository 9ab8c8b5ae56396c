package io.tactus.floor.scenario;

import static io.tactus.floor.scenario.FloorScenario.settings;
import static org.assertj.core.api.Assertions.assertThat;

import io.tactus.floor.effect.NewsEffect;
import io.tactus.floor.effect.TelephonyEffect;
import io.tactus.floor.input.AgentInput;
import io.tactus.floor.input.CallInput;
import io.tactus.floor.input.NetworkInput;
import io.tactus.floor.input.NetworkInput.Found;
import io.tactus.floor.input.NetworkInput.LegChannel;
import io.tactus.floor.model.Agent;
import io.tactus.floor.model.DialMode;
import io.tactus.floor.model.Monitoring;
import io.tactus.floor.model.OverflowAction;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A supervisor, 9, who pauses and listens to agent 7. */
class SupervisionScenarioTest {
    private static final long AGENT = 7;
    private static final long BOSS = 9;

    private static FloorScenario talkAndBoss() {
        return new FloorScenario()
                .campaign(settings(DialMode.PROGRESSIVE, OverflowAction.MESSAGE))
                .readyAgent(AGENT, 1L)
                .leads(1, 1)
                .talking(1, AGENT)
                .readyAgent(BOSS, 1L)
                .tell(new AgentInput.WantsPause(BOSS, "OFFICE"))
                .after(1);
    }

    private static FloorScenario listening() {
        return talkAndBoss().tell(new AgentInput.Monitors(BOSS, AGENT, Monitoring.LISTEN));
    }

    @Test
    void M01_ListensThenWhispersThenJoinsIn() {
        FloorScenario floor = listening()
                .tell(new AgentInput.Monitors(BOSS, AGENT, Monitoring.WHISPER))
                .tell(new AgentInput.Monitors(BOSS, AGENT, Monitoring.BARGE));
        assertThat(floor.all(TelephonyEffect.Monitor.class))
                .extracting(TelephonyEffect.Monitor::how)
                .containsExactly(Monitoring.values());
        assertThat(floor.last(TelephonyEffect.Monitor.class))
                .isEqualTo(new TelephonyEffect.Monitor(
                        BOSS, floor.legOf(BOSS), AGENT, floor.legOf(AGENT), Monitoring.BARGE, 1, "n1"));
        assertThat(floor.stateOf(BOSS)).isEqualTo("PAUSED");
        assertThat(floor.last(NewsEffect.MonitoringChanged.class).targetId()).isEqualTo(AGENT);
    }

    @Test
    void M10_WhoJoinedInStillSpeaksToTheAgentWhenTheTalkIsOver() {
        FloorScenario floor = listening()
                .tell(new AgentInput.Monitors(BOSS, AGENT, Monitoring.BARGE))
                .tell(new CallInput.Ended(1, 16));
        TelephonyEffect.Monitor last = floor.last(TelephonyEffect.Monitor.class);
        assertThat(last.how()).isEqualTo(Monitoring.WHISPER);
        assertThat(last.callId()).isZero();
        assertThat(floor.last(NewsEffect.MonitoringChanged.class).how()).isEqualTo(Monitoring.WHISPER);
        floor.tell(new AgentInput.Monitors(BOSS, AGENT, Monitoring.BARGE));
        assertThat(floor.refusal()).isEqualTo("there is no talk to join");
    }

    @Test
    void M11_ACustomerOnHoldDoesNotHearWhoJoinedIn() {
        FloorScenario floor = listening()
                .tell(new AgentInput.Monitors(BOSS, AGENT, Monitoring.BARGE))
                .tell(new AgentInput.Holds(AGENT));
        assertThat(floor.last(TelephonyEffect.Monitor.class).how()).isEqualTo(Monitoring.BARGE);
        floor.tell(new CallInput.Held(1));
        assertThat(floor.last(TelephonyEffect.Monitor.class).how()).isEqualTo(Monitoring.WHISPER);
        assertThat(floor.last(NewsEffect.MonitoringChanged.class).targetId()).isEqualTo(AGENT);
    }

    @Test
    void M02_StopsAndIsReadyForCallsAgain() {
        FloorScenario floor =
                listening().tell(new AgentInput.StopsMonitoring(BOSS, AGENT)).parks(BOSS);
        assertThat(floor.all(TelephonyEffect.ParkLeg.class)).hasSize(1);
        assertThat(floor.last(NewsEffect.MonitoringChanged.class).targetId()).isZero();
        assertThat(floor.agent(BOSS).leg).isEqualTo(Agent.Leg.PARKED);
        floor.tell(new AgentInput.WantsReady(BOSS));
        assertThat(floor.stateOf(BOSS)).isEqualTo("READY");
    }

    @Test
    void M03_WhoWantsCallsIsCalledBackFirst() {
        FloorScenario floor = listening().tell(new AgentInput.WantsReady(BOSS));
        assertThat(floor.all(TelephonyEffect.ParkLeg.class)).hasSize(1);
        assertThat(floor.stateOf(BOSS)).isEqualTo("LEG_CONNECTING");
        assertThat(floor.parks(BOSS).stateOf(BOSS)).isEqualTo("READY");
    }

    @Test
    void M04_TheLegThatIsHeardIsGone() {
        FloorScenario floor = listening().parks(BOSS);
        assertThat(floor.agent(BOSS).monitors).isZero();
        assertThat(floor.stateOf(BOSS)).isEqualTo("PAUSED");
    }

    @Test
    void M05_ThePhoneOfWhoListensIsLostAndComesBack() {
        FloorScenario floor = listening();
        floor.tell(new AgentInput.LegEnded(BOSS, floor.legOf(BOSS), 16)).after(3);
        assertThat(floor.agent(BOSS).monitors).isZero();
        assertThat(floor.all(TelephonyEffect.ConnectLeg.class)).hasSize(3);
        assertThat(floor.parks(BOSS).stateOf(BOSS)).isEqualTo("PAUSED");
    }

    @Test
    void M06_TakesTheCustomerOverAndPausesAfterwards() {
        FloorScenario floor = listening().tell(new AgentInput.TakesOver(BOSS, AGENT));
        assertThat(floor.refusal()).contains("try again in a moment");
        floor.after(1).tell(new AgentInput.TakesOver(BOSS, AGENT));
        assertThat(floor.last(TelephonyEffect.Bridge.class))
                .isEqualTo(new TelephonyEffect.Bridge(1, BOSS, floor.legOf(BOSS), "n1"));
        floor.tell(new CallInput.Bridged(1, BOSS)).parks(AGENT);
        assertThat(floor.stateOf(AGENT)).isEqualTo("WRAP_UP");
        assertThat(floor.stateOf(BOSS)).isEqualTo("TALKING");
        floor.tell(new CallInput.Ended(1, 16)).parks(BOSS);
        assertThat(floor.stateOf(BOSS)).isEqualTo("WRAP_UP");
        floor.tell(new AgentInput.Disposed(BOSS, 1, "SALE"));
        assertThat(floor.stateOf(BOSS)).isEqualTo("PAUSED");
        assertThat(floor.agent(BOSS).pauseCode).isEqualTo("OFFICE");
    }

    @Test
    void M07_ATakeOverThatFailsLeavesTheCustomerWhereHeWas() {
        FloorScenario floor = listening()
                .after(1)
                .tell(new AgentInput.TakesOver(BOSS, AGENT))
                .tell(new CallInput.BridgeFailed(1, BOSS, "gone"));
        assertThat(floor.stateOf(AGENT)).isEqualTo("TALKING");
        floor.after(2).tell(legs(floor, Found.BUSY));
        assertThat(floor.all(TelephonyEffect.ParkLeg.class)).hasSize(1);
        assertThat(floor.parks(BOSS).stateOf(BOSS)).isEqualTo("PAUSED");
    }

    @Test
    void M08_WhatDoesNotFitIsRefusedWithItsReason() {
        FloorScenario floor = talkAndBoss().tell(new AgentInput.TakesOver(BOSS, AGENT));
        assertThat(floor.refusal()).contains("whom you listen to");
        floor.tell(new AgentInput.StopsMonitoring(BOSS, AGENT));
        assertThat(floor.refusal()).isEqualTo("you do not listen to that agent");
        floor.tell(new AgentInput.Monitors(BOSS, BOSS, Monitoring.LISTEN));
        assertThat(floor.refusal()).contains("the other agent's phone is not connected");
        floor.tell(new AgentInput.Monitors(AGENT, BOSS, Monitoring.LISTEN));
        assertThat(floor.refusal()).isEqualTo("only in a pause can another agent be listened to");
        floor.tell(new AgentInput.Monitors(BOSS, AGENT, Monitoring.LISTEN))
                .tell(new CallInput.Ended(1, 16))
                .after(1)
                .tell(new AgentInput.TakesOver(BOSS, AGENT));
        assertThat(floor.refusal()).isEqualTo("taking over needs a customer on the line");
        assertThat(floor.last(NewsEffect.Refused.class).id()).isEqualTo(BOSS);
    }

    @Test
    void M09_AfterALinkThatWasCutWhoListenedStillListens() {
        FloorScenario floor =
                listening().tell(new NetworkInput.NodeDown("n1", "cut")).after(2);
        floor.tell(legs(floor, Found.BUSY));
        assertThat(floor.agent(BOSS).leg).isEqualTo(Agent.Leg.MONITORING);
        assertThat(floor.agent(BOSS).monitors).isEqualTo(AGENT);
        floor.tell(new AgentInput.WantsLogout(BOSS));
        assertThat(floor.stateOf(BOSS)).isEqualTo("LOGGED_OUT");
        assertThat(floor.last(TelephonyEffect.DropLeg.class).agentId()).isEqualTo(BOSS);
        assertThat(floor.last(NewsEffect.MonitoringChanged.class).targetId()).isZero();
    }

    private static NetworkInput.Snapshot legs(FloorScenario floor, Found boss) {
        return new NetworkInput.Snapshot(
                "n1",
                floor.now(),
                List.of(new NetworkInput.CallChannel(1, Found.BRIDGED, AGENT)),
                List.of(
                        new LegChannel(AGENT, floor.legOf(AGENT), Found.BRIDGED, 1),
                        new LegChannel(BOSS, floor.legOf(BOSS), boss, 0)));
    }
}
