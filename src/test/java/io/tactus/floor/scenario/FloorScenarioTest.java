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
import io.tactus.floor.model.AbandonmentCounts;
import io.tactus.floor.model.CampaignState;
import io.tactus.floor.model.DialMode;
import io.tactus.floor.model.MachineAction;
import io.tactus.floor.model.Means;
import io.tactus.floor.model.Outcome;
import io.tactus.floor.model.OverflowAction;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The floor, story by story. */
class FloorScenarioTest {
    private static FloorScenario progressive() {
        return new FloorScenario().campaign(settings(DialMode.PROGRESSIVE, OverflowAction.MESSAGE));
    }

    /** Answers so many calls in a row with one agent, so that the bank of abandonments has room. */
    private static FloorScenario power(OverflowAction overflow) {
        FloorScenario floor = new FloorScenario().campaign(settings(DialMode.POWER, overflow));
        floor.tell(new CampaignInput.AbandonmentCounted(1, new AbandonmentCounts(1_000, 0, 0, 0), Long.MAX_VALUE));
        return floor;
    }

    @Test
    void F01_OneFreeAgentGetsOneCallAndTheAnswerIsBridgedAtOnce() {
        FloorScenario floor = progressive().readyAgent(7, 1L).leads(1, 3).dialled(1);
        assertThat(floor.all(StoreEffect.RunGate.class)).hasSize(1);
        floor.answered(1);
        assertThat(floor.last(TelephonyEffect.Bridge.class))
                .isEqualTo(new TelephonyEffect.Bridge(1, 7, floor.legOf(7), "n1"));
    }

    @Test
    void F02_TheAgentWhoHasBeenReadyLongestTakesTheCall() {
        FloorScenario floor =
                progressive().readyAgent(7, 1L).after(1).readyAgent(8, 1L).leads(1, 2);
        floor.dialled(1).dialled(2).answered(2);
        assertThat(floor.last(TelephonyEffect.Bridge.class).agentId()).isEqualTo(7);
    }

    @Test
    void F03_NoOriginateLeavesBeforeTheGateHasPassed() {
        FloorScenario floor = progressive().readyAgent(7, 1L).leads(1, 1);
        assertThat(floor.all(TelephonyEffect.Originate.class)).isEmpty();
        floor.tell(new CallInput.GatePassed(1));
        assertThat(floor.all(TelephonyEffect.Originate.class)).hasSize(1);
    }

    @Test
    void F04_ARefusedLeadIsReplacedByTheNext() {
        FloorScenario floor = progressive().readyAgent(7, 1L).leads(1, 2).tell(new CallInput.GateRefused(1, "DNC"));
        assertThat(floor.last(StoreEffect.RunGate.class).callId()).isEqualTo(2);
        assertThat(floor.all(StoreEffect.CallEnded.class)).isEmpty();
    }

    @Test
    void F05_WithoutAnAgentInTwoSecondsTheSafeHarbourMessagePlaysAndTheCallIsAbandoned() {
        FloorScenario floor = power(OverflowAction.MESSAGE).readyAgent(7, 1L).leads(1, 2);
        floor.dialled(1).dialled(2).answered(1).answered(2).after(1.9);
        assertThat(floor.all(TelephonyEffect.Play.class)).isEmpty();
        floor.after(0.2);
        assertThat(floor.last(TelephonyEffect.Play.class).callId()).isEqualTo(2);
        floor.tell(new CallInput.PromptFinished(2, true)).tell(new CallInput.Ended(2, 16));
        assertThat(floor.end(2).outcome()).isEqualTo(Outcome.ABANDONED);
    }

    @Test
    void F06_AnAgentWhoFreesWithinTheBudgetGetsTheWaitingCall() {
        FloorScenario floor = power(OverflowAction.MESSAGE)
                .readyAgent(7, 1L)
                .readyAgent(8, 1L)
                .leads(1, 4);
        floor.talking(1, 7).talking(2, 8).dialled(3).answered(3).after(1);
        floor.tell(new CallInput.Ended(1, 16)).tell(new AgentInput.LegParked(7, floor.legOf(7)));
        floor.tell(new AgentInput.Disposed(7, 1, "SALE"));
        assertThat(floor.last(TelephonyEffect.Bridge.class))
                .isEqualTo(new TelephonyEffect.Bridge(3, 7, floor.legOf(7), "n1"));
    }

