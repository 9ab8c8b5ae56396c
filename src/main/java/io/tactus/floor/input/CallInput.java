package io.tactus.floor.input;

/** What happens to a customer call. */
public sealed interface CallInput extends Input {
    /** The attempt's id, which is also part of Asterisk's channel id. */
    long callId();

    /**
     * Somebody calls in, hears it ringing, and is to wait for an agent of the queue, a campaign of mode {@code INBOUND}. The call is durable.
     *
     * @param leadId the customer who calls
     * @param trunk the trunk that carries the call; it holds one of its lines
     */
    record Arrived(long callId, long queueId, long leadId, String node, String trunk) implements CallInput {}

    /** The gate transaction committed the attempt: the originate may leave. */
    record GatePassed(long callId) implements CallInput {}

    /** The gate refused; no attempt was written and the reservation is gone. */
    record GateRefused(long callId, String rule) implements CallInput {}

    /** Asterisk refused the originate, or no answer came to it in time. */
    record OriginateFailed(long callId, String reason) implements CallInput {}

    /** The far end rings. */
    record Ringing(long callId) implements CallInput {}

    /** The channel is up. */
    record Answered(long callId) implements CallInput {}

    /** The channel waits in AsyncAGI and can be bridged or played to. */
    record Parked(long callId) implements CallInput {}

    /** What machine detection says. */
    record Detected(long callId, Detection detection, String cause) implements CallInput {}

    /** Verdict of machine detection. */
    enum Detection {
        PERSON,
        MACHINE,
        UNSURE
    }

    /** Customer and agent leg are both in one bridge. */
    record Bridged(long callId, long agentId) implements CallInput {}

    /** The bridge could not be made. */
    record BridgeFailed(long callId, long agentId, String reason) implements CallInput {}

    /** The customer is on hold and hears music. */
    record Held(long callId) implements CallInput {}

    /** The customer has left for the outside number. */
    record HandedOver(long callId) implements CallInput {}

    /** The customer could not be put on hold or sent outside, and is where the customer was. */
    record MoveFailed(long callId, String reason) implements CallInput {}

    /** The recording could not be started. @param recording its name within the call */
    record RecordingFailed(long callId, long recording, String reason) implements CallInput {}

    /** A prompt was played to its end, or could not be played. */
    record PromptFinished(long callId, boolean played) implements CallInput {}

    /** The voicemail recording ended. */
    record VoicemailRecorded(long callId, String file, int lengthMillis) implements CallInput {}

    /** The channel is gone. @param cause the Q.850 cause of the hang-up; 0 when unknown */
    record Ended(long callId, int cause) implements CallInput {}
}
