package io.tactus.floor.scenario;

import static io.tactus.floor.scenario.FloorScenario.settings;
import static org.assertj.core.api.Assertions.assertThat;

import io.tactus.floor.effect.NewsEffect;
import io.tactus.floor.effect.NewsEffect.ConsultationChanged.Stage;
import io.tactus.floor.effect.TelephonyEffect;
import io.tactus.floor.input.AgentInput;
import io.tactus.floor.input.CallInput;
import io.tactus.floor.input.NetworkInput;
import io.tactus.floor.model.CallStage;
import io.tactus.floor.model.DialMode;
import io.tactus.floor.model.Monitoring;
import io.tactus.floor.model.OverflowAction;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Agent 7 talks with customer 1 and calls colleague 9, who is ready or pauses. */
class ConsultationScenarioTest {
    private static final long AGENT = 7;
    private static final long COLLEAGUE = 9;

    private static FloorScenario talkAndReadyColleague() {
        return new FloorScenario()
                .campaign(settings(DialMode.PROGRESSIVE, OverflowAction.MESSAGE))
                .readyAgent(AGENT, 1L)
                .leads(1, 1)
                .talking(1, AGENT)
                .readyAgent(COLLEAGUE, 1L);
    }

    private static FloorScenario accepted() {
        return talkAndReadyColleague()
                .tell(new AgentInput.CallsColleague(AGENT, COLLEAGUE))
                .tell(new AgentInput.AcceptsColleague(COLLEAGUE, AGENT));
    }

    private static FloorScenario consulting() {
        FloorScenario floor = accepted().tell(new CallInput.Held(1));
        return floor.parks(AGENT).after(1);
    }

    private static FloorScenario inConference() {
        return consulting().tell(new AgentInput.Confers(AGENT)).tell(new CallInput.Bridged(1, AGENT));
    }

    /** Both pause, and speak with each other. */
    private static FloorScenario internalCall() {
        FloorScenario floor = talkAndReadyColleague().tell(new CallInput.Ended(1, 16));
        floor.parks(AGENT).tell(new AgentInput.Disposed(AGENT, 1, "SALE"));
        floor.tell(new AgentInput.WantsPause(COLLEAGUE, "LUNCH")).after(1);
        return floor.tell(new AgentInput.CallsColleague(AGENT, COLLEAGUE))
                .tell(new AgentInput.AcceptsColleague(COLLEAGUE, AGENT));
    }

    private static Stage stage(FloorScenario floor) {
        return floor.last(NewsEffect.ConsultationChanged.class).stage();
    }

    private static CallStage stageOfCall(FloorScenario floor) {
        return floor.floor.openCalls().stream()
                .filter(call -> call.id == 1)
                .findFirst()
                .orElseThrow()
                .stage();
    }

    @Test
    void C01_TheTalkGoesOnUntilTheColleagueSaysYesThenTheCustomerIsPutOnHold() {
        FloorScenario floor = talkAndReadyColleague().tell(new AgentInput.CallsColleague(AGENT, COLLEAGUE));
        assertThat(floor.all(TelephonyEffect.Hold.class)).isEmpty();
        assertThat(floor.stateOf(COLLEAGUE)).isEqualTo("READY");
        floor.tell(new AgentInput.AcceptsColleague(COLLEAGUE, AGENT));
        assertThat(floor.all(TelephonyEffect.Hold.class)).hasSize(1);
        assertThat(floor.stateOf(COLLEAGUE)).isEqualTo("PAUSED");
        assertThat(floor.agent(COLLEAGUE).pauseCode).isEqualTo("COLLEAGUE");
        assertThat(floor.all(TelephonyEffect.Monitor.class))
                .as("before the hold the customer would hear it")
                .isEmpty();
        floor.tell(new CallInput.Held(1));
        assertThat(floor.last(TelephonyEffect.Monitor.class))
                .isEqualTo(new TelephonyEffect.Monitor(
                        COLLEAGUE, floor.legOf(COLLEAGUE), AGENT, floor.legOf(AGENT), Monitoring.WHISPER, 0, "n1"));
        assertThat(stage(floor)).isEqualTo(Stage.PRIVATE);
    }

