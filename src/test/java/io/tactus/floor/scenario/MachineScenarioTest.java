package io.tactus.floor.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.tactus.floor.effect.NewsEffect;
import io.tactus.floor.effect.StoreEffect;
import io.tactus.floor.effect.TelephonyEffect;
import io.tactus.floor.input.AgentInput;
import io.tactus.floor.input.CallInput;
import io.tactus.floor.input.CallInput.Detection;
import io.tactus.floor.input.CampaignInput;
import io.tactus.floor.model.AbandonmentCounts;
import io.tactus.floor.model.DialMode;
import io.tactus.floor.model.MachineAction;
import io.tactus.floor.model.Outcome;
import io.tactus.floor.model.OverflowAction;
import org.junit.jupiter.api.Test;

class MachineScenarioTest {
    private static FloorScenario hangingUp() {
        return new FloorScenario().campaign(FloorScenario.withDetection(MachineAction.HANG_UP));
    }

    /** Detection calls the next call of the campaign a machine. */
    private static void machine(FloorScenario floor, long call) {
        floor.dialled(call)
                .tell(new CallInput.Answered(call))
                .tell(new CallInput.Detected(call, Detection.MACHINE, "LONGGREETING"))
                .tell(new CallInput.Parked(call));
    }

    private static void free(FloorScenario floor, long call) {
        floor.tell(new CallInput.Ended(call, 16))
                .tell(new AgentInput.LegParked(7, floor.legOf(7)))
                .tell(new AgentInput.Disposed(7, call, "X"));
    }

    @Test
    void anAgentHearsMachinesUntilDetectionIsKnownToBeRight() {
        FloorScenario floor = hangingUp().readyAgent(7, 1L).leads(1, 1);
        machine(floor, 1);
        assertThat(floor.last(TelephonyEffect.Bridge.class).callId()).isEqualTo(1);
        floor.tell(new CallInput.Bridged(1, 7)).tell(new AgentInput.HearsMachine(7));
        assertThat(floor.last(TelephonyEffect.HangUp.class).callId()).isEqualTo(1);
        free(floor, 1);
        assertThat(floor.end(1).outcome()).isEqualTo(Outcome.MACHINE);
        assertThat(floor.end(1).live()).isFalse();
    }

    @Test
    void whomTheAgentDoesNotCallAMachineIsAPerson() {
        FloorScenario floor = hangingUp().readyAgent(7, 1L).leads(1, 1);
        machine(floor, 1);
        floor.tell(new CallInput.Bridged(1, 7));
        free(floor, 1);
        assertThat(floor.end(1).outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(floor.end(1).live()).isTrue();
    }

    @Test
    void aPersonWhomTheAgentCallsAMachineIsNoLiveAnswer() {
        FloorScenario floor = new FloorScenario()
                .campaign(FloorScenario.settings(DialMode.PROGRESSIVE, OverflowAction.MESSAGE))
                .readyAgent(7, 1L)
                .leads(1, 2)
                .talking(1, 7);
        floor.tell(new AgentInput.HearsMachine(7));
        free(floor, 1);
        assertThat(floor.end(1).outcome()).isEqualTo(Outcome.MACHINE);
        assertThat(floor.end(1).live()).isFalse();
        assertThat(floor.last(NewsEffect.Paced.class).liveAnswers()).isZero();
    }

    @Test
    void oneMachineInTwentyIsHeardAllTheSame() {
        FloorScenario floor =
                new FloorScenario().trustingCampaign(MachineAction.HANG_UP).readyAgent(7, 1L);
        int heard = 0;
        for (int call = 1; call <= 61; call++) {
            floor.leads(1, 1);
            machine(floor, call);
            boolean bridged = !floor.all(TelephonyEffect.Bridge.class).isEmpty()
                    && floor.last(TelephonyEffect.Bridge.class).callId() == call;
            if (bridged) {
                heard++;
                floor.tell(new CallInput.Bridged(call, 7)).tell(new AgentInput.HearsMachine(7));
                free(floor, call);
            } else {
                floor.tell(new CallInput.Ended(call, 16));
            }
        }
        assertThat(heard).isEqualTo(3);
    }

    @Test
    void machinesGoToAgentsAgainWhenTooManyAreProvedToBePersons() {
        FloorScenario floor =
                new FloorScenario().trustingCampaign(MachineAction.HANG_UP).readyAgent(7, 1L);
        int heard = 0;
        for (int call = 1; call <= 400; call++) {
            floor.leads(1, 1);
            machine(floor, call);
            if (!floor.all(TelephonyEffect.Bridge.class).isEmpty()
                    && floor.last(TelephonyEffect.Bridge.class).callId() == call) {
                heard++;
                floor.tell(new CallInput.Bridged(call, 7));
            }
            free(floor, call);
        }
        assertThat(heard).isBetween(150, 390);
    }

    @Test
    void theWordIsRefusedWhereNobodyIsHeard() {
        FloorScenario floor = hangingUp().readyAgent(7, 1L);
        floor.tell(new AgentInput.HearsMachine(7));
        assertThat(floor.last(NewsEffect.Refused.class).reason()).contains("hears no one");
    }

    @Test
    void countsOfThePeriodHoldTheMachinesThatNobodyHeard() {
        FloorScenario floor = hangingUp();
        floor.tell(new CampaignInput.AbandonmentCounted(1, new AbandonmentCounts(1_000, 0, 400, 400), Long.MAX_VALUE));
        assertThat(floor.all(StoreEffect.CallEnded.class)).isEmpty();
        // Four hundred verdicts of which nothing is known leave no room under a cap of 3 %.
        assertThat(floor.missedPersons(1)).isEqualTo(400);
        FloorScenario knowing = new FloorScenario().trustingCampaign(MachineAction.HANG_UP);
        knowing.tell(
                new CampaignInput.AbandonmentCounted(1, new AbandonmentCounts(1_000, 0, 400, 400), Long.MAX_VALUE));
        assertThat(knowing.missedPersons(1)).isBetween(1.0, 1.5);
    }
}
