package io.tactus.floor.effect;

import io.tactus.floor.model.CallStage;
import io.tactus.floor.model.OverflowAction;
import io.tactus.pacing.PacingDecision;

/** News for screens, metrics and logs; losing one loses no fact. */
public sealed interface NewsEffect extends Effect {

    /** A call moved to another stage. */
    record CallMoved(long callId, long campaignId, CallStage stage, long agentId, long atMicros)
            implements NewsEffect {}

    /** A preview is shown to the agent. @param untilMicros when it times out; 0: never */
    record PreviewShown(long callId, long campaignId, long leadId, long agentId, long untilMicros)
            implements NewsEffect {}

    /**
     * Calls are launched or given up, or the reason for launching none changed.
     *
     * @param released ringing calls given up, since nobody could take them
     */
    record Paced(
            long campaignId,
            String node,
            int launched,
            int released,
            String reason,
            int freeAgents,
            int inFlight,
            int waiting,
            long liveAnswers,
            long abandoned,
            PacingDecision.Why why,
            long atMicros)
            implements NewsEffect {}

    /** No agent came within the budget. @param action what the person gets instead */
    record Overflowed(long callId, long campaignId, OverflowAction action, long atMicros) implements NewsEffect {}

    /** The link to a node works again, or does no longer. @param reason why it does not; empty when it does */
    record NodeChanged(String node, boolean up, String reason, long atMicros) implements NewsEffect {}

    /** Calls may be launched again, or may not. @param blocked why not; empty when they may */
    record DialingChanged(String blocked, long atMicros) implements NewsEffect {}

    /** A command could not be carried out. */
    record Refused(String subject, long id, String reason) implements NewsEffect {}

    /** Something that ought not to happen: an event for an unknown call, a lost channel, a healed disagreement. */
    record Anomaly(String subject, long id, String what) implements NewsEffect {}
}
