package io.tactus.floor.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.tactus.floor.effect.NewsEffect;
import io.tactus.floor.effect.StoreEffect;
import io.tactus.floor.effect.TelephonyEffect;
import io.tactus.floor.input.AgentInput;
import io.tactus.floor.input.CallInput;
import io.tactus.floor.input.CampaignInput;
import io.tactus.floor.model.CampaignSettings;
import io.tactus.floor.model.DialMode;
import io.tactus.floor.model.MachineAction;
import io.tactus.floor.model.Means;
import io.tactus.floor.model.Outcome;
import io.tactus.floor.model.OverflowAction;
import org.junit.jupiter.api.Test;

/** What predictive pacing may do besides launching calls, and the trunk that refuses everything. */
final class MeansScenarioTest {
    private static CampaignSettings settings(Means means) {
        return new CampaignSettings(
                DialMode.POWER,
                1,
                2,
                1,
                20_000,
                2_000,
                false,
                MachineAction.HANG_UP,
                OverflowAction.MESSAGE,
                0,
                0,
                false,
                means,
                100);
    }

    /** Agent 7 has had this many calls and wraps up the last one; the next call rings already. */
    private static FloorScenario wrappingUp(Means means, int callsBefore) {
        FloorScenario floor = new FloorScenario().campaign(settings(means));
        floor.readyAgent(7, 1L);
        floor.leads(1, 2 * callsBefore + 4);
        for (long call = 1; call <= callsBefore; call++) {
            floor.talking(call, 7).tell(new CallInput.Ended(call, 16));
            floor.tell(new AgentInput.LegParked(7, floor.legOf(7)));
            if (call < callsBefore) {
                floor.tell(new AgentInput.Disposed(7, call, "SALE"));
            }
        }
        assertThat(floor.stateOf(7)).isEqualTo("WRAP_UP");
        return floor;
    }

    @Test
    void aPersonWhomNobodyCouldTakeGoesToAnAgentInWrapUp() {
        FloorScenario floor = wrappingUp(new Means(0, false, 5_000), 20).after(6);
        floor.dialled(21).answered(21).after(1.5);
        assertThat(floor.stateOf(7)).isEqualTo("WRAP_UP");
        floor.after(0.4);
        assertThat(floor.last(TelephonyEffect.Bridge.class).callId()).isEqualTo(21);
        floor.tell(new CallInput.Bridged(21, 7));
        assertThat(floor.stateOf(7)).isEqualTo("TALKING");

        floor.tell(new AgentInput.Disposed(7, 20, "SALE"));

        assertThat(floor.last(StoreEffect.CallDisposed.class).callId()).isEqualTo(20);
        assertThat(floor.stateOf(7)).isEqualTo("TALKING");
        floor.tell(new CallInput.Ended(21, 16));
        assertThat(floor.last(StoreEffect.CallEnded.class).outcome()).isEqualTo(Outcome.ANSWERED);
    }

    private static void rescued(FloorScenario floor, long call) {
        floor.dialled(call).answered(call).after(1.9);
        assertThat(floor.last(TelephonyEffect.Bridge.class).callId()).isEqualTo(call);
        floor.tell(new CallInput.Bridged(call, 7)).tell(new CallInput.Ended(call, 16));
        floor.tell(new AgentInput.LegParked(7, floor.legOf(7)));
    }

    @Test
    void whoNeverGivesTheDispositionIsAskedAgain() {
        FloorScenario floor = wrappingUp(new Means(0, false, 5_000), 40).after(6);
        rescued(floor, 41);
        floor.tell(new AgentInput.Disposed(7, 41, "SALE")).talking(42, 7).tell(new CallInput.Ended(42, 16));
        floor.tell(new AgentInput.LegParked(7, floor.legOf(7))).after(6);
        rescued(floor, 43);

        floor.tell(new AgentInput.Disposed(7, 40, "SALE"));
        assertThat(floor.last(StoreEffect.CallDisposed.class).callId()).isEqualTo(40);
        int disposed = floor.all(StoreEffect.CallDisposed.class).size();
        floor.tell(new AgentInput.Disposed(7, 40, "SALE"));
        assertThat(floor.all(StoreEffect.CallDisposed.class)).hasSize(disposed);
    }

    @Test
    void aWrapUpThatHasJustBegunIsLeftAlone() {
        FloorScenario floor = wrappingUp(new Means(0, false, 5_000), 20);
        floor.dialled(21).answered(21).after(2.5);

        assertThat(floor.stateOf(7)).isEqualTo("WRAP_UP");
        assertThat(floor.last(NewsEffect.Overflowed.class).callId()).isEqualTo(21);
    }

    @Test
    void noAgentIsRescuedFromMoreThanOneCallInTwenty() {
        FloorScenario floor = wrappingUp(new Means(0, false, 5_000), 10).after(6);
        floor.dialled(11).answered(11).after(2.5);

        assertThat(floor.stateOf(7)).isEqualTo("WRAP_UP");
    }

    @Test
    void withoutTheMeansNobodyIsDisturbed() {
        FloorScenario floor = wrappingUp(Means.NONE, 20).after(6);
        floor.dialled(21).answered(21).after(2.5);

        assertThat(floor.stateOf(7)).isEqualTo("WRAP_UP");
    }

    @Test
    void onlyTheEndOfATalkCanBeForeseen() {
        FloorScenario floor = new FloorScenario().campaign(settings(Means.NONE));
        floor.readyAgent(7, 1L).tell(new AgentInput.SeesEnd(7));
        assertThat(floor.last(NewsEffect.Refused.class).reason()).contains("end of a talk");
        int refusals = floor.all(NewsEffect.Refused.class).size();

        floor.leads(1, 2).talking(1, 7).tell(new AgentInput.SeesEnd(7)).tell(new AgentInput.SeesEnd(7));

        assertThat(floor.all(NewsEffect.Refused.class)).hasSize(refusals);
    }

    @Test
    void aListIsNotBurntOnADeadLine() {
        FloorScenario floor = new FloorScenario().campaign(settings(Means.NONE));
        floor.readyAgent(7, 1L);
        floor.leads(1, 2_000);
        int seen = 0;
        for (int second = 0; second < 120; second++) {
            for (StoreEffect.RunGate gate :
                    floor.all(StoreEffect.RunGate.class).stream().skip(seen).toList()) {
                seen++;
                floor.tell(new CallInput.GatePassed(gate.callId())).tell(new CallInput.Ended(gate.callId(), 34));
            }
            floor.after(1);
        }

        assertThat(seen).isBetween(20, 60);
        assertThat(floor.last(NewsEffect.Paced.class).reason()).contains("carrier");
        floor.tell(new CampaignInput.Commanded(1, CampaignInput.Command.PAUSE));
    }
}
