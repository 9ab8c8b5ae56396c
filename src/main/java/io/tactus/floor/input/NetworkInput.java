package io.tactus.floor.input;

import java.util.List;

/** Telephony nodes, trunks and the store as a whole. */
public sealed interface NetworkInput extends Input {

    /**
     * A trunk exists with these limits; also sent on every change.
     *
     * @param lines highest number of calls at once
     * @param callsPerSecond originates a second, with a burst of one second
     */
    record TrunkConfigured(String trunk, String node, int lines, double callsPerSecond) implements NetworkInput {}

    /** The link to the node is gone or unhealthy. */
    record NodeDown(String node, String reason) implements NetworkInput {}

    /**
     * All channels of the node that belong to this engine; it also says that the link to the node works.
     *
     * @param requestedAtMicros when they were asked for; what began later is not judged by their absence
     */
    record Snapshot(String node, long requestedAtMicros, List<CallChannel> calls, List<LegChannel> legs)
            implements NetworkInput {
        /** Copies the lists. */
        public Snapshot {
            calls = List.copyOf(calls);
            legs = List.copyOf(legs);
        }
    }

    /** How a live channel was found. */
    enum Found {
        RINGING,
        /** Up, in the dialplan (machine detection) or playing. */
        BUSY,
        PARKED,
        /** A customer on hold. */
        HELD,
        BRIDGED
    }

    /** A live customer channel. @param agentId the agent in the same bridge; 0 for none */
    record CallChannel(long callId, Found found, long agentId) {}

    /** A live agent leg. @param callId the customer in the same bridge; 0 for none */
    record LegChannel(long agentId, int leg, Found found, long callId) {}

    /** Dialling must not go on for a reason outside the floor (store down, journal full); calls under way continue. */
    record DialingBlocked(String reason) implements NetworkInput {}

    /** The reason of the last {@link DialingBlocked} is gone. */
    record DialingUnblocked() implements NetworkInput {}

    /**
     * A call of before a restart of the engine, from its attempt row; a {@link Snapshot} tells later whether it lives.
     *
     * @param trunk the trunk that carries it; it holds one of its lines
     * @param answered whether the row says that somebody answered
     * @param connected whether the row says that customer and agent talked
     * @param agentId the agent in the row; 0 for none
     * @param inbound whether the customer called
     * @param queueId the queue in which the customer waits after a talk; 0 for none
     * @param parkedById the agent who parked the customer; 0 for none
     */
    record CallRestored(
            long callId,
            long campaignId,
            long leadId,
            String node,
            String trunk,
            boolean answered,
            boolean connected,
            long agentId,
            boolean inbound,
            long queueId,
            long parkedById)
            implements NetworkInput {
        /** A call whose customer does not wait again. */
        public CallRestored(
                long callId,
                long campaignId,
                long leadId,
                String node,
                String trunk,
                boolean answered,
                boolean connected,
                long agentId,
                boolean inbound) {
            this(callId, campaignId, leadId, node, trunk, answered, connected, agentId, inbound, 0, 0);
        }
    }
}
