package io.tactus.wallboard;

import io.tactus.pacing.PacingDecision.Why;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The floor at one instant.
 *
 * @param simulated whether the telephone network is simulated
 * @param speed simulated seconds per real second
 * @param atMillis the engine's time in milliseconds since the epoch
 * @param blocked why no call is launched; empty when calls may be
 */
public record Board(
        boolean simulated,
        double speed,
        long atMillis,
        String blocked,
        List<NodeRow> nodes,
        List<TrunkRow> trunks,
        List<CampaignRow> campaigns,
        List<AgentRow> agents,
        List<CallRow> calls) {

    /** A telephony node. */
    public record NodeRow(String name, boolean up, String detail) {}

    /** A trunk. @param inUse lines with a call @param failing whether the network refused its last calls, so that only single trials go out */
    public record TrunkRow(String node, String name, int lines, int inUse, boolean failing) {}

    /**
     * A campaign with its pacing.
     *
     * @param abandonmentCap highest allowed share of abandoned calls; 0 to 1
     * @param decisions the last decisions, the latest first
     * @param shadow the policy that computes beside the live one; null for none
     * @param outcomes attempts of this life of the engine by outcome
     * @param answerToAgentMillis median time from answer to agent; -1 while nobody was connected
     */
    public record CampaignRow(
            long id,
            String name,
            String mode,
            String state,
            int hopper,
            int free,
            int inFlight,
            int unserved,
            int connected,
            long liveAnswers,
            long abandoned,
            double abandonmentCap,
            String pacing,
            List<DecisionRow> decisions,
            @Nullable ShadowRow shadow,
            Map<String, Long> outcomes,
            double answerToAgentMillis) {}

    /**
     * Decisions of a moment.
     *
     * @param launched calls launched
     * @param released ringing calls given up
     * @param why the figures behind it; null where the policy weighs none
     */
    public record DecisionRow(
            long atMillis,
            int launched,
            int released,
            String reason,
            int free,
            int inFlight,
            int waiting,
            @Nullable Why why) {}

    /**
     * The live policy and its shadow over the last hour, or since the shadow began.
     *
     * @param sinceMillis from when
     * @param liveRisk mean risk of one more call after the live policy's launches
     * @param risk the same after what the shadow wanted
     * @param differedShare share of the moments at which they wanted something else
     * @param reason what limited the shadow last
     */
    public record ShadowRow(
            String mode,
            long sinceMillis,
            double liveLaunchesPerHour,
            double launchesPerHour,
            double liveRisk,
            double risk,
            double differedShare,
            String reason) {}

    /**
     * An agent.
     *
     * @param sinceMillis when the present state began
     * @param campaignId the campaign that he is aimed at; 0 for none
     * @param callId his call; 0 for none
     * @param campaignIds all that he serves
     * @param monitors the agent to whom he listens; 0 for none
     * @param monitoring how he does: {@code LISTEN}, {@code WHISPER} or {@code BARGE}; empty for not
     */
    public record AgentRow(
            long id,
            String name,
            String state,
            String code,
            long sinceMillis,
            long campaignId,
            long callId,
            List<Long> campaignIds,
            long monitors,
            String monitoring) {}

    /** A call that is not over. @param sinceMillis when the present stage began */
    public record CallRow(long id, long campaignId, String stage, long sinceMillis, long agentId) {}

    /** A point of the chart of the last minutes. */
    public record Point(long atMillis, int talking, int wrapUp, int free, int inFlight, double abandonedShare) {}
}