    @Test
    void F07_TheVoicemailBoxRecordsAndTheMessageIsKept() {
        FloorScenario floor = power(OverflowAction.VOICEMAIL).readyAgent(7, 1L).leads(1, 2);
        floor.dialled(1).dialled(2).answered(1).answered(2).after(2.1);
        assertThat(floor.last(TelephonyEffect.RecordVoicemail.class).callId()).isEqualTo(2);
        floor.tell(new CallInput.VoicemailRecorded(2, "vm.wav", 4_000)).tell(new CallInput.Ended(2, 16));
        assertThat(floor.last(StoreEffect.VoicemailLeft.class).lengthMillis()).isEqualTo(4_000);
        assertThat(floor.end(2).outcome()).isEqualTo(Outcome.ABANDONED);
    }

    @Test
    void F08_AMachineIsHungUp() {
        FloorScenario floor = new FloorScenario().trustingCampaign(MachineAction.HANG_UP);
        floor.readyAgent(7, 1L)
                .leads(1, 1)
                .dialled(1)
                .tell(new CallInput.Answered(1))
                .after(1);
        floor.tell(new CallInput.Detected(1, CallInput.Detection.MACHINE, "LONGGREETING"));
        assertThat(floor.last(TelephonyEffect.HangUp.class).callId()).isEqualTo(1);
        floor.tell(new CallInput.Ended(1, 16));
        assertThat(floor.end(1).outcome()).isEqualTo(Outcome.MACHINE);
        assertThat(floor.end(1).live()).isFalse();
        assertThat(floor.last(StoreEffect.CallDetected.class).delayMillis()).isEqualTo(1_000);
    }

    @Test
    void F09_TheBudgetRunsWhileDetectionListens() {
        FloorScenario floor = new FloorScenario().campaign(FloorScenario.withDetection(MachineAction.HANG_UP));
        floor.readyAgent(7, 1L)
                .leads(1, 1)
                .dialled(1)
                .tell(new CallInput.Answered(1))
                .after(2.5);
        floor.tell(new CallInput.Detected(1, CallInput.Detection.PERSON, "")).tell(new CallInput.Parked(1));
        assertThat(floor.all(TelephonyEffect.Bridge.class)).isEmpty();
        assertThat(floor.all(TelephonyEffect.Play.class)).hasSize(1);
    }

    @Test
    void F10_AMachineGetsTheVoicemailDrop() {
        FloorScenario floor = new FloorScenario().trustingCampaign(MachineAction.VOICEMAIL_DROP);
        floor.readyAgent(7, 1L).leads(1, 1).dialled(1).tell(new CallInput.Answered(1));
        floor.tell(new CallInput.Detected(1, CallInput.Detection.MACHINE, "")).tell(new CallInput.Parked(1));
        assertThat(floor.last(TelephonyEffect.Play.class).prompt()).isEqualTo(TelephonyEffect.Prompt.VOICEMAIL_DROP);
    }

    @Test
    void F11_APauseWaitsForTheCallAimedAtTheAgent() {
        FloorScenario floor = progressive().readyAgent(7, 1L).leads(1, 2).dialled(1);
        floor.tell(new AgentInput.WantsPause(7, "LUNCH"));
        assertThat(floor.stateOf(7)).isEqualTo("READY");
        floor.tell(new CallInput.Ended(1, 17)).after(0.3);
        assertThat(floor.stateOf(7)).isEqualTo("PAUSED");
        assertThat(floor.all(StoreEffect.RunGate.class)).hasSize(1);
    }

    @Test
    void F12_AFailedBridgeGoesToAnotherAgent() {
        FloorScenario floor = progressive()
                .readyAgent(7, 1L)
                .after(1)
                .readyAgent(8, 1L)
                .leads(1, 1)
                .dialled(1);
        floor.answered(1).tell(new CallInput.BridgeFailed(1, 7, "no such channel"));
        assertThat(floor.last(TelephonyEffect.Bridge.class).agentId()).isEqualTo(8);
        assertThat(floor.stateOf(7)).isEqualTo("LEG_CONNECTING");
        assertThat(floor.all(TelephonyEffect.ReadChannels.class)).isNotEmpty();
    }

