package io.tactus.floor.input;

import io.tactus.floor.model.Monitoring;
import io.tactus.floor.model.Talk.Tape;
import java.util.List;

/** What agents do, and what happens to their legs. */
public sealed interface AgentInput extends Input {
    /** The agent that this is about. */
    long agentId();

    /**
     * An agent sits down: the leg is set up on the node.
     *
     * @param campaigns campaigns that the agent serves
     * @param node telephony node that will hold the leg
     * @param onDemand no standing leg: the phone rings for each call
     * @param keepsCalls a phone that is lost comes back by itself, as a page does that is loaded again: the customer waits for it
     * @param trunk the trunk of the node over which the phone is reached; empty for a phone of the house
     */
    record LoggedIn(long agentId, List<Long> campaigns, String node, boolean onDemand, boolean keepsCalls, String trunk)
            implements AgentInput {
        /** An agent with a phone of the house, whose loss ends the talk. */
        public LoggedIn(long agentId, List<Long> campaigns, String node, boolean onDemand) {
            this(agentId, campaigns, node, onDemand, false, "");
        }

        /** Copies the list. */
        public LoggedIn {
            campaigns = List.copyOf(campaigns);
        }
    }

    /** The agent is to serve these campaigns from now on. */
    record CampaignsAssigned(long agentId, List<Long> campaigns) implements AgentInput {
        /** Copies the list. */
        public CampaignsAssigned {
            campaigns = List.copyOf(campaigns);
        }
    }

    /** The agent wants calls. */
    record WantsReady(long agentId) implements AgentInput {}

    /** The agent wants a pause; granted at once, or when the calls aimed at the agent have resolved. */
    record WantsPause(long agentId, String code) implements AgentInput {}

    /** The agent wants to leave; granted like a pause, after the present call. */
    record WantsLogout(long agentId) implements AgentInput {}

    /** The agent sees the present talk come to its end within seconds; the forecast counts on it. */
    record SeesEnd(long agentId) implements AgentInput {}

    /** The agent hears a machine: the call is hung up, and is no live answer. */
    record HearsMachine(long agentId) implements AgentInput {}

    /** The agent hangs up the present call. */
    record HungUp(long agentId) implements AgentInput {}

    /** The agent puts the customer on hold. */
    record Holds(long agentId) implements AgentInput {}

    /** The agent takes the customer back from hold. */
    record Retrieves(long agentId) implements AgentInput {}

    /** The agent gives the customer to another agent, who must be ready. */
    record TransfersToAgent(long agentId, long toAgentId) implements AgentInput {}

    /** The agent gives the customer of this call to an outside number, which the shell knows by the call's id. */
    record TransfersOutside(long agentId, long callId) implements AgentInput {}

    /** The agent gives the customer into a queue. */
    record TransfersToQueue(long agentId, long queueId) implements AgentInput {}

    /** The agent parks the customer, whom any agent may pick up. */
    record Parks(long agentId) implements AgentInput {}

    /** The agent takes a customer who is parked. */
    record PicksUp(long agentId, long callId) implements AgentInput {}

    /** The agent, who pauses, listens to the phone of another, or does so in another way than before. */
    record Monitors(long agentId, long targetId, Monitoring how) implements AgentInput {}

    /** The agent listens to that one no more. */
    record StopsMonitoring(long agentId, long targetId) implements AgentInput {}

    /** The agent takes the customer over from that one, who is listened to. */
    record TakesOver(long agentId, long targetId) implements AgentInput {}

    /** The agent calls a colleague, about the present customer or without one; the colleague is to say yes or no. */
    record CallsColleague(long agentId, long colleagueId) implements AgentInput {}

    /** The agent calls somebody outside about the customer on the line. @param trunk over which; empty when none has a free line; the shell knows the number */
    record CallsOutside(long agentId, String trunk) implements AgentInput {}

    /** The agent says yes to the colleague who calls. */
    record AcceptsColleague(long agentId, long callerId) implements AgentInput {}

    /** The agent says no to the colleague who calls. */
    record DeclinesColleague(long agentId, long callerId) implements AgentInput {}

    /** The agent speaks with the colleague no more, or does not call any more. */
    record LeavesColleague(long agentId) implements AgentInput {}

    /** The agent brings customer and colleague together, and stays. */
    record Confers(long agentId) implements AgentInput {}

    /** The agent gives the customer to the colleague with whom the agent speaks. */
    record GivesToColleague(long agentId) implements AgentInput {}

    /** The agent starts, stops, pauses or resumes the recording of the present talk. */
    record Records(long agentId, Tape wanted) implements AgentInput {}

    /** The agent closes wrap-up with a disposition. */
    record Disposed(long agentId, long callId, String disposition) implements AgentInput {}

    /** The agent asks for more time to wrap up; 0 or less is refused. */
    record WrapUpExtended(long agentId, int moreMillis) implements AgentInput {}

    /** The agent starts the call that was previewed. */
    record PreviewAccepted(long agentId, long callId) implements AgentInput {}

    /** The agent does not want the previewed lead now. */
    record PreviewSkipped(long agentId, long callId, String reason) implements AgentInput {}

    /** The agent dials a lead by hand; the reservation exists already under this call id. */
    record DialsByHand(long agentId, long campaignId, long callId, long leadId) implements AgentInput {}

    /** The agent's leg is parked and can be bridged. */
    record LegParked(long agentId, int leg) implements AgentInput {}

    /** The agent's leg is gone, or could not be set up. */
    record LegEnded(long agentId, int leg, int cause) implements AgentInput {}
}
