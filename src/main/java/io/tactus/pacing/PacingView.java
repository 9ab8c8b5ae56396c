package io.tactus.pacing;

import io.tactus.pacing.forecast.Forecast;
import io.tactus.pacing.forecast.WorkPhase;
import java.util.PrimitiveIterator;

/**
 * What a policy sees of one campaign on one telephony node: the agents aimed at the campaign, its calls, and its record of
 * abandoned calls. Reads are cheap; the two visitors walk over the agents and calls only when a policy asks for it.
 */
public interface PacingView {
    /** Now, in microseconds since the epoch. */
    long nowMicros();

    /** Agents who are free, aimed at this campaign and stay (no pause or log-out asked for). */
    int freeAgents();

    /** Agents logged in that serve this campaign, paused ones included. */
    int loggedInAgents();

    /** Calls on their way out: waiting for the gate, dialling or ringing. */
    int callsInFlight();

    /** Answered calls whose person has no agent yet, those under machine detection included. */
    int callsUnserved();

    /** Answered calls that wait for an agent, without those under machine detection. */
    int callsWaiting();

    /** Callers in queues who wait for agents that serve this campaign too, by the share of the queue's agents who do. */
    double callersWaiting();

    /** How many such callers come in a second, lately. */
    double callersPerSecond();

    /** Sum over the campaign's other nodes of calls that would find no agent if every one of them were answered now. */
    int excessElsewhere();

    /** Lines per free agent, as set for the campaign. */
    double linesPerAgent();

    /** Highest allowed share of abandoned calls among live answers; 0 to 1. */
    double abandonmentCap();

    /** Live answers of the measuring period. */
    long liveAnswers();

    /** Those of the live answers who talk with an agent now: the agent may yet say that it is a machine, and then they were none. */
    long answersInTalk();

    /** Abandoned calls of the measuring period. */
    long abandoned();

    /** Persons of the measuring period who were taken for machines and had no agent, at most: they count as abandoned. */
    double missedPersons();

    /** When the measuring period ends, in microseconds since the epoch; {@link Long#MAX_VALUE} when it has no end. */
    long periodEndsMicros();

    /** Time from answer to agent or overflow, in microseconds. */
    long answerBudgetMicros();

    /** Whether the campaign wants calls given up that have rung for the least lawful time while nobody can take them. */
    boolean releasesRungCalls();

    /** Whether a person whom nobody could take may get an agent out of wrap-up. */
    boolean rescuesFromWrapUp();

    /** When {@link PacingPolicy#decide} last weighed this cell, in microseconds since the epoch; 0 for never. */
    long lastDecisionMicros();

    /**
     * What the leads that wait promise, in the order in which they would be dialled: their probability of a live answer, 0 where they
     * promise nothing.
     *
     * @param aimed how many of the first are for free agents at whom no call is aimed
     */
    PrimitiveIterator.OfDouble leadPromises(int aimed);

    /** What the campaign has learnt. */
    Forecast forecast();

    /** The campaign's account of abandoned calls. */
    Bank bank();

    /** Walks over the busy agents that serve this campaign and stay. */
    void eachBusyAgent(BusyAgentVisitor visitor);

    /** Walks over the calls in flight. */
    void eachCallInFlight(InFlightVisitor visitor);

    /** Sees a busy agent. */
    @FunctionalInterface
    interface BusyAgentVisitor {
        /** One agent, in this phase since then, whose next call is this campaign's with this probability. @param own whether the present call is this campaign's */
        void visit(long agentId, WorkPhase phase, long sinceMicros, double share, boolean own);
    }

    /** Sees a call in flight. */
    @FunctionalInterface
    interface InFlightVisitor {
        /** One call: launched then, ringing since then (0 when not yet), with this promise of a live answer (0: none). */
        void visit(long callId, long launchedMicros, long ringingMicros, double answerProbability);
    }
}