    @Test
    void F13_ALostLegIsConnectedAgainAndTheAgentIsReadyAgain() {
        FloorScenario floor = progressive().readyAgent(7, 1L);
        int before = floor.legOf(7);
        floor.tell(new AgentInput.LegEnded(7, before, 16));
        assertThat(floor.stateOf(7)).isEqualTo("LEG_CONNECTING");
        floor.after(1.5);
        assertThat(floor.legOf(7)).isGreaterThan(before);
        floor.tell(new AgentInput.LegParked(7, floor.legOf(7)));
        assertThat(floor.stateOf(7)).isEqualTo("READY");
    }

    @Test
    void F14_ACallThatTheNodeDoesNotKnowIsInterrupted() {
        FloorScenario floor =
                progressive().readyAgent(7, 1L).leads(1, 1).dialled(1).after(5);
        int leg = floor.legOf(7);
        floor.tell(new NetworkInput.NodeDown("n1", "link lost")).after(1);
        floor.tell(new NetworkInput.Snapshot(
                "n1",
                FloorScenario.START + 60_000_000,
                List.of(),
                List.of(new NetworkInput.LegChannel(7, leg, NetworkInput.Found.PARKED, 0))));
        assertThat(floor.end(1).outcome()).isEqualTo(Outcome.INTERRUPTED);
        assertThat(floor.stateOf(7)).isEqualTo("READY");
    }

