package io.tactus.floor.effect;

import io.tactus.floor.model.AgentState;
import io.tactus.floor.model.CampaignState;
import io.tactus.floor.model.Outcome;
import io.tactus.pacing.forecast.ForecastMemory;

/** What the store is to do, in this order. */
public sealed interface StoreEffect extends Effect {

    /** Reserve up to so many more leads. */
    record RequestLeads(long campaignId, int count) implements StoreEffect {}

    /** Check every rule and write the attempt, in one transaction. @param agentId the agent who dials; 0 for none */
    record RunGate(long callId, long campaignId, long leadId, long agentId, String trunk) implements StoreEffect {}

    /** Give the reserved lead back undialled. */
    record ReleaseLead(long callId, long leadId, String reason) implements StoreEffect {}

    /** Somebody answered. */
    record CallAnswered(long callId, long atMicros) implements StoreEffect {}

    /** Machine detection spoke. @param delayMillis from the answer */
    record CallDetected(long callId, String detection, String cause, int delayMillis) implements StoreEffect {}

    /** Customer and agent talk. @param answeredAtMicros when the customer answered, or called in */
    record CallConnected(
            long callId, long campaignId, long agentId, boolean inbound, long answeredAtMicros, long atMicros)
            implements StoreEffect {}

    /** The customer waits again after a talk; in no queue and parked by nobody: does so no more. */
    record CallWaits(long callId, long queueId, long parkedById, long atMicros) implements StoreEffect {}

    /** A recording of the talk began. @param recording its name within the call */
    record RecordingBegan(long callId, long agentId, long recording, long atMicros) implements StoreEffect {}

    /** It ended. @param failure why there is none; empty when there is */
    record RecordingEnded(long callId, long recording, String failure, long atMicros) implements StoreEffect {}

    /** A voicemail message is there. */
    record VoicemailLeft(long callId, String file, int lengthMillis, long atMicros) implements StoreEffect {}

    /**
     * The attempt is over; written once for each attempt that passed the gate.
     *
     * @param cause Q.850 cause; 0 when unknown
     * @param detail why, in a few words; empty when the outcome says it all
     * @param live whether the call counts as a live answer for the abandonment rate
     * @param inbound whether the customer called
     */
    record CallEnded(
            long callId,
            long campaignId,
            long leadId,
            Outcome outcome,
            int cause,
            String detail,
            boolean live,
            long agentId,
            boolean inbound,
            long atMicros)
            implements StoreEffect {}

    /** The agent's state changed. @param code pause code; empty otherwise */
    record AgentChanged(long agentId, AgentState state, String code, long callId, long campaignId, long atMicros)
            implements StoreEffect {}

    /** The agent gave a call its disposition. */
    record CallDisposed(long callId, long agentId, String disposition, long atMicros) implements StoreEffect {}

    /** What the campaign has learnt until now; the last one counts. */
    record Learnt(long campaignId, ForecastMemory memory, long atMicros) implements StoreEffect {}

    /** The campaign's state changed. */
    record CampaignChanged(long campaignId, CampaignState state, String reason, long atMicros) implements StoreEffect {}
}
