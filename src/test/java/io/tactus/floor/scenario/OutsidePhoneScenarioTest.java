package io.tactus.floor.scenario;

import static io.tactus.floor.scenario.FloorScenario.settings;
import static org.assertj.core.api.Assertions.assertThat;

import io.tactus.floor.effect.TelephonyEffect;
import io.tactus.floor.input.AgentInput;
import io.tactus.floor.input.CallInput;
import io.tactus.floor.input.NetworkInput;
import io.tactus.floor.input.NetworkInput.Found;
import io.tactus.floor.input.NetworkInput.LegChannel;
import io.tactus.floor.model.Agent;
import io.tactus.floor.model.DialMode;
import io.tactus.floor.model.OverflowAction;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Agent 7, whose phone is outside: it is rung over trunk t1. */
class OutsidePhoneScenarioTest {
    private static final long AGENT = 7;

    private static FloorScenario loggedIn(int lines) {
        return new FloorScenario()
                .tell(new NetworkInput.TrunkConfigured("t1", "n1", lines, 1_000))
                .campaign(settings(DialMode.PROGRESSIVE, OverflowAction.MESSAGE))
                .tell(new AgentInput.LoggedIn(AGENT, List.of(1L), "n1", false, false, "t1"))
                .tell(new AgentInput.WantsReady(AGENT));
    }

    private static int linesInUse(FloorScenario floor) {
        return floor.floor.trunks().iterator().next().inUse();
    }

    private static int rings(FloorScenario floor) {
        return floor.all(TelephonyEffect.ConnectLeg.class).size();
    }

    /** The phone is not picked up, or nobody presses the key. */
    private static void notTaken(FloorScenario floor) {
        floor.tell(new AgentInput.LegEnded(AGENT, floor.legOf(AGENT), 19));
    }

    @Test
    void P01_TheLegHoldsALineFromTheFirstRingToTheLogOut() {
        FloorScenario floor = loggedIn(2);
        assertThat(linesInUse(floor)).isEqualTo(1);
        floor.parks(AGENT);
        assertThat(floor.stateOf(AGENT)).isEqualTo("READY");
        floor.leads(1, 1).talking(1, AGENT);
        assertThat(linesInUse(floor)).isEqualTo(2);
        floor.tell(new CallInput.Ended(1, 16)).parks(AGENT);
        assertThat(linesInUse(floor)).isEqualTo(1);
        floor.tell(new AgentInput.WantsLogout(AGENT));
        assertThat(floor.stateOf(AGENT)).isEqualTo("LOGGED_OUT");
        assertThat(linesInUse(floor)).isZero();
    }

    @Test
    void P02_WithoutAFreeLineThePhoneWaitsForOne() {
        FloorScenario floor = loggedIn(1).parks(AGENT);
        floor.tell(new AgentInput.LoggedIn(8, List.of(1L), "n1", false, false, "t1"))
                .after(5);
        assertThat(rings(floor)).isEqualTo(1);
        assertThat(floor.stateOf(8)).isEqualTo("LEG_CONNECTING");
        floor.tell(new AgentInput.WantsLogout(AGENT)).after(2);
        assertThat(floor.last(TelephonyEffect.ConnectLeg.class).agentId()).isEqualTo(8);
        assertThat(linesInUse(floor)).isEqualTo(1);
    }

    @Test
    void P03_AfterThreeCallsThatNobodyTakesTheAgentPausesAndHasToAsk() {
        FloorScenario floor = loggedIn(10);
        for (int i = 0; i < 3; i++) {
            assertThat(floor.stateOf(AGENT)).isEqualTo("LEG_CONNECTING");
            notTaken(floor);
            floor.after(10);
        }
        assertThat(rings(floor)).isEqualTo(3);
        assertThat(floor.stateOf(AGENT)).isEqualTo("PAUSED");
        assertThat(floor.agent(AGENT).pauseCode).isEqualTo(Agent.PAUSE_NOT_ANSWERED);
        assertThat(linesInUse(floor)).isZero();
        floor.tell(new NetworkInput.Snapshot("n1", floor.now(), List.of(), List.of()))
                .after(600);
        assertThat(rings(floor)).isEqualTo(3);
        floor.tell(new AgentInput.WantsReady(AGENT));
        assertThat(rings(floor)).isEqualTo(4);
        floor.parks(AGENT);
        assertThat(floor.stateOf(AGENT)).isEqualTo("READY");
    }

