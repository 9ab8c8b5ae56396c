package io.tactus.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tactus.floor.input.AgentInput;
import io.tactus.floor.input.CallInput;
import io.tactus.floor.input.Input;
import io.tactus.floor.input.NetworkInput;
import io.tactus.telephony.InputSink;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Stands where the floor stands, and retells what it was told about a call or a leg in one word each. */
final class FloorRecorder implements InputSink {
    static final Duration PATIENCE = Duration.ofSeconds(20);

    final List<Input> inputs = new CopyOnWriteArrayList<>();
    volatile boolean full;
    volatile Consumer<Input> listener = input -> {};

    @Override
    public boolean offer(Input input) {
        if (full) {
            return false;
        }
        inputs.add(input);
        listener.accept(input);
        return true;
    }

    /** Waits until this, and in this order nothing else, was told of the call. */
    void awaitCall(long callId, String... words) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(call(callId)).containsExactly(words));
    }

    void awaitLeg(long agentId, String... words) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(leg(agentId)).containsExactly(words));
    }

    void awaitCallEndsWith(long callId, String... words) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(call(callId)).endsWith(words));
    }

    <T extends Input> T await1(Class<T> type, Predicate<T> wanted, int from) {
        return await().atMost(PATIENCE)
                .until(
                        () -> inputs.stream()
                                .skip(from)
                                .filter(type::isInstance)
                                .map(type::cast)
                                .filter(wanted)
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    List<String> call(long callId) {
        return inputs.stream()
                .filter(CallInput.class::isInstance)
                .map(CallInput.class::cast)
                .filter(input -> input.callId() == callId)
                .map(FloorRecorder::word)
                .toList();
    }

    List<String> leg(long agentId) {
        return inputs.stream()
                .flatMap(input -> switch (input) {
                    case AgentInput.LegParked parked when parked.agentId() == agentId -> Stream.of("LegParked");
                    case AgentInput.LegEnded ended
                    when ended.agentId() == agentId -> Stream.of("LegEnded(" + ended.cause() + ")");
                    default -> Stream.of();
                })
                .toList();
    }

    NetworkInput.Snapshot awaitSnapshot(int from) {
        return await1(NetworkInput.Snapshot.class, snapshot -> true, from);
    }

    private static String word(CallInput input) {
        return switch (input) {
            case CallInput.Detected detected -> "Detected(" + detected.detection() + ")";
            case CallInput.Bridged bridged -> "Bridged(" + bridged.agentId() + ")";
            case CallInput.BridgeFailed failed -> "BridgeFailed(" + failed.agentId() + ")";
            case CallInput.PromptFinished finished -> "PromptFinished(" + finished.played() + ")";
            case CallInput.VoicemailRecorded recorded ->
                recorded.lengthMillis() > 0 ? "VoicemailRecorded" : "VoicemailRecorded(empty)";
            case CallInput.Ended ended -> "Ended(" + ended.cause() + ")";
            default -> input.getClass().getSimpleName();
        };
    }
}
