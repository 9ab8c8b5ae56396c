package io.tactus.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import io.tactus.floor.input.CallInput;
import io.tactus.floor.input.NetworkInput.CallChannel;
import io.tactus.floor.input.NetworkInput.Found;
import io.tactus.floor.input.NetworkInput.NodeDown;
import io.tactus.floor.model.HangupCause;
import io.tactus.telephony.IncomingCall;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** People who call in: what every Asterisk must make of them. */
abstract class CallerConformance extends CallConformance {
    private static final Duration LONG = Duration.ofSeconds(60);
    private int callers;

    /** Somebody calls in and is waited for. */
    private IncomingCall caller(Duration talk) {
        String from = "+1555020" + (1_000 + ++callers);
        asterisk.callIn("15550300", from, talk);
        return await().atMost(FloorRecorder.PATIENCE)
                .until(
                        () -> incoming.stream()
                                .filter(call -> call.caller().equals(from))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private void take(IncomingCall caller, long call) {
        telephony.take(caller, new CallInput.Arrived(call, 1, 1, caller.node(), caller.trunk()));
    }

    private long welcomed(IncomingCall caller) {
        long call = ids.incrementAndGet();
        take(caller, call);
        telephony.welcome(call, NODE);
        floor.awaitCall(call, "Arrived", "Answered", "Parked");
        return call;
    }

    @Test
    void aCallerRingsIsTakenTalksIsHeldAndHungUp() {
        IncomingCall caller = caller(LONG);
        assertThat(caller.node()).isEqualTo(NODE);
        assertThat(caller.number()).isEqualTo("15550300");
        assertThat(caller.trunk()).isEqualTo("carrier");
        long agent = leg("phone-09");
        long call = ids.incrementAndGet();
        take(caller, call);
        awaitSnapshotOf(call, Found.RINGING);
        telephony.welcome(call, NODE);
        floor.awaitCall(call, "Arrived", "Answered", "Parked");
        awaitSnapshotOf(call, Found.PARKED);

        telephony.bridge(call, agent, 1, NODE);
        floor.awaitCallEndsWith(call, bridgedWith(agent));
        telephony.hold(call, NODE);
        floor.awaitCallEndsWith(call, "Held");
        floor.awaitLeg(agent, "LegParked", "LegParked");
        telephony.bridge(call, agent, 1, NODE);
        floor.awaitCallEndsWith(call, "Held", bridgedWith(agent));
        telephony.hangUp(call, NODE);

        floor.awaitCallEndsWith(call, "Ended(16)");
        floor.awaitLeg(agent, "LegParked", "LegParked", "LegParked");
        drop(agent);
    }

    @Test
    void aCallerWhoHangsUpWhileTheMusicPlaysIsGone() {
        long call = welcomed(caller(Duration.ofSeconds(2)));
        floor.awaitCallEndsWith(call, "Arrived", "Answered", "Parked", byeEnds());
    }

    @Test
    void aCallerWhoIsRefusedIsNobodysCall() {
        IncomingCall caller = caller(LONG);
        telephony.refuse(caller, HangupCause.UNALLOCATED_NUMBER);
        long call = ids.incrementAndGet();
        take(caller, call);
        floor.awaitCall(call, "Arrived", "Ended(0)");
    }

    @Test
    void aCallerWhoIsGoneBeforeBeingTakenIsToldSo() {
        IncomingCall caller = caller(LONG);
        try (RawAmi other = other()) {
            assertThat(other.ask("Action: Hangup", "Channel: " + caller.channel(), "Cause: 16"))
                    .contains("Success");
        }
        long call = ids.incrementAndGet();
        take(caller, call);
        telephony.welcome(call, NODE);
        // With or without the cause, as the hang-up or the taking was first.
        await().atMost(FloorRecorder.PATIENCE)
                .untilAsserted(() -> assertThat(floor.call(call))
                        .hasSize(2)
                        .startsWith("Arrived")
                        .last(STRING)
                        .startsWith("Ended("));
    }

    /** As after a restart of the engine: who was taken is known by the call's id, who was not calls in again. */
    @Test
    void callersOutliveTheLinkAndAreFoundAgain() {
        IncomingCall rings = caller(LONG);
        long waits = welcomed(caller(LONG));
        int from = floor.inputs.size();
        proxy.cut();
        floor.await1(NodeDown.class, down -> true, from);

        assertThat(floor.awaitSnapshot(from).calls()).contains(new CallChannel(waits, Found.PARKED, 0));
        await().atMost(FloorRecorder.PATIENCE)
                .until(() -> incoming.stream().filter(rings::equals).count() == 2);
        FloorRecorder second = new FloorRecorder();
        try (AsteriskTelephony other = engine()) {
            other.start(second);
            assertThat(second.awaitSnapshot(0).calls()).contains(new CallChannel(waits, Found.PARKED, 0));
            await().until(() -> other.nodes().getFirst().up());
            other.hangUp(waits, NODE);
            floor.awaitCallEndsWith(waits, "Ended(16)");
            second.awaitCall(waits, "Ended(16)");
        }
    }
}
