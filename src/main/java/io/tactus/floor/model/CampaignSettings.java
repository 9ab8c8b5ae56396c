package io.tactus.floor.model;

import java.util.Optional;

/**
 * What the floor needs to know of a campaign. No personal data, no texts, no file names: those stay with the shell.
 *
 * @param mode how to dial
 * @param weight share of agents that serve several campaigns; above 0
 * @param linesPerAgent calls in flight per free agent in {@link DialMode#POWER}; 1 to 20
 * @param abandonmentCap highest share of abandoned calls among live answers; 0 to 1, for example 0.03
 * @param ringTimeoutMillis how long an unanswered call rings; 15,000 to 120,000
 * @param answerBudgetMillis time from answer to agent or overflow, machine detection included; 0 to 10,000
 * @param machineDetection whether Asterisk's AMD listens before the call is passed on
 * @param machineAction what a machine gets
 * @param overflow what a person gets when no agent is free
 * @param wrapUpMillis time for wrap-up after which the agent is ready by itself; 0: only by the agent's own word
 * @param previewMillis time to look at a preview; 0: no limit
 * @param previewForced whether the call is started when the preview time is over (else it is skipped)
 * @param means {@link DialMode#PREDICTIVE}: what pacing may do besides launching calls
 * @param maxCallsInFlight ceiling for calls on their way out at once
 * @param shadow a policy that computes beside the live one
 * @param recording which talks are recorded
 * @param forcedDisposition whether wrap-up ends by a disposition only, however long it takes
 * @param queue {@link DialMode#INBOUND}: how long and how many callers wait
 */
public record CampaignSettings(
        DialMode mode,
        double weight,
        double linesPerAgent,
        double abandonmentCap,
        int ringTimeoutMillis,
        int answerBudgetMillis,
        boolean machineDetection,
        MachineAction machineAction,
        OverflowAction overflow,
        int wrapUpMillis,
        int previewMillis,
        boolean previewForced,
        Means means,
        int maxCallsInFlight,
        Optional<ShadowSettings> shadow,
        RecordingRule recording,
        boolean forcedDisposition,
        QueueLimits queue) {

    /** Refuses values outside the documented ranges. */
    public CampaignSettings {
        require(weight > 0 && weight <= 1000, "weight", weight, "above 0 and at most 1000");
        require(linesPerAgent >= 1 && linesPerAgent <= 20, "linesPerAgent", linesPerAgent, "1 to 20");
        require(abandonmentCap >= 0 && abandonmentCap <= 1, "abandonmentCap", abandonmentCap, "0 to 1");
        require(
                ringTimeoutMillis >= 15_000 && ringTimeoutMillis <= 120_000,
                "ringTimeoutMillis",
                ringTimeoutMillis,
                "15000 to 120000");
        require(
                answerBudgetMillis >= 0 && answerBudgetMillis <= 10_000,
                "answerBudgetMillis",
                answerBudgetMillis,
                "0 to 10000");
        require(wrapUpMillis >= 0, "wrapUpMillis", wrapUpMillis, "0 or more");
        require(previewMillis >= 0, "previewMillis", previewMillis, "0 or more");
        require(maxCallsInFlight >= 1, "maxCallsInFlight", maxCallsInFlight, "1 or more");
    }

    /** Settings without a shadow and without recordings. */
    public CampaignSettings(
            DialMode mode,
            double weight,
            double linesPerAgent,
            double abandonmentCap,
            int ringTimeoutMillis,
            int answerBudgetMillis,
            boolean machineDetection,
            MachineAction machineAction,
            OverflowAction overflow,
            int wrapUpMillis,
            int previewMillis,
            boolean previewForced,
            Means means,
            int maxCallsInFlight) {
        this(
                mode,
                weight,
                linesPerAgent,
                abandonmentCap,
                ringTimeoutMillis,
                answerBudgetMillis,
                machineDetection,
                machineAction,
                overflow,
                wrapUpMillis,
                previewMillis,
                previewForced,
                means,
                maxCallsInFlight,
                Optional.empty(),
                RecordingRule.NONE,
                false,
                QueueLimits.NONE);
    }

    /** The same beside which this shadow computes. */
    public CampaignSettings withShadow(ShadowSettings other) {
        return with(Optional.of(other), recording, forcedDisposition, queue);
    }

    /** The same with this rule for recordings. */
    public CampaignSettings withRecording(RecordingRule rule) {
        return with(shadow, rule, forcedDisposition, queue);
    }

    /** The same in which each call must be disposed of. */
    public CampaignSettings withForcedDisposition() {
        return with(shadow, recording, true, queue);
    }

    /** The same with these limits for callers. */
    public CampaignSettings withLimits(QueueLimits limits) {
        return with(shadow, recording, forcedDisposition, limits);
    }

    private CampaignSettings with(
            Optional<ShadowSettings> otherShadow, RecordingRule rule, boolean forced, QueueLimits limits) {
        return new CampaignSettings(
                mode,
                weight,
                linesPerAgent,
                abandonmentCap,
                ringTimeoutMillis,
                answerBudgetMillis,
                machineDetection,
                machineAction,
                overflow,
                wrapUpMillis,
                previewMillis,
                previewForced,
                means,
                maxCallsInFlight,
                otherShadow,
                rule,
                forced,
                limits);
    }

    /** The same for a queue of callers. */
    public CampaignSettings asQueue() {
        return new CampaignSettings(
                DialMode.INBOUND,
                weight,
                linesPerAgent,
                abandonmentCap,
                ringTimeoutMillis,
                answerBudgetMillis,
                false,
                machineAction,
                overflow,
                wrapUpMillis,
                previewMillis,
                previewForced,
                Means.NONE,
                maxCallsInFlight);
    }

    /** Whether leads are chosen by what they promise: the choice is between calls for a free agent and calls ahead, which only one mode makes. */
    public boolean choosesLeads() {
        return mode == DialMode.PREDICTIVE && means.choosesLeads();
    }

    static void require(boolean ok, String field, double value, String expected) {
        if (!ok) {
            throw new IllegalArgumentException("%s is %s, expected %s".formatted(field, value, expected));
        }
    }
}
