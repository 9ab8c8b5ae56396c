package io.tactus.telephony;

import io.tactus.floor.effect.TelephonyEffect.Monitor;
import io.tactus.floor.effect.TelephonyEffect.Take;
import io.tactus.floor.input.CallInput.Arrived;
import io.tactus.floor.model.HangupCause;
import java.util.List;
import java.util.function.Consumer;

/**
 * Carries out what the floor asks of the telephone network. Every method returns at once; results come as inputs to the
 * {@link InputSink} given at the start. A command that cannot be carried out is answered with the input that says so
 * ({@code OriginateFailed}, {@code BridgeFailed}, {@code PromptFinished(false)}), never with an exception.
 */
public interface Telephony extends AutoCloseable {
    /** Connects to all nodes, and refuses whoever calls in. */
    default void start(InputSink sink) {
        start(sink, call -> refuse(call, HangupCause.UNALLOCATED_NUMBER));
    }

    /**
     * Connects to all nodes; a node that cannot be reached is tried again until {@link #close()}.
     *
     * @param incoming hears of everybody who calls in, once while the link lives; it is to {@link #take} or {@link #refuse} the call, and must
     *     return at once
     */
    void start(InputSink sink, Consumer<IncomingCall> incoming);

    /**
     * Makes somebody who calls in this call of the floor, still ringing. The floor is told so in its turn among the events of the node; of a caller who
     * is gone meanwhile it hears {@code Ended} after that.
     */
    void take(IncomingCall call, Arrived arrived);

    /** Ends the call of somebody who calls in. @param cause Q.850 cause */
    void refuse(IncomingCall call, int cause);

    /** Answers a call that was taken; the caller hears music from then on. It is answered with {@code Parked} or {@code Ended}. */
    void welcome(long callId, String node);

    /** Dials a customer. */
    void originate(OriginateRequest request);

    /** Puts the parked customer and the agent's parked leg into one bridge. */
    void bridge(long callId, long agentId, int leg, String node);

    /** Takes a customer out of the bridge to music on hold; answered with {@code Held} or {@code MoveFailed}. */
    void hold(long callId, String node);

    /**
     * Sends a customer to an outside number; answered with {@code HandedOver} or {@code MoveFailed}. The number rings for up to a minute;
     * when nobody answers, the call ends.
     *
     * @param number E.164 with plus sign
     */
    void handOver(long callId, String node, String trunk, String number);

    /** Makes the recording of a customer's channel do this; a start that fails is answered with {@code RecordingFailed}. */
    void record(long callId, String node, long recording, Take take);

    /** Plays keys to a customer. @param digits 0 to 9, *, # and A to D, at most 32 */
    void sendDigits(long callId, String node, String digits);

    /**
     * Plays a sound to the parked customer.
     *
     * @param sound name of the sound without ending, for example {@code tactus/safe-harbour-default}
     * @param afterGreeting wait first until a machine's greeting is over
     */
    void play(long callId, String node, String sound, boolean afterGreeting);

    /**
     * Greets, beeps and records.
     *
     * @param greeting name of the greeting without ending
     * @param maxSeconds longest recording, 1 to 600
     */
    void recordVoicemail(long callId, String node, String greeting, int maxSeconds);

    /** Ends a customer's channel; the node may be empty when only the channel's id is known. */
    void hangUp(long callId, String node);

    /** Rings the agent's phone and parks it. */
    void connectLeg(long agentId, int leg, String node, AgentPhone phone);

    /** Gives a browser's endpoint another password, which counts from now on. @param password letters and digits */
    void setPassword(String node, String endpoint, String password);

    /** Ends an agent's leg; the node may be empty when only the leg is known. */
    void dropLeg(long agentId, int leg, String node);

    /**
     * Lets an agent's parked leg hear another agent's, or changes how it takes part. It parks again, and says so, when the other leg ends, or when
     * it could not be sent there; it ends when the other leg was gone before.
     */
    void monitor(Monitor wish);

    /** Parks an agent's leg, whatever it does. */
    void parkLeg(long agentId, int leg, String node);

    /** Reads all channels of the node; answered with a {@code Snapshot}. */
    void readChannels(String node);

    /** State of every node, for health and screens. */
    List<NodeStatus> nodes();

    /** Disconnects from all nodes; calls in progress stay as they are. */
    @Override
    void close();
}
