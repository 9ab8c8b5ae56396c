package io.tactus.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tactus.floor.input.NetworkInput.Found;
import io.tactus.telephony.AgentPhone;
import io.tactus.telephony.OriginateRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Calls, prompts and voicemails: what every Asterisk must make the floor hear. */
abstract class CallConformance extends ConformanceStage {
    @Test
    void busy() {
        floor.awaitCall(dial(BUSY), "Ended(17)");
    }

    @Test
    void noAnswer() {
        floor.awaitCall(dial(NO_ANSWER), "Ringing", noAnswerEnds());
    }

    @Test
    void invalidNumber() {
        floor.awaitCall(dial(INVALID), "Ended(1)");
    }

    @Test
    void congestion() {
        floor.awaitCall(dial(CONGESTION), "Ended(34)");
    }

    @Test
    void rejected() {
        floor.awaitCall(dial(REJECTED), "Ended(21)");
    }

    @Test
    void noSuchTrunk() {
        long call = ids.incrementAndGet();
        telephony.originate(new OriginateRequest(call, NODE, "nosuchtrunk", STAYS, "", 3_000, "-"));

        floor.awaitCall(call, "OriginateFailed");
    }

    @Test
    void noSuchPhone() {
        long agent = ids.incrementAndGet();
        telephony.connectLeg(agent, 1, NODE, AgentPhone.at("nosuchphone"));

        floor.awaitLeg(agent, "LegEnded(0)");
    }

    @Test
    void aBrowserThatIsNotRegistered() {
        long agent = ids.incrementAndGet();
        telephony.connectLeg(agent, 1, NODE, AgentPhone.at("browser-01"));

        floor.awaitLeg(agent, "LegEnded(0)");
    }

    @Test
    void aCustomerTalksAndHangsUpAndTheLegParksAgain() {
        long agent = leg("phone-01");
        long call = dial(HANGS_UP_AFTER_2_S);
        floor.awaitCall(call, "Ringing", "Answered", "Parked");

        telephony.bridge(call, agent, 1, NODE);

        floor.awaitCall(call, "Ringing", "Answered", "Parked", bridgedWith(agent), "Ended(16)");
        floor.awaitLeg(agent, "LegParked", "LegParked");
        assertThat(telephony.metrics().answeredToBridged().getTotalCount()).isPositive();
        drop(agent);
    }

    @Test
    void theAgentHangsUpTheCustomer() {
        long agent = leg("phone-02");
        long call = parked(STAYS);
        telephony.bridge(call, agent, 1, NODE);
        floor.awaitCallEndsWith(call, bridgedWith(agent));

        telephony.hangUp(call, NODE);

        floor.awaitCallEndsWith(call, bridgedWith(agent), "Ended(16)");
        floor.awaitLeg(agent, "LegParked", "LegParked");
        drop(agent);
    }

    @Test
    void oneLegServesCallAfterCall() {
        long agent = leg("phone-03");
        for (int i = 0; i < 3; i++) {
            long call = parked(STAYS);
            telephony.bridge(call, agent, 1, NODE);
            floor.awaitCallEndsWith(call, bridgedWith(agent));
            telephony.hangUp(call, "");
            floor.awaitCallEndsWith(call, "Ended(16)");
            int parkings = i + 2;
            await().atMost(FloorRecorder.PATIENCE).until(() -> floor.leg(agent).size() == parkings);
        }
        drop(agent);
    }

    @Test
    void hungUpWhileItRings() {
        long call = dial(NO_ANSWER);
        floor.awaitCall(call, "Ringing");

        telephony.hangUp(call, NODE);

        floor.awaitCall(call, "Ringing", "Ended(16)");
    }

    @Test
    void hungUpAtOnce() {
        long call = dial(NO_ANSWER);
        telephony.hangUp(call, NODE);

        floor.awaitCallEndsWith(call, "Ended(16)");
    }

    @Test
    void hangingUpWhatIsNotThereEndsIt() {
        long call = ids.incrementAndGet();
        telephony.hangUp(call, NODE);

        floor.awaitCall(call, "Ended(0)");
    }

    @Test
    void theCustomerHangsUpWhileParked() {
        floor.awaitCall(dial(HANGS_UP_AFTER_2_S), "Ringing", "Answered", "Parked", byeEnds());
    }

    @Test
    void machineDetectionHearsAPerson() {
        long call = dial(STAYS, "2500,1500,1200,5000");
        floor.awaitCall(call, "Ringing", "Answered", "Detected(PERSON)", "Parked");
        hangUp(call);
    }

