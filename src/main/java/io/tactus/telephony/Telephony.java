package io.tactus.telephony;

import java.util.List;

/**
 * Carries out what the floor asks of the telephone network. Every method returns at once; results come as inputs to the
 * {@link InputSink} given at the start. A command that cannot be carried out is answered with the input that says so
 * ({@code OriginateFailed}, {@code BridgeFailed}, {@code PromptFinished(false)}), never with an exception.
 */
public interface Telephony extends AutoCloseable {
    /** Connects to all nodes; a node that cannot be reached is tried again until {@link #close()}. */
    void start(InputSink sink);

    /** Dials a customer. */
    void originate(OriginateRequest request);

    /** Puts the parked customer and the agent's parked leg into one bridge. */
    void bridge(long callId, long agentId, int leg, String node);

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

    /** Rings the agent's phone and parks it. @param endpoint the phone, for example {@code agent-7} */
    void connectLeg(long agentId, int leg, String node, String endpoint);

    /** Ends an agent's leg; the node may be empty when only the leg is known. */
    void dropLeg(long agentId, int leg, String node);

    /** Reads all channels of the node; answered with a {@code Snapshot}. */
    void readChannels(String node);

    /** State of every node, for health and screens. */
    List<NodeStatus> nodes();

    /** Disconnects from all nodes; calls in progress stay as they are. */
    @Override
    void close();
}
