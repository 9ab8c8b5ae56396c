package io.tactus.floor.scenario;

import static io.tactus.floor.scenario.FloorScenario.settings;
import static org.assertj.core.api.Assertions.assertThat;

import io.tactus.floor.effect.NewsEffect;
import io.tactus.floor.effect.NewsEffect.ConsultationChanged.Stage;
import io.tactus.floor.effect.StoreEffect;
import io.tactus.floor.effect.TelephonyEffect;
import io.tactus.floor.input.AgentInput;
import io.tactus.floor.input.CallInput;
import io.tactus.floor.input.NetworkInput;
import io.tactus.floor.input.NetworkInput.CallChannel;
import io.tactus.floor.input.NetworkInput.Found;
import io.tactus.floor.input.NetworkInput.LegChannel;
import io.tactus.floor.model.Agent;
import io.tactus.floor.model.CallStage;
import io.tactus.floor.model.DialMode;
import io.tactus.floor.model.Monitoring;
import io.tactus.floor.model.Outcome;
import io.tactus.floor.model.OverflowAction;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Agent 7 talks with customer 1 and calls somebody outside about it, over trunk t1. */
class GuestScenarioTest {
    private static final long AGENT = 7;

    private long guest;

    private FloorScenario floor = new FloorScenario()
            .campaign(settings(DialMode.PROGRESSIVE, OverflowAction.MESSAGE))
            .readyAgent(AGENT, 1L)
            .leads(1, 1)
            .talking(1, AGENT);

    @AfterEach
    void noRowKnowsTheGuest() {
        assertThat(floor.all(StoreEffect.AgentChanged.class))
                .extracting(StoreEffect.AgentChanged::agentId)
                .noneMatch(Agent::isGuest);
        assertThat(floor.all(StoreEffect.CallEnded.class))
                .extracting(StoreEffect.CallEnded::agentId)
                .noneMatch(Agent::isGuest);
    }

    private void calls() {
        floor.tell(new AgentInput.CallsOutside(AGENT, "t1"));
        guest = floor.floor.agents().stream()
                .filter(Agent::guest)
                .mapToLong(agent -> agent.id)
                .findFirst()
                .orElse(0);
    }

    private void picksUp() {
        floor.parks(guest);
    }

    private void consults() {
        calls();
        picksUp();
        floor.tell(new CallInput.Held(1)).parks(AGENT).after(1);
    }

    private void hangsUpOutside() {
        floor.tell(new AgentInput.LegEnded(guest, floor.legOf(guest), 16));
    }

    private boolean guestIsThere() {
        return !floor.stateOf(guest).equals("LOGGED_OUT");
    }

    private int linesInUse() {
        return floor.floor.trunks().iterator().next().inUse();
    }

    private Stage stage() {
        return floor.last(NewsEffect.ConsultationChanged.class).stage();
    }

    private CallStage call() {
        return floor.floor.openCalls().iterator().next().stage();
    }

    private String reason() {
        return floor.last(NewsEffect.ConsultationChanged.class).reason();
    }

    @Test
    void G01_TheTalkGoesOnWhileItRingsAndTheCustomerIsHeldBeforeTheGuestHearsAnything() {
        calls();
        assertThat(floor.last(TelephonyEffect.ConnectLeg.class).agentId()).isEqualTo(guest);
        assertThat(linesInUse()).isEqualTo(2);
        assertThat(stage()).isEqualTo(Stage.CALLED);
        assertThat(call()).isEqualTo(CallStage.CONNECTED);
        picksUp();
        assertThat(floor.all(TelephonyEffect.Hold.class)).hasSize(1);
        assertThat(floor.all(TelephonyEffect.Monitor.class)).isEmpty();
        floor.tell(new CallInput.Held(1));
        assertThat(floor.last(TelephonyEffect.Monitor.class))
                .isEqualTo(new TelephonyEffect.Monitor(
                        guest, floor.legOf(guest), AGENT, floor.legOf(AGENT), Monitoring.WHISPER, 0, "n1"));
        assertThat(stage()).isEqualTo(Stage.PRIVATE);
    }

