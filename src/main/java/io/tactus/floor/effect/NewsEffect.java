package io.tactus.floor.effect;

import io.tactus.floor.model.CallStage;
import io.tactus.floor.model.DialMode;
import io.tactus.floor.model.Monitoring;
import io.tactus.floor.model.OverflowAction;
import io.tactus.floor.model.Talk.Step;
import io.tactus.floor.model.Talk.Tape;
import io.tactus.pacing.PacingDecision;
import java.util.Optional;

/** News for screens, metrics and logs; losing one loses no fact. */
public sealed interface NewsEffect extends Effect {

    /** A call moved to another stage. */
    record CallMoved(long callId, long campaignId, CallStage stage, long agentId, long atMicros)
            implements NewsEffect {}

    /** A preview is shown to the agent. @param untilMicros when it times out; 0: never */
    record PreviewShown(long callId, long campaignId, long leadId, long agentId, long untilMicros)
            implements NewsEffect {}

    /**
     * Calls are launched or given up, the reason for launching none changed, or a shadow would have launched some.
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
            Optional<Shadowed> shadow,
            long atMicros)
            implements NewsEffect {
        /** The same decision beside which this shadow computed. */
        public Paced withShadow(Optional<Shadowed> other) {
            return new Paced(
                    campaignId,
                    node,
                    launched,
                    released,
                    reason,
                    freeAgents,
                    inFlight,
                    waiting,
                    liveAnswers,
                    abandoned,
                    why,
                    other,
                    atMicros);
        }
    }

    /**
     * What the policy beside the live one would have done since it was reported last.
     *
     * @param launches calls that it would have launched; what it goes on wanting while the live policy does not launch it counts once
     * @param releases looks at which it would have given up ringing calls and the live policy would not
     * @param reason what limited the number at its last look
     * @param risk risk of one more call after its launches, by the campaign's forecast: mean of the looks
     * @param liveRisk the same after the live policy's launches
     * @param compared looks at which both were asked
     * @param differed looks at which they wanted something else
     */
    record Shadowed(
            DialMode mode,
            int launches,
            int releases,
            String reason,
            double risk,
            double liveRisk,
            int compared,
            int differed) {}

    /** No agent came within the budget. @param action what the person gets instead */
    record Overflowed(long callId, long campaignId, OverflowAction action, long atMicros) implements NewsEffect {}

    /** The link to a node works again, or does no longer. @param reason why it does not; empty when it does */
    record NodeChanged(String node, boolean up, String reason, long atMicros) implements NewsEffect {}

    /** Calls may be launched again, or may not. @param blocked why not; empty when they may */
    record DialingChanged(String blocked, long atMicros) implements NewsEffect {}

    /** What is done with a talk changed: a step begins or is over, the recording is another. @param agentId whose talk it is */
    record TalkChanged(long callId, long agentId, CallStage stage, Step step, Tape tape, long atMicros)
            implements NewsEffect {}

    /** An agent listens to another. @param targetId 0 for nobody any more */
    record MonitoringChanged(long agentId, long targetId, Monitoring how, long atMicros) implements NewsEffect {}

    /**
     * Agents speak with each other, or one calls the other.
     *
     * @param agentId who called; 0 when that agent is gone
     * @param reason why it is over, in a few words; empty when one of them wanted it so
     */
    record ConsultationChanged(long agentId, long colleagueId, Stage stage, String reason, long atMicros)
            implements NewsEffect {
        /** What became of the call to the colleague. */
        public enum Stage {
            CALLED,
            COMING,
            PRIVATE,
            JOINING,
            CONFERENCE,
            OVER
        }
    }

    /** A command could not be carried out. */
    record Refused(String subject, long id, String reason) implements NewsEffect {}

    /** Something that ought not to happen: an event for an unknown call, a lost channel, a healed disagreement. */
    record Anomaly(String subject, long id, String what) implements NewsEffect {}
}
