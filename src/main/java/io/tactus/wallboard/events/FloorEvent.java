package io.tactus.wallboard.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tactus.floor.effect.NewsEffect;
import io.tactus.pacing.PacingDecision;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Something that happened on the floor, in ids: no number, no name. An id of 0 is none. */
public sealed interface FloorEvent {
    /** All types that {@link #type} may answer. */
    Set<String> TYPES = Set.of(
            "opened",
            "lost",
            "call.launched",
            "call.ringing",
            "call.answered",
            "call.connected",
            "call.overflow",
            "call.ended",
            "agent.changed",
            "campaign.changed",
            "pacing.decided",
            "node.up",
            "node.down",
            "dialling.blocked",
            "dialling.unblocked");

    /** What kind of event this is: a word of the interface to others, so it stays as it is. */
    @JsonIgnore
    String type();

    /** Whether this concerns no campaign and no agent in particular, but everybody. */
    @JsonIgnore
    default boolean general() {
        return false;
    }

    /** The campaign that this is about; 0 for none. */
    @JsonIgnore
    default long campaign() {
        return 0;
    }

    /** The agent that this is about; 0 for none. */
    @JsonIgnore
    default long agent() {
        return 0;
    }

    /** An event with its place among all. @param seq rises by one with every event of this life of the engine */
    record Numbered(
            long seq,
            String type,
            Instant at,
            @JsonUnwrapped FloorEvent event) {}

    /** The stream begins: the first message, its number is that of the last event before. */
    record Opened() implements FloorEvent {
        @Override
        public String type() {
            return "opened";
        }
    }

    /** The client did not keep up. @param count events that it would have got and did not */
    record Lost(long count) implements FloorEvent {
        @Override
        public String type() {
            return "lost";
        }
    }

    /** A call is launched, rings, is answered, or is connected to its agent. */
    record CallMoved(@JsonIgnore String type, long callId, long campaignId, long agentId) implements FloorEvent {
        @Override
        public long campaign() {
            return campaignId;
        }

        @Override
        public long agent() {
            return agentId;
        }
    }

    /** No agent came in time. @param action {@code MESSAGE}, {@code VOICEMAIL} or {@code HANG_UP} */
    record CallOverflow(long callId, long campaignId, String action) implements FloorEvent {
        @Override
        public String type() {
            return "call.overflow";
        }

        @Override
        public long campaign() {
            return campaignId;
        }
    }

    /** A call is over. @param cause Q.850 cause, 0 when unknown @param live whether it counts as a live answer */
    record CallEnded(long callId, long campaignId, long leadId, long agentId, String outcome, int cause, boolean live)
            implements FloorEvent {
        @Override
        public String type() {
            return "call.ended";
        }

        @Override
        public long campaign() {
            return campaignId;
        }

        @Override
        public long agent() {
            return agentId;
        }
    }

    /** An agent's state changed. @param code pause code; empty otherwise */
    record AgentChanged(long agentId, String state, String code, long callId, long campaignId) implements FloorEvent {
        @Override
        public String type() {
            return "agent.changed";
        }

        @Override
        public long campaign() {
            return campaignId;
        }

        @Override
        public long agent() {
            return agentId;
        }
    }

    /** A campaign's state changed. */
    record CampaignChanged(long campaignId, String state, String reason) implements FloorEvent {
        @Override
        public String type() {
            return "campaign.changed";
        }

        @Override
        public long campaign() {
            return campaignId;
        }
    }

    /** Calls are launched or given up while ringing, or the reason for launching none changed. */
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
            Optional<NewsEffect.Shadowed> shadow)
            implements FloorEvent {
        @Override
        public String type() {
            return "pacing.decided";
        }

        @Override
        public long campaign() {
            return campaignId;
        }
    }

    /** The link to a node works, or does not. @param reason why it does not; empty when it does */
    record NodeChanged(@JsonIgnore String type, String node, String reason) implements FloorEvent {
        @Override
        public boolean general() {
            return true;
        }
    }

    /** Calls may not be launched, or may again. @param reason why not; empty when they may */
    record DiallingChanged(@JsonIgnore String type, String reason) implements FloorEvent {
        @Override
        public boolean general() {
            return true;
        }
    }
}