    @Test
    void C02_TheCustomerIsGivenToTheColleagueWhoWasReadyAndIsReadyAfterTheCall() {
        FloorScenario floor = consulting().tell(new AgentInput.GivesToColleague(AGENT));
        assertThat(floor.last(TelephonyEffect.Bridge.class))
                .isEqualTo(new TelephonyEffect.Bridge(1, COLLEAGUE, floor.legOf(COLLEAGUE), "n1"));
        floor.tell(new CallInput.Bridged(1, COLLEAGUE));
        assertThat(floor.stateOf(AGENT)).isEqualTo("WRAP_UP");
        assertThat(floor.stateOf(COLLEAGUE)).isEqualTo("TALKING");
        floor.tell(new CallInput.Ended(1, 16)).parks(COLLEAGUE).tell(new AgentInput.Disposed(COLLEAGUE, 1, "SALE"));
        assertThat(floor.stateOf(COLLEAGUE)).isEqualTo("READY");
    }

    @Test
    void C03_BackToTheCustomerEndsTheConsultationAndTheColleagueIsReadyAgain() {
        FloorScenario floor = consulting().tell(new AgentInput.Retrieves(AGENT)).tell(new CallInput.Bridged(1, AGENT));
        assertThat(stage(floor)).isEqualTo(Stage.OVER);
        assertThat(floor.last(TelephonyEffect.ParkLeg.class).agentId()).isEqualTo(COLLEAGUE);
        assertThat(floor.parks(COLLEAGUE).stateOf(COLLEAGUE)).isEqualTo("READY");
        assertThat(floor.stateOf(AGENT)).isEqualTo("TALKING");
        assertThat(stageOfCall(floor)).isEqualTo(CallStage.CONNECTED);
    }

    @Test
    void C04_ConferenceBringsTheCustomerBackBeforeTheColleagueIsHeard() {
        FloorScenario floor = consulting().tell(new AgentInput.Confers(AGENT));
        assertThat(floor.last(TelephonyEffect.Monitor.class).how()).isEqualTo(Monitoring.WHISPER);
        floor.tell(new CallInput.Bridged(1, AGENT));
        assertThat(floor.last(TelephonyEffect.Monitor.class))
                .isEqualTo(new TelephonyEffect.Monitor(
                        COLLEAGUE, floor.legOf(COLLEAGUE), AGENT, floor.legOf(AGENT), Monitoring.BARGE, 1, "n1"));
        assertThat(stage(floor)).isEqualTo(Stage.CONFERENCE);
    }

    @Test
    void C05_HoldInAConferenceMakesItPrivateAgain() {
        FloorScenario floor = inConference().tell(new AgentInput.Holds(AGENT)).tell(new CallInput.Held(1));
        assertThat(stage(floor)).isEqualTo(Stage.PRIVATE);
        assertThat(floor.last(TelephonyEffect.Monitor.class).how()).isEqualTo(Monitoring.WHISPER);
    }

    @Test
    void C06_TheColleagueLeavesTheConferenceAndTheTalkGoesOn() {
        FloorScenario floor = inConference().tell(new AgentInput.LeavesColleague(COLLEAGUE));
        assertThat(floor.parks(COLLEAGUE).stateOf(COLLEAGUE)).isEqualTo("READY");
        assertThat(floor.stateOf(AGENT)).isEqualTo("TALKING");
        assertThat(stageOfCall(floor)).isEqualTo(CallStage.CONNECTED);
    }

    @Test
    void C07_TheAgentLeavesTheConferenceByGivingTheCustomer() {
        FloorScenario floor = inConference().after(1).tell(new AgentInput.GivesToColleague(AGENT));
        floor.tell(new CallInput.Bridged(1, COLLEAGUE));
        assertThat(floor.stateOf(AGENT)).isEqualTo("WRAP_UP");
        assertThat(floor.stateOf(COLLEAGUE)).isEqualTo("TALKING");
    }

