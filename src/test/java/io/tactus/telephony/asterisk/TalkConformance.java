package io.tactus.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tactus.floor.effect.TelephonyEffect.Take;
import io.tactus.floor.input.NetworkInput.CallChannel;
import io.tactus.floor.input.NetworkInput.Found;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an agent does with a customer who is there: hold, transfer, recording, keys. */
abstract class TalkConformance extends CallerConformance {
    long talk(long agent) {
        long call = parked(STAYS);
        telephony.bridge(call, agent, 1, NODE);
        floor.awaitCallEndsWith(call, bridgedWith(agent));
        return call;
    }

    void awaitLegs(long agent, int parkings) {
        await().atMost(FloorRecorder.PATIENCE).until(() -> floor.leg(agent).size() == parkings);
    }

    @Test
    void aCustomerIsPutOnHoldAndRetrievedTwice() {
        long agent = leg("phone-01");
        long call = talk(agent);
        for (int round = 1; round <= 2; round++) {
            telephony.hold(call, NODE);
            floor.awaitCallEndsWith(call, bridgedWith(agent), "Held");
            awaitLegs(agent, round + 1);
            awaitSnapshotOf(call, Found.HELD);
            telephony.bridge(call, agent, 1, NODE);
            floor.awaitCallEndsWith(call, "Held", bridgedWith(agent));
        }
        hangUp(call);
        awaitLegs(agent, 4);
        drop(agent);
    }

    @Test
    void aCustomerOnHoldHangsUpOrIsHungUp() {
        long agent = leg("phone-02");
        long call = talk(agent);
        telephony.hold(call, NODE);
        floor.awaitCallEndsWith(call, "Held");

        telephony.hangUp(call, NODE);

        floor.awaitCallEndsWith(call, "Held", "Ended(16)");
        drop(agent);
    }

    @Test
    void aCallThatIsGoneCannotBePutOnHold() {
        long call = ids.incrementAndGet();
        telephony.hold(call, NODE);

        floor.awaitCall(call, "MoveFailed");
    }

    @Test
    void anotherAgentTakesTheCustomerOutOfTheTalkAndOutOfHold() {
        long first = leg("phone-03");
        long second = leg("phone-04");
        long call = talk(first);

        telephony.bridge(call, second, 1, NODE);
        floor.awaitCallEndsWith(call, bridgedWith(first), bridgedWith(second));
        awaitLegs(first, 2);

        telephony.hold(call, NODE);
        floor.awaitCallEndsWith(call, "Held");
        telephony.bridge(call, first, 1, NODE);
        floor.awaitCallEndsWith(call, "Held", bridgedWith(first));
        awaitLegs(second, 2);
        hangUp(call);
        drop(first);
        drop(second);
    }

    @Test
    void aCustomerIsSentToAnOutsideNumberAndTheAgentIsFree() {
        long agent = leg("phone-05");
        long call = talk(agent);

        telephony.handOver(call, NODE, "carrier", STAYS);

        floor.awaitCallEndsWith(call, bridgedWith(agent), "HandedOver");
        awaitLegs(agent, 2);
        await().pollDelay(Duration.ofMillis(1_500)).until(() -> true);
        int from = floor.inputs.size();
        telephony.readChannels(NODE);
        CallChannel found = floor.awaitSnapshot(from).calls().stream()
                .filter(channel -> channel.callId() == call)
                .findFirst()
                .orElseThrow();
        assertThat(found.found()).isIn(Found.BUSY, Found.BRIDGED);
        assertThat(found.agentId()).isZero();
        hangUp(call);
        drop(agent);
    }

    @Test
    void theCallEndsWhenNobodyIsReachedOutside() {
        long agent = leg("phone-06");
        long call = talk(agent);
        telephony.handOver(call, NODE, "nosuchtrunk", BUSY);

        // The cause is the carrier's: none here, since there is no such trunk.
        await().atMost(FloorRecorder.PATIENCE).untilAsserted(() -> {
            List<String> told = floor.call(call);
            assertThat(told.getLast()).startsWith("Ended(");
            assertThat(told.get(told.size() - 2)).isEqualTo("HandedOver");
        });
        drop(agent);
    }

    @Test
    void aNumberThatIsNoneIsRefused() {
        long call = ids.incrementAndGet();
        telephony.handOver(call, NODE, "carrier", "123&SIP/evil");

        floor.awaitCall(call, "MoveFailed");
    }

    @Test
    void aTalkIsRecordedPausedAndRecordedOverAHold() {
        long agent = leg("phone-07");
        long call = talk(agent);
        Path file = asterisk.recordings().resolve(TalkCommands.fileName(call, 17));
        telephony.record(call, NODE, 17, Take.START);
        telephony.record(call, NODE, 17, Take.PAUSE);
        telephony.hold(call, NODE);
        floor.awaitCallEndsWith(call, "Held");
        telephony.bridge(call, agent, 1, NODE);
        floor.awaitCallEndsWith(call, "Held", bridgedWith(agent));
        telephony.record(call, NODE, 17, Take.RESUME);
        await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
        telephony.record(call, NODE, 17, Take.STOP);

        // Two seconds of 8 kHz, 16 bit, at least, and it ended before the call.
        await().atMost(FloorRecorder.PATIENCE).until(() -> Files.exists(file) && Files.size(file) > 30_000);
        hangUp(call);
        drop(agent);
    }

    @Test
    void aRecordingOfNothingFails() {
        long call = ids.incrementAndGet();
        telephony.record(call, NODE, 1, Take.START);

        floor.awaitCall(call, "RecordingFailed");
    }

    @Test
    void keysDoNoHarm() {
        long agent = leg("phone-08");
        long call = talk(agent);
        telephony.sendDigits(call, NODE, "12#");
        try (RawAmi other = other()) {
            assertThat(other.ask("Action: PlayDTMF", "Channel: tct-c-" + call + ".", "Digit: 5"))
                    .contains("Success");
        }
        telephony.sendDigits(call, NODE, "1\r\nAction: Logoff");
        hangUp(call);
        drop(agent);
    }
}