    @Test
    void F15_WithoutALinkNothingIsLaunchedAndWhatPassedTheGateIsNotDialled() {
        FloorScenario floor = progressive().readyAgent(7, 1L).leads(1, 2);
        floor.tell(new NetworkInput.NodeDown("n1", "link lost")).tell(new CallInput.GatePassed(1));
        assertThat(floor.all(TelephonyEffect.Originate.class)).isEmpty();
        assertThat(floor.end(1).outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void F16_APausingCampaignFinishesItsCallsFirst() {
        FloorScenario floor = progressive().readyAgent(7, 1L).leads(1, 5).talking(1, 7);
        floor.tell(new CampaignInput.Commanded(1, CampaignInput.Command.PAUSE));
        assertThat(floor.last(StoreEffect.CampaignChanged.class).state()).isEqualTo(CampaignState.PAUSING);
        assertThat(floor.all(StoreEffect.ReleaseLead.class)).hasSize(4);
        floor.tell(new CallInput.Ended(1, 16));
        assertThat(floor.last(StoreEffect.CampaignChanged.class).state()).isEqualTo(CampaignState.PAUSED);
    }

    @Test
    void F17_AnAgentWhoFreesWhileTheCampaignPausesStillTakesItsAnswers() {
        FloorScenario floor = power(OverflowAction.MESSAGE).readyAgent(7, 1L).leads(1, 2);
        floor.dialled(1).dialled(2).answered(1).tell(new CallInput.Bridged(1, 7));
        floor.tell(new CampaignInput.Commanded(1, CampaignInput.Command.PAUSE));
        floor.tell(new CallInput.Ended(1, 16)).tell(new AgentInput.LegParked(7, floor.legOf(7)));
        floor.tell(new AgentInput.Disposed(7, 1, "OTHER")).answered(2);
        assertThat(floor.last(TelephonyEffect.Bridge.class).callId()).isEqualTo(2);
    }

    @Test
    void F18_APreviewIsShownAndDialledWhenAccepted() {
        FloorScenario floor = new FloorScenario().campaign(settings(DialMode.PREVIEW, OverflowAction.HANG_UP));
        floor.readyAgent(7, 1L).leads(1, 2);
        assertThat(floor.last(NewsEffect.PreviewShown.class).agentId()).isEqualTo(7);
        assertThat(floor.all(StoreEffect.RunGate.class)).isEmpty();
        floor.tell(new AgentInput.PreviewAccepted(7, 1)).dialled(1).answered(1);
        assertThat(floor.last(TelephonyEffect.Bridge.class).agentId()).isEqualTo(7);
    }

    @Test
    void F19_ASkippedPreviewGoesBackAndTheNextIsShown() {
        FloorScenario floor = new FloorScenario().campaign(settings(DialMode.PREVIEW, OverflowAction.HANG_UP));
        floor.readyAgent(7, 1L).leads(1, 2).tell(new AgentInput.PreviewSkipped(7, 1, "NOT_NOW"));
        assertThat(floor.last(StoreEffect.ReleaseLead.class).reason()).isEqualTo("NOT_NOW");
        assertThat(floor.last(NewsEffect.PreviewShown.class).callId()).isEqualTo(2);
    }

    @Test
    void F20_TwoCampaignsShareTheAgentsByWeight() {
        FloorScenario floor = new FloorScenario();
        floor.campaign(1, new WeightedSettings(3).settings()).campaign(2, new WeightedSettings(1).settings());
        for (long agent = 1; agent <= 40; agent++) {
            floor.readyAgent(agent, 1L, 2L);
        }
        long first = floor.floor.agents().stream().filter(a -> a.aimedAt == 1).count();
        assertThat(first).isEqualTo(30);
    }

    @Test
    void F21_PowerStopsWhereEveryAnswerAtOnceWouldBreakTheCap() {
        FloorScenario floor = new FloorScenario().campaign(settings(DialMode.POWER, OverflowAction.MESSAGE));
        floor.tell(new CampaignInput.AbandonmentCounted(1, new AbandonmentCounts(40, 1, 0, 0), Long.MAX_VALUE));
        floor.readyAgent(7, 1L).readyAgent(8, 1L).leads(1, 10);
        assertThat(floor.all(StoreEffect.RunGate.class)).hasSize(2);
        assertThat(floor.last(NewsEffect.Paced.class).reason()).contains("abandonment cap");
    }

    @Test
    void F21_AnAnswerPaysForPowerWhenItsTalkIsOver() {
        FloorScenario floor = new FloorScenario().campaign(settings(DialMode.POWER, OverflowAction.MESSAGE));
        floor.tell(new CampaignInput.AbandonmentCounted(1, new AbandonmentCounts(33, 0, 0, 0), Long.MAX_VALUE));
        floor.readyAgent(7, 1L).leads(1, 10).talking(1, 7).readyAgent(8, 1L);
        // 3 % of 34 answers bear one abandoned call, but the one in talk may yet be a machine.
        assertThat(floor.all(StoreEffect.RunGate.class)).hasSize(2);
        floor.tell(new AgentInput.HungUp(7)).tell(new CallInput.Ended(1, 16)).after(1);
        assertThat(floor.all(StoreEffect.RunGate.class)).hasSize(3);
    }

    @Test
    void F22_AnUnknownChannelIsHungUp() {
        FloorScenario floor = progressive();
        floor.tell(new NetworkInput.Snapshot(
                "n1",
                FloorScenario.START + 1,
                List.of(new NetworkInput.CallChannel(99, NetworkInput.Found.PARKED, 0)),
                List.of(new NetworkInput.LegChannel(55, 3, NetworkInput.Found.PARKED, 0))));
        assertThat(floor.last(TelephonyEffect.HangUp.class).callId()).isEqualTo(99);
        assertThat(floor.last(TelephonyEffect.DropLeg.class).agentId()).isEqualTo(55);
    }

    @Test
    void F23_ADyingStoreBlocksNewCallsOnly() {
        FloorScenario floor = progressive().readyAgent(7, 1L).leads(1, 3).dialled(1);
        floor.tell(new NetworkInput.DialingBlocked("database down")).answered(1);
        assertThat(floor.all(TelephonyEffect.Bridge.class)).hasSize(1);
        floor.readyAgent(8, 1L);
        assertThat(floor.all(StoreEffect.RunGate.class)).hasSize(1);
        floor.tell(new NetworkInput.DialingUnblocked());
        assertThat(floor.all(StoreEffect.RunGate.class)).hasSize(2);
    }

    @Test
    void F27_TheLegOfAnAgentWhoSitsAtAnotherNodeNowIsDropped() {
        FloorScenario floor = progressive().readyAgent(7, 1L);
        floor.tell(new NetworkInput.Snapshot(
                "n2",
                FloorScenario.START + 1,
                List.of(),
                List.of(new NetworkInput.LegChannel(7, 3, NetworkInput.Found.PARKED, 0))));
        assertThat(floor.last(TelephonyEffect.DropLeg.class)).isEqualTo(new TelephonyEffect.DropLeg(7, 3, "n2"));
        assertThat(floor.stateOf(7)).isEqualTo("READY");
    }

    @Test
    void F28_WhoHasACallOnTheWayDialsNobodyByHand() {
        FloorScenario floor = progressive().readyAgent(7, 1L).leads(1, 1).dialled(1);
        floor.tell(new AgentInput.DialsByHand(7, 1, 90, 190));
        assertThat(floor.last(NewsEffect.Refused.class).reason()).contains("pause first");
        assertThat(floor.last(StoreEffect.ReleaseLead.class).callId()).isEqualTo(90);
        assertThat(floor.answered(1).stateOf(7)).isEqualTo("RESERVED");
    }

    @Test
    void F29_WhoIsAssignedElsewhereGoesWhenTheCallOnTheWayHasResolved() {
        FloorScenario floor = progressive().readyAgent(7, 1L).leads(1, 5).dialled(1);
        floor.campaign(2, settings(DialMode.PROGRESSIVE, OverflowAction.MESSAGE))
                .leads(2, 5);
        floor.tell(new AgentInput.CampaignsAssigned(7, List.of(2L)));
        assertThat(floor.all(StoreEffect.RunGate.class)).hasSize(1);
        floor.tell(new CallInput.Ended(1, 17)).after(0.5);
        assertThat(floor.all(StoreEffect.RunGate.class)).hasSize(2);
        assertThat(floor.last(StoreEffect.RunGate.class).campaignId()).isEqualTo(2);
    }

    @Test
    void F30_WhoAnswersStillFindsTheAgentWhoWasAssignedElsewhere() {
        FloorScenario floor = progressive().readyAgent(7, 1L).leads(1, 5).dialled(1);
        floor.tell(new AgentInput.CampaignsAssigned(7, List.of())).answered(1);
        assertThat(floor.last(TelephonyEffect.Bridge.class).agentId()).isEqualTo(7);
    }

    @Test
    void F33_TheLeadOfWhoDialsByHandAndIsLoggedOutGoesBack() {
        FloorScenario floor = progressive();
        floor.tell(new AgentInput.DialsByHand(7, 1, 90, 190));
        assertThat(floor.last(NewsEffect.Refused.class).reason()).isEqualTo("not logged in");
        assertThat(floor.last(StoreEffect.ReleaseLead.class).callId()).isEqualTo(90);
    }

    private record WeightedSettings(double weight) {
        io.tactus.floor.model.CampaignSettings settings() {
            return new io.tactus.floor.model.CampaignSettings(
                    DialMode.PROGRESSIVE,
                    weight,
                    1,
                    0.03,
                    20_000,
                    2_000,
                    false,
                    MachineAction.HANG_UP,
                    OverflowAction.MESSAGE,
                    10_000,
                    0,
                    false,
                    Means.NONE,
                    100);
        }
    }

    @Test
    void F90_WhatChangesForEverybodyIsNewsOnce() {
        FloorScenario floor = progressive();
        assertThat(floor.all(NewsEffect.NodeChanged.class))
                .containsExactly(new NewsEffect.NodeChanged("n1", true, "", FloorScenario.START));
        floor.tell(new NetworkInput.DialingBlocked("no database")).tell(new NetworkInput.DialingBlocked("no database"));
        floor.tell(new NetworkInput.DialingUnblocked()).tell(new NetworkInput.DialingUnblocked());
        assertThat(floor.all(NewsEffect.DialingChanged.class))
                .extracting(NewsEffect.DialingChanged::blocked)
                .containsExactly("no database", "");
        floor.tell(new NetworkInput.NodeDown("n1", "cut")).tell(new NetworkInput.NodeDown("n1", "cut"));
        assertThat(floor.all(NewsEffect.NodeChanged.class)).hasSize(2);
    }

    @Test
    void F91_AnOverflowIsNewsWithItsAction() {
        for (OverflowAction action : OverflowAction.values()) {
            FloorScenario floor = power(action).readyAgent(7, 1L).leads(1, 2);
            floor.dialled(1)
                    .dialled(2)
                    .answered(1)
                    .tell(new CallInput.Bridged(1, 7))
                    .answered(2)
                    .after(2.5);
            assertThat(floor.all(NewsEffect.Overflowed.class))
                    .extracting(NewsEffect.Overflowed::callId, NewsEffect.Overflowed::action)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(2L, action));
        }
    }

    @Test
    void F92_AWithdrawnLeadIsNotShownAnyLonger() {
        FloorScenario floor = new FloorScenario().campaign(settings(DialMode.PREVIEW, OverflowAction.MESSAGE));
        floor.readyAgent(7, 1L).leads(1, 1);
        assertThat(floor.stateOf(7)).isEqualTo("RESERVED");
        floor.tell(new CampaignInput.LeadWithdrawn(1, 1));
        assertThat(floor.last(StoreEffect.ReleaseLead.class).callId()).isEqualTo(1);
        assertThat(floor.stateOf(7)).isEqualTo("READY");
    }
}