    @Test
    void G02_ConferenceBringsTheCustomerBackFirst() {
        consults();
        floor.tell(new AgentInput.Confers(AGENT)).tell(new CallInput.Bridged(1, AGENT));
        assertThat(floor.last(TelephonyEffect.Monitor.class).how()).isEqualTo(Monitoring.BARGE);
        assertThat(stage()).isEqualTo(Stage.CONFERENCE);
    }

    @Test
    void G03_TheGuestKeepsTheCustomerAndTheLineUntilTheEnd() {
        consults();
        int leg = floor.legOf(guest);
        floor.tell(new AgentInput.GivesToColleague(AGENT));
        assertThat(floor.last(TelephonyEffect.Bridge.class)).isEqualTo(new TelephonyEffect.Bridge(1, guest, leg, "n1"));
        floor.tell(new CallInput.Bridged(1, guest));
        assertThat(call()).isEqualTo(CallStage.TRANSFERRED);
        assertThat(floor.stateOf(AGENT)).isEqualTo("WRAP_UP");
        assertThat(guestIsThere()).isFalse();
        assertThat(floor.all(TelephonyEffect.DropLeg.class)).isEmpty();
        assertThat(linesInUse()).isEqualTo(2);
        floor.tell(new CallInput.Ended(1, 16));
        assertThat(linesInUse()).isZero();
        assertThat(floor.end(1).outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(floor.end(1).agentId()).isEqualTo(AGENT);
        // The leg goes back to where legs park, and is nobody's.
        floor.tell(new AgentInput.LegParked(guest, leg));
        assertThat(floor.last(TelephonyEffect.DropLeg.class).agentId()).isEqualTo(guest);
    }

    @Test
    void G04_AGuestWhoHangsUpOnTheCustomerEndsTheCall() {
        consults();
        floor.tell(new AgentInput.GivesToColleague(AGENT)).tell(new CallInput.Bridged(1, guest));
        floor.after(2).tell(new CallInput.Held(1));
        assertThat(floor.all(TelephonyEffect.HangUp.class))
                .as("it may be a late word")
                .isEmpty();
        assertThat(floor.last(TelephonyEffect.ReadChannels.class).node()).isEqualTo("n1");
        floor.tell(new NetworkInput.Snapshot(
                "n1",
                floor.now(),
                List.of(new CallChannel(1, Found.HELD, 0)),
                List.of(new LegChannel(AGENT, floor.legOf(AGENT), Found.PARKED, 0))));
        assertThat(floor.last(TelephonyEffect.HangUp.class).callId()).isEqualTo(1);
        floor.tell(new CallInput.Ended(1, 16));
        assertThat(linesInUse()).isZero();
    }

    @Test
    void G05_AGuestWhoHangsUpInTheConsultationLeavesTheCustomerOnHold() {
        consults();
        hangsUpOutside();
        assertThat(guestIsThere()).isFalse();
        assertThat(stage()).isEqualTo(Stage.OVER);
        assertThat(call()).isEqualTo(CallStage.HELD);
        assertThat(linesInUse()).isEqualTo(1);
        floor.tell(new AgentInput.Retrieves(AGENT)).tell(new CallInput.Bridged(1, AGENT));
        assertThat(call()).isEqualTo(CallStage.CONNECTED);
    }

    @Test
    void G06_NobodyPicksUp() {
        calls();
        floor.after(44);
        assertThat(guestIsThere()).isTrue();
        floor.after(2);
        assertThat(guestIsThere()).isFalse();
        assertThat(reason()).isEqualTo("no answer");
        assertThat(floor.last(TelephonyEffect.DropLeg.class).agentId()).isEqualTo(guest);
        assertThat(linesInUse()).isEqualTo(1);
        assertThat(call()).isEqualTo(CallStage.CONNECTED);
    }

    @Test
    void G07_AnEngagedNumberIsNotRungAgain() {
        calls();
        hangsUpOutside();
        assertThat(reason()).isEqualTo("no answer");
        int rings = floor.all(TelephonyEffect.ConnectLeg.class).size();
        floor.after(60);
        assertThat(floor.all(TelephonyEffect.ConnectLeg.class)).hasSize(rings);
        assertThat(guestIsThere()).isFalse();
    }

    @Test
    void G08_TheAgentCallsNoMoreOrHasSpokenEnough() {
        calls();
        floor.tell(new AgentInput.LeavesColleague(AGENT));
        assertThat(guestIsThere()).isFalse();
        assertThat(linesInUse()).isEqualTo(1);
        long first = guest;
        consults();
        assertThat(guest).isNotEqualTo(first);
        floor.tell(new AgentInput.LeavesColleague(AGENT));
        assertThat(guestIsThere()).isFalse();
        assertThat(floor.last(TelephonyEffect.DropLeg.class).agentId()).isEqualTo(guest);
        assertThat(linesInUse()).isEqualTo(1);
        assertThat(call()).isEqualTo(CallStage.HELD);
    }

    @Test
    void G09_TheCustomerWhoHangsUpEndsItAll() {
        consults();
        floor.tell(new CallInput.Ended(1, 16));
        assertThat(guestIsThere()).isFalse();
        assertThat(floor.stateOf(AGENT)).isEqualTo("WRAP_UP");
        assertThat(linesInUse()).isZero();
        assertThat(floor.all(TelephonyEffect.DropLeg.class))
                .extracting(TelephonyEffect.DropLeg::agentId)
                .contains(guest);
    }

    @Test
    void G10_BackToTheCustomerHangsUpOnTheGuest() {
        consults();
        floor.tell(new AgentInput.Retrieves(AGENT)).tell(new CallInput.Bridged(1, AGENT));
        assertThat(guestIsThere()).isFalse();
        assertThat(stage()).isEqualTo(Stage.OVER);
        assertThat(call()).isEqualTo(CallStage.CONNECTED);
    }

    @Test
    void G11_WithoutALineOrACustomerNobodyIsCalled() {
        floor.tell(new NetworkInput.TrunkConfigured("t1", "n1", 1, 1_000));
        calls();
        assertThat(floor.refusal()).contains("no line is free");
        assertThat(guestIsThere()).isFalse();
        floor.tell(new NetworkInput.TrunkConfigured("t1", "n1", 10, 1_000))
                .tell(new CallInput.Ended(1, 16))
                .parks(AGENT)
                .tell(new AgentInput.Disposed(AGENT, 1, "SALE"))
                .tell(new AgentInput.WantsPause(AGENT, "LUNCH"));
        calls();
        assertThat(floor.refusal()).contains("no customer");
        assertThat(guestIsThere()).isFalse();
    }

    @Test
    void G12_OneAtATimeAndNobodyElseCanCallAGuest() {
        calls();
        long first = guest;
        calls();
        assertThat(floor.refusal()).contains("already");
        assertThat(guest).isEqualTo(first);
        floor.readyAgent(8, 1L).tell(new AgentInput.CallsColleague(8, guest));
        assertThat(floor.refusal()).contains("not there");
    }

    @Test
    void G13_AGiftThatFailsLeavesTheCustomerWithTheAgent() {
        consults();
        floor.tell(new AgentInput.GivesToColleague(AGENT))
                .tell(new CallInput.BridgeFailed(1, guest, "no such channel"));
        assertThat(guestIsThere()).isFalse();
        assertThat(call()).isEqualTo(CallStage.HELD);
        assertThat(linesInUse()).isEqualTo(1);
        floor.tell(new AgentInput.Retrieves(AGENT)).tell(new CallInput.Bridged(1, AGENT));
        assertThat(floor.stateOf(AGENT)).isEqualTo("TALKING");
    }

    @Test
    void G14_AGuestWhoHangsUpInTheMomentOfTheGiftDoesNotTakeTheCustomerAlong() {
        consults();
        floor.tell(new AgentInput.GivesToColleague(AGENT));
        hangsUpOutside();
        assertThat(guestIsThere()).isFalse();
        assertThat(call()).isEqualTo(CallStage.HELD);
        assertThat(floor.stateOf(AGENT)).isEqualTo("TALKING");
        assertThat(linesInUse()).isEqualTo(1);
    }

    @Test
    void G15_TheAgentWhoseLegIsLostLetsTheGuestGo() {
        consults();
        floor.tell(new AgentInput.LegEnded(AGENT, floor.legOf(AGENT), 16));
        // Asterisk parks a leg that listened to one that is gone.
        picksUp();
        assertThat(guestIsThere()).isFalse();
        assertThat(linesInUse()).isEqualTo(1);
    }

    @Test
    void G16_ARestartLeavesACustomerWithTheGuestAndDropsAGuestWithoutOne() {
        long guest = Agent.guestId(AGENT, 4);
        FloorScenario next = new FloorScenario().campaign(settings(DialMode.PROGRESSIVE, OverflowAction.MESSAGE));
        next.tell(new NetworkInput.CallRestored(1, 1, 101, "n1", "t1", true, true, AGENT, false))
                .after(3)
                .tell(new NetworkInput.Snapshot(
                        "n1",
                        next.now(),
                        List.of(new CallChannel(1, Found.BRIDGED, guest)),
                        List.of(
                                new LegChannel(guest, 4, Found.BRIDGED, 1),
                                new LegChannel(Agent.guestId(8, 5), 5, Found.BUSY, 0))));
        assertThat(next.floor.openCalls().iterator().next().stage()).isEqualTo(CallStage.TRANSFERRED);
        assertThat(next.all(TelephonyEffect.DropLeg.class))
                .extracting(TelephonyEffect.DropLeg::agentId)
                .containsExactly(Agent.guestId(8, 5));
    }

    @Test
    void G18_TheNextGuestIsAnotherWhileTheFirstHasACustomerStill() {
        consults();
        long first = guest;
        floor.tell(new AgentInput.GivesToColleague(AGENT)).tell(new CallInput.Bridged(1, first));
        floor.parks(AGENT)
                .tell(new AgentInput.Disposed(AGENT, 1, "SALE"))
                .leads(1, 1)
                .talking(2, AGENT);
        calls();
        assertThat(guest).isNotZero().isNotEqualTo(first);
        floor.after(3)
                .tell(new NetworkInput.Snapshot(
                        "n1",
                        floor.now(),
                        List.of(new CallChannel(1, Found.BRIDGED, first), new CallChannel(2, Found.BRIDGED, AGENT)),
                        List.of(
                                new LegChannel(first, 4, Found.BRIDGED, 1),
                                new LegChannel(guest, floor.legOf(guest), Found.RINGING, 0),
                                new LegChannel(AGENT, floor.legOf(AGENT), Found.BRIDGED, 2))));
        assertThat(floor.all(TelephonyEffect.DropLeg.class)).isEmpty();
        assertThat(floor.all(TelephonyEffect.HangUp.class)).isEmpty();
    }

    @Test
    void G17_AGuestIsFoundAmongTheChannelsAsHeIs() {
        consults();
        floor.after(3)
                .tell(new NetworkInput.Snapshot(
                        "n1",
                        floor.now(),
                        List.of(new CallChannel(1, Found.HELD, 0)),
                        List.of(new LegChannel(AGENT, floor.legOf(AGENT), Found.PARKED, 0))));
        assertThat(guestIsThere()).as("his channel is gone").isFalse();
        assertThat(stage()).isEqualTo(Stage.OVER);
        assertThat(call()).isEqualTo(CallStage.HELD);
    }
}