    @Test
    void C08_TheCustomerHangsUpWhileTheyConsult() {
        FloorScenario floor = consulting().tell(new CallInput.Ended(1, 16));
        assertThat(floor.stateOf(AGENT)).isEqualTo("WRAP_UP");
        assertThat(stage(floor)).isEqualTo(Stage.OVER);
        assertThat(floor.parks(COLLEAGUE).stateOf(COLLEAGUE)).isEqualTo("READY");
    }

    @Test
    void C09_ANoIsToldAndChangesNothing() {
        FloorScenario floor = talkAndReadyColleague()
                .tell(new AgentInput.CallsColleague(AGENT, COLLEAGUE))
                .tell(new AgentInput.DeclinesColleague(COLLEAGUE, AGENT));
        assertThat(floor.last(NewsEffect.ConsultationChanged.class).reason()).isEqualTo("declined");
        assertThat(floor.stateOf(COLLEAGUE)).isEqualTo("READY");
        floor.tell(new AgentInput.AcceptsColleague(COLLEAGUE, AGENT));
        assertThat(floor.refusal()).isEqualTo("the colleague does not call you any more");
    }

    @Test
    void C10_NobodyIsCalledForEver() {
        FloorScenario floor = talkAndReadyColleague()
                .tell(new AgentInput.CallsColleague(AGENT, COLLEAGUE))
                .after(31);
        assertThat(floor.last(NewsEffect.ConsultationChanged.class).reason()).isEqualTo("no answer");
        floor.tell(new AgentInput.LeavesColleague(AGENT));
        assertThat(floor.refusal()).isEqualTo("you speak with no colleague");
    }

    @Test
    void C11_AHoldThatFailsLeavesTheTalkAndFreesTheColleague() {
        FloorScenario floor = accepted().tell(new CallInput.MoveFailed(1, "gone"));
        assertThat(floor.stateOf(COLLEAGUE)).isEqualTo("READY");
        assertThat(stageOfCall(floor)).isEqualTo(CallStage.CONNECTED);
        assertThat(floor.last(NewsEffect.ConsultationChanged.class).reason()).contains("could not be put on hold");
    }

    @Test
    void C12_ACallWithoutACustomerTakesBothOutOfWorkAndBackToWhatTheyDid() {
        FloorScenario floor = internalCall();
        assertThat(floor.stateOf(AGENT)).isEqualTo("PAUSED");
        assertThat(stage(floor)).isEqualTo(Stage.PRIVATE);
        floor.tell(new AgentInput.LeavesColleague(AGENT));
        assertThat(floor.stateOf(AGENT)).isEqualTo("READY");
        assertThat(floor.parks(COLLEAGUE).stateOf(COLLEAGUE)).isEqualTo("PAUSED");
        assertThat(floor.agent(COLLEAGUE).pauseCode).isEqualTo("LUNCH");
    }

    @Test
    void C13_WhoWantsCallsLeavesTheColleague() {
        FloorScenario floor = internalCall().tell(new AgentInput.WantsReady(AGENT));
        assertThat(floor.stateOf(AGENT)).isEqualTo("READY");
        assertThat(stage(floor)).isEqualTo(Stage.OVER);
        floor = internalCall().tell(new AgentInput.WantsReady(COLLEAGUE));
        assertThat(floor.parks(COLLEAGUE).stateOf(COLLEAGUE)).isEqualTo("READY");
        assertThat(floor.stateOf(AGENT)).isEqualTo("READY");
    }

    @Test
    void C14_ThePhoneOfEitherIsLost() {
        FloorScenario floor = internalCall();
        floor.tell(new AgentInput.LegEnded(AGENT, floor.legOf(AGENT), 16));
        floor.parks(COLLEAGUE);
        assertThat(stage(floor)).isEqualTo(Stage.OVER);
        assertThat(floor.agent(COLLEAGUE).pauseCode).isEqualTo("LUNCH");
        assertThat(floor.stateOf(AGENT)).isEqualTo("LEG_CONNECTING");
        floor = consulting();
        floor.tell(new AgentInput.LegEnded(COLLEAGUE, floor.legOf(COLLEAGUE), 16));
        assertThat(floor.stateOf(COLLEAGUE)).isEqualTo("LEG_CONNECTING");
        assertThat(floor.stateOf(AGENT)).isEqualTo("TALKING");
        assertThat(floor.after(2).parks(COLLEAGUE).stateOf(COLLEAGUE)).isEqualTo("READY");
    }

