package io.tactus.floor.model;

/** A customer call, or a reserved lead that is about to become one. Ids of 0 mean none; times are microseconds, 0 for not yet. */
public final class Call {
    public final long id;
    public final long campaignId;
    public final long leadId;
    public final String node;
    /** The trunk that carries the call; empty until a line is taken. */
    public String trunk;

    public final double answerProbability;
    public final long launchedMicros;
    /** The agent for whom alone this call is made (preview, manual); 0 when any agent will do. */
    public final long boundAgentId;

    /** The customer called, and waits in a queue for as long as that takes. */
    public final boolean inbound;

    public long agentId;
    /** The queue into which an agent gave the customer, whose agents may take the call; 0 for none. */
    public long queueId;
    /** The agent who parked the customer; 0 for none. */
    public long parkedById;
    /** The gate was asked; the lead is no longer only looked at. */
    public boolean gateAsked;

    public long originatedMicros;
    public long ringingMicros;
    public long answeredMicros;
    public long connectedMicros;
    /** The attempt row exists. */
    public boolean gatePassed;
    /** The channel waits in AsyncAGI. */
    public boolean parked;

    /** Detection calls it a machine, or the agent does. */
    public boolean machine;
    /** The agent calls it a machine. */
    public boolean machineHeard;
    /** Persons who belong to the verdict of machine detection. */
    public long personsBeside;
    /** The answer budget is over and the overflow waits only for the channel to park. */
    public boolean overflowDue;
    /** The call counts as a live answer. */
    public boolean live;

    /** The forecast has learnt from this call. */
    public boolean learnt;

    public final Talk talk = new Talk();
    public Outcome verdict = Outcome.FAILED;
    public String detail = "";
    /** Number of the timer that is in force; older timers of this call are stale. */
    public long timer;

    private CallStage stage = CallStage.RESERVED;
    private long sinceMicros;

    /** A newly reserved lead. */
    public Call(
            long id,
            long campaignId,
            long leadId,
            String node,
            String trunk,
            double answerProbability,
            long boundAgentId,
            long nowMicros) {
        this(id, campaignId, leadId, node, trunk, answerProbability, boundAgentId, false, nowMicros);
    }

    private Call(
            long id,
            long campaignId,
            long leadId,
            String node,
            String trunk,
            double answerProbability,
            long boundAgentId,
            boolean inbound,
            long nowMicros) {
        this.inbound = inbound;
        this.id = id;
        this.campaignId = campaignId;
        this.leadId = leadId;
        this.node = node;
        this.trunk = trunk;
        this.answerProbability = answerProbability;
        this.boundAgentId = boundAgentId;
        this.agentId = boundAgentId;
        this.launchedMicros = nowMicros;
        this.sinceMicros = nowMicros;
    }

    /** A caller who waits in the queue that is this campaign, from the first ring on. */
    public static Call from(long id, long queueId, long leadId, String node, String trunk, long nowMicros) {
        Call call = new Call(id, queueId, leadId, node, trunk, 0, 0, true, nowMicros);
        call.originatedMicros = Math.max(1, nowMicros);
        call.answeredMicros = nowMicros;
        call.gateAsked = true;
        call.gatePassed = true;
        call.learnt = true;
        call.stage = CallStage.WAITING;
        return call;
    }

    /** Where the call stands. */
    public CallStage stage() {
        return stage;
    }

    /** Since when it stands there. */
    public long sinceMicros() {
        return sinceMicros;
    }

    /** Whether the customer waits for as long as it takes: called in, or was given into a queue or parked after a talk. */
    public boolean patient() {
        return waitsAgain() || inbound && connectedMicros == 0;
    }

    /** Whether the customer was talked with, and waits again. */
    public boolean waitsAgain() {
        return queueId != 0 || parkedById != 0;
    }

    /** Whether the person waits for an agent and can be bridged; who waits patiently only once the music plays. */
    public boolean canBeServed() {
        return stage == CallStage.WAITING && (parked || !patient());
    }

    /** Takes the step, or fails when the table does not hold it. */
    public void moveTo(CallStage next, long nowMicros) {
        if (!stage.allows(next)) {
            throw new IllegalTransition("call", id, stage, next);
        }
        stage = next;
        sinceMicros = nowMicros;
    }
}
