package io.tactus.floor.effect;

import io.tactus.floor.model.Monitoring;

/** What telephony is to do. */
public sealed interface TelephonyEffect extends Effect {

    /** Dial the customer; numbers and caller id are known to the shell by the call's id. */
    record Originate(
            long callId, long campaignId, String node, String trunk, int ringTimeoutMillis, boolean machineDetection)
            implements TelephonyEffect {}

    /** Answer somebody who calls in, and play music. */
    record Welcome(long callId, String node) implements TelephonyEffect {}

    /** Put the parked customer and the agent's parked leg into one bridge. */
    record Bridge(long callId, long agentId, int leg, String node) implements TelephonyEffect {}

    /** Take the customer out of the bridge to music on hold. */
    record Hold(long callId, String node) implements TelephonyEffect {}

    /** Send the customer to the outside number that the shell knows, over the trunk. */
    record HandOver(long callId, long campaignId, String node, String trunk) implements TelephonyEffect {}

    /** Make the recording of the customer's channel do this. @param recording its name within the call */
    record Record(long callId, String node, long recording, Take take) implements TelephonyEffect {}

    /** What a recording is to do. */
    enum Take {
        START,
        /** Go on without sound. */
        PAUSE,
        RESUME,
        STOP
    }

    /** Play one of the campaign's prompts to the parked customer. */
    record Play(long callId, long campaignId, String node, Prompt prompt) implements TelephonyEffect {}

    /** Prompts of a campaign. */
    enum Prompt {
        SAFE_HARBOUR,
        /** Wait for the end of the greeting first. */
        VOICEMAIL_DROP
    }

    /** Greeting, beep, and a recording of what the customer says. */
    record RecordVoicemail(long callId, long campaignId, String node) implements TelephonyEffect {}

    /** End the customer's channel. */
    record HangUp(long callId, String node) implements TelephonyEffect {}

    /** Ring the agent's phone and park the leg. */
    record ConnectLeg(long agentId, int leg, String node) implements TelephonyEffect {}

    /** End the agent's leg. */
    record DropLeg(long agentId, int leg, String node) implements TelephonyEffect {}

    /**
     * Let the agent's parked leg hear another agent's, and speak as {@code how} says; or change how.
     *
     * @param callId the target's customer, who hears the agent as well when {@code how} is {@code BARGE}; else 0
     */
    record Monitor(long agentId, int leg, long targetId, int targetLeg, Monitoring how, long callId, String node)
            implements TelephonyEffect {}

    /** Park the agent's leg, wherever it is. */
    record ParkLeg(long agentId, int leg, String node) implements TelephonyEffect {}

    /** Read all channels of the node. */
    record ReadChannels(String node) implements TelephonyEffect {}
}