    @Test
    void C15_WhoCannotBeCalledIsRefusedWithTheReason() {
        FloorScenario floor = talkAndReadyColleague().tell(new AgentInput.CallsColleague(AGENT, AGENT));
        assertThat(floor.refusal()).contains("not there");
        floor.tell(new AgentInput.Confers(AGENT));
        assertThat(floor.refusal()).isEqualTo("you speak with no colleague");
        floor.tell(new AgentInput.GivesToColleague(AGENT));
        assertThat(floor.refusal()).isEqualTo("you speak with no colleague");
        floor.leads(1, 1).tell(new AgentInput.CallsColleague(AGENT, COLLEAGUE));
        assertThat(floor.refusal()).isEqualTo("calls are on their way to the colleague: try again in a moment");
    }

    @Test
    void C16_WhileOneSpeaksWithAColleagueOneListensToNobody() {
        FloorScenario floor = internalCall().tell(new AgentInput.Monitors(AGENT, COLLEAGUE, Monitoring.LISTEN));
        assertThat(floor.refusal()).isEqualTo("you speak with a colleague");
        floor.tell(new AgentInput.Monitors(COLLEAGUE, AGENT, Monitoring.LISTEN));
        assertThat(floor.refusal()).isEqualTo("you speak with a colleague");
    }

    @Test
    void C17_ALogOutOfEitherFreesTheOther() {
        FloorScenario floor = internalCall().tell(new AgentInput.WantsLogout(COLLEAGUE));
        assertThat(floor.stateOf(COLLEAGUE)).isEqualTo("LOGGED_OUT");
        assertThat(floor.stateOf(AGENT)).isEqualTo("READY");
        floor = talkAndReadyColleague()
                .tell(new AgentInput.CallsColleague(AGENT, COLLEAGUE))
                .tell(new AgentInput.WantsLogout(COLLEAGUE))
                .after(1);
        assertThat(floor.last(NewsEffect.ConsultationChanged.class).reason()).isEqualTo("the colleague has left");
    }

    @Test
    void C18_AfterALinkThatWasCutTheyStillSpeak() {
        FloorScenario floor =
                consulting().tell(new NetworkInput.NodeDown("n1", "cut")).after(2);
        floor.tell(new NetworkInput.Snapshot(
                "n1",
                floor.now(),
                List.of(new NetworkInput.CallChannel(1, NetworkInput.Found.HELD, 0)),
                List.of(
                        new NetworkInput.LegChannel(AGENT, floor.legOf(AGENT), NetworkInput.Found.PARKED, 0),
                        new NetworkInput.LegChannel(COLLEAGUE, floor.legOf(COLLEAGUE), NetworkInput.Found.BUSY, 0))));
        floor.tell(new AgentInput.Confers(AGENT)).tell(new CallInput.Bridged(1, AGENT));
        assertThat(stage(floor)).isEqualTo(Stage.CONFERENCE);
    }

    @Test
    void C20_WhoCallsIsNotReadyMeanwhileAndReadyAgainAfterANo() {
        FloorScenario floor = talkAndReadyColleague().tell(new AgentInput.WantsPause(COLLEAGUE, "LUNCH"));
        floor.readyAgent(8, 1L).tell(new AgentInput.CallsColleague(8, COLLEAGUE));
        assertThat(floor.stateOf(8)).isEqualTo("PAUSED");
        floor.tell(new AgentInput.DeclinesColleague(COLLEAGUE, 8));
        assertThat(floor.stateOf(8)).isEqualTo("READY");
    }

    @Test
    void C19_AColleagueWhoParksByItselfHasLeft() {
        FloorScenario floor = consulting().parks(COLLEAGUE);
        assertThat(stage(floor)).isEqualTo(Stage.OVER);
        assertThat(floor.stateOf(COLLEAGUE)).isEqualTo("READY");
        assertThat(stageOfCall(floor)).isEqualTo(CallStage.HELD);
    }
}