    @Test
    void P04_AReadyAgentWhoseMobileIsLostIsRungAgain() {
        FloorScenario floor = loggedIn(10).parks(AGENT);
        notTaken(floor);
        assertThat(floor.stateOf(AGENT)).isEqualTo("LEG_CONNECTING");
        assertThat(linesInUse(floor)).isZero();
        floor.after(2);
        assertThat(rings(floor)).isEqualTo(2);
        floor.parks(AGENT);
        assertThat(floor.stateOf(AGENT)).isEqualTo("READY");
    }

    @Test
    void P05_WhoLeavesMeanwhileIsGoneAfterTheLastTry() {
        FloorScenario floor = loggedIn(10).parks(AGENT).leads(1, 1).dialled(1).tell(new AgentInput.WantsLogout(AGENT));
        assertThat(floor.agent(AGENT).leavingForGood).isTrue();
        for (int i = 0; i < 3; i++) {
            notTaken(floor);
            floor.after(10);
        }
        assertThat(floor.stateOf(AGENT)).isEqualTo("LOGGED_OUT");
        assertThat(linesInUse(floor)).as("the customer's").isEqualTo(1);
    }

    @Test
    void P06_ALegOfBeforeTheRestartHoldsItsLine() {
        FloorScenario floor = new FloorScenario()
                .tell(new NetworkInput.NodeDown("n1", "restart"))
                .tell(new AgentInput.LoggedIn(AGENT, List.of(), "n1", false, false, "t1"));
        assertThat(linesInUse(floor)).isZero();
        floor.after(1)
                .tell(new NetworkInput.Snapshot(
                        "n1", floor.now(), List.of(), List.of(new LegChannel(AGENT, 4, Found.PARKED, 0))));
        assertThat(floor.agent(AGENT).leg).isEqualTo(Agent.Leg.PARKED);
        assertThat(linesInUse(floor)).isEqualTo(1);
        assertThat(rings(floor)).isZero();
    }

    @Test
    void P07_TheKeyMayTakeLongerThanAPhoneOfTheHouseMayRing() {
        FloorScenario floor = loggedIn(10).after(70);
        assertThat(rings(floor)).isEqualTo(1);
        assertThat(floor.all(TelephonyEffect.DropLeg.class)).isEmpty();
        floor.after(20);
        assertThat(floor.all(TelephonyEffect.DropLeg.class)).hasSize(1);
    }

    @Test
    void P09_ALinkThatBreaksWhileTheKeyIsAskedForMakesNoVoicemailBoxAnAgent() {
        FloorScenario floor = loggedIn(10).tell(new NetworkInput.NodeDown("n1", "restart"));
        floor.after(1)
                .tell(new NetworkInput.Snapshot(
                        "n1",
                        floor.now(),
                        List.of(),
                        List.of(new LegChannel(AGENT, floor.legOf(AGENT), Found.BUSY, 0))));
        assertThat(floor.all(TelephonyEffect.ParkLeg.class))
                .as("it would stand without a key")
                .isEmpty();
        assertThat(floor.agent(AGENT).leg).isEqualTo(Agent.Leg.CONNECTING);
        assertThat(linesInUse(floor)).isEqualTo(1);
        assertThat(floor.parks(AGENT).stateOf(AGENT)).isEqualTo("READY");
    }

    @Test
    void P08_ALegThatStandsShowsThatAFailingTrunkWorksAgain() {
        FloorScenario floor = loggedIn(10).parks(AGENT);
        var trunk = floor.floor.trunks().iterator().next();
        notTaken(floor);
        for (int i = 0; i < 20; i++) {
            trunk.refused();
        }
        assertThat(trunk.failing()).isTrue();
        floor.after(2).parks(AGENT);
        assertThat(trunk.failing()).isFalse();
    }
}
