package io.tactus.floor.effect;

import io.tactus.floor.model.CallStage;
import io.tactus.pacing.PacingDecision;

/** News for screens, metrics and logs; losing one loses no fact. */
public sealed interface NewsEffect extends Effect {

    /** A call moved to another stage. */
    record CallMoved(long callId, long campaignId, CallStage stage, long agentId, long atMicros)
            implements NewsEffect {}

    /** A preview is shown to the agent. @param untilMicros when it times out; 0: never */
    record PreviewShown(long callId, long campaignId, long leadId, long agentId, long untilMicros)
            implements NewsEffect {}

    /** Calls are launched, or the reason for launching none changed. */
    record Paced(
            long campaignId,
            String node,
            int launched,
            String reason,
            int freeAgents,
            int inFlight,
            int waiting,
            long liveAnswers,
            long abandoned,
            PacingDecision.Why why,
            long atMicros)
            implements NewsEffect {}

    /** A command could not be carried out. */
    record Refused(String subject, long id, String reason) implements NewsEffect {}

    /** Something that ought not to happen: an event for an unknown call, a lost channel, a healed disagreement. */
    record Anomaly(String subject, long id, String what) implements NewsEffect {}
}