    @Test
    void machineDetectionHearsAMachineAndTheMessageWaitsForItsGreeting() {
        long call = dial(MACHINE, "");
        floor.awaitCall(call, "Ringing", "Answered", "Detected(MACHINE)", "Parked");

        telephony.play(call, NODE, "tactus/beep", true);

        floor.awaitCallEndsWith(call, "Parked", "PromptFinished(true)");
        hangUp(call);
    }

    @Test
    void aSoundIsPlayed() {
        long call = parked(STAYS);
        telephony.play(call, NODE, "tactus/beep", false);

        floor.awaitCallEndsWith(call, "Parked", "PromptFinished(true)");
        hangUp(call);
    }

    @Test
    void aPromptOfTheEnginesOwnIsPlayedFromTheSharedFolder() throws IOException {
        Path folder = Files.createDirectories(asterisk.recordings().resolve("prompts"));
        Files.copy(
                Path.of("..", "campaigns", "prompts", "beep.wav"),
                folder.resolve("17.wav"),
                StandardCopyOption.REPLACE_EXISTING);
        long call = parked(STAYS);
        telephony.play(call, NODE, "prompt/17", false);
        floor.awaitCallEndsWith(call, "Parked", "PromptFinished(true)");
        hangUp(call);

        long other = parked(STAYS);
        telephony.play(other, NODE, "prompt/18", false);
        floor.awaitCallEndsWith(other, "Parked", "PromptFinished(false)", "Ended(16)");
    }

    @Test
    void aMissingSoundIsReported() {
        long call = parked(STAYS);
        telephony.play(call, NODE, "tactus/no-such-sound", false);

        floor.awaitCallEndsWith(call, "Parked", "PromptFinished(false)", "Ended(16)");
    }

    @Test
    void hungUpWhileASoundPlays() {
        long call = parked(STAYS);
        telephony.play(call, NODE, "tactus/safe-harbour-default", false);
        awaitSnapshotOf(call, Found.BUSY);

        telephony.hangUp(call, NODE);

        floor.awaitCallEndsWith(call, "Parked", "Ended(16)");
    }

    @Test
    void aVoicemailIsRecordedToItsLimit() {
        long call = parked(STAYS);
        telephony.recordVoicemail(call, NODE, "tactus/beep", 1);

        floor.awaitCallEndsWith(call, "Parked", "VoicemailRecorded");
        assertThat(asterisk.recordings().resolve("vm-" + call + ".wav")).isNotEmptyFile();
        hangUp(call);
    }

    @Test
    void aMissingGreetingDoesNotPreventAVoicemail() {
        long call = parked(STAYS);
        telephony.recordVoicemail(call, NODE, "tactus/no-such-greeting", 1);

        floor.awaitCallEndsWith(call, "Parked", "VoicemailRecorded");
        hangUp(call);
    }

    @Test
    void aVoicemailOutlivesACallerWhoHangsUp() {
        long call = parked(HANGS_UP_AFTER_4_S);
        telephony.recordVoicemail(call, NODE, "tactus/beep", 60);

        floor.awaitCallEndsWith(call, "Parked", "VoicemailRecorded", byeEnds());
        Path file = asterisk.recordings().resolve("vm-" + call + ".wav");
        await().until(() -> Files.exists(file));
    }

    @Test
    void aVoicemailOutlivesOurHangUp() {
        long call = parked(STAYS);
        telephony.recordVoicemail(call, NODE, "tactus/beep", 60);
        Path file = asterisk.recordings().resolve("vm-" + call + ".wav");
        // Two beeps of 0.4 s go before it.
        await().pollDelay(Duration.ofMillis(2_500)).until(() -> true);

        telephony.hangUp(call, NODE);

        floor.awaitCallEndsWith(call, "Parked", "VoicemailRecorded", "Ended(16)");
        await().until(() -> Files.exists(file));
    }

    @Test
    void aRefusedDuplicateDoesNotEndTheLiveCall() {
        long call = parked(STAYS);
        try (RawAmi other = other()) {
            String reply = other.ask(
                    "Action: Originate",
                    "Channel: PJSIP/" + STAYS + "@carrier",
                    "ChannelId: tct-c-" + call + ".",
                    "Context: tactus-out",
                    "Exten: s",
                    "Priority: 1",
                    "Async: true");
            assertThat(reply).contains("Success");
        }
        telephony.originate(new OriginateRequest(call, NODE, "carrier", STAYS, "", 3_000, "-"));
        telephony.play(call, NODE, "tactus/beep", false);

        floor.awaitCall(call, "Ringing", "Answered", "Parked", "PromptFinished(true)");
        hangUp(call);
    }
}
