package io.tactus.sim.world;

import java.time.Duration;

/**
 * How the people and machines of the simulated world behave. {@link #reference} is the world in which pacing laws are compared.
 *
 * @param liveProbability share of dials that a person answers, given time enough
 * @param refusedShare share of the other dials that the network refuses fast
 * @param machineShare share of the other dials that a machine answers; what is left rings out
 * @param ringsAfter post-dial delay: from the dial to the first ringing
 * @param answerOffset least time from the dial to a person's answer
 * @param answerMean mean time from the offset to a person's answer
 * @param answerDeviation its standard deviation
 * @param answerLatest a person who has not answered by then does not answer
 * @param machineMedian median time from the dial to a machine's answer
 * @param talkMean mean length of a conversation, log-normal
 * @param talkSigma standard deviation of the logarithm of the length of a conversation
 * @param patienceMedian median of the silence that a person bears before hanging up
 * @param leavesHangupShare share of persons who leave the hanging up to the agent
 * @param detector how machine detection errs
 * @param machinesTurnedAway whether the network knows machines and ends their calls instead of connecting them
 */
public record PopulationSettings(
        double liveProbability,
        double refusedShare,
        double machineShare,
        Duration ringsAfter,
        Duration answerOffset,
        Duration answerMean,
        Duration answerDeviation,
        Duration answerLatest,
        Duration machineMedian,
        Duration talkMean,
        double talkSigma,
        Duration patienceMedian,
        double leavesHangupShare,
        DetectorSettings detector,
        boolean machinesTurnedAway) {

    /** Fails fast on shares that are no shares. */
    public PopulationSettings {
        requireShare("live probability", liveProbability);
        requireShare("refused share", refusedShare);
        requireShare("machine share", machineShare);
        requireShare("refused share + machine share", refusedShare + machineShare);
        requireShare("share that leaves hanging up to the agent", leavesHangupShare);
    }

    /** The reference world: 15 % of the dead dials refused, 45 % machines, 40 % ring out; talk 120 s on average. */
    public static PopulationSettings reference(double liveProbability) {
        return new PopulationSettings(
                liveProbability,
                0.15,
                0.45,
                Duration.ofMillis(1500),
                Duration.ofSeconds(2),
                Duration.ofSeconds(8),
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                Duration.ofSeconds(17),
                Duration.ofSeconds(120),
                0.9,
                Duration.ofSeconds(6),
                0.2,
                DetectorSettings.usual(),
                false);
    }

    /** The same world with another mean length of a conversation. */
    public PopulationSettings withTalkMean(Duration mean) {
        return with(refusedShare, machineShare, answerMean, answerDeviation, mean, leavesHangupShare, detector);
    }

    /** The same world with another spread of the length of a conversation. */
    public PopulationSettings withTalkSigma(double sigma) {
        return new PopulationSettings(
                liveProbability,
                refusedShare,
                machineShare,
                ringsAfter,
                answerOffset,
                answerMean,
                answerDeviation,
                answerLatest,
                machineMedian,
                talkMean,
                sigma,
                patienceMedian,
                leavesHangupShare,
                detector,
                machinesTurnedAway);
    }

    /** The same world with people who bear another silence. */
    public PopulationSettings withPatience(Duration median) {
        return new PopulationSettings(
                liveProbability,
                refusedShare,
                machineShare,
                ringsAfter,
                answerOffset,
                answerMean,
                answerDeviation,
                answerLatest,
                machineMedian,
                talkMean,
                talkSigma,
                median,
                leavesHangupShare,
                detector,
                machinesTurnedAway);
    }

    /** The same world, but a call that a machine would answer ends in that moment, as if declined. */
    public PopulationSettings withMachinesTurnedAway() {
        return new PopulationSettings(
                liveProbability,
                refusedShare,
                machineShare,
                ringsAfter,
                answerOffset,
                answerMean,
                answerDeviation,
                answerLatest,
                machineMedian,
                talkMean,
                talkSigma,
                patienceMedian,
                leavesHangupShare,
                detector,
                true);
    }

    /** The same world with another machine detector. */
    public PopulationSettings withDetector(DetectorSettings other) {
        return with(refusedShare, machineShare, answerMean, answerDeviation, talkMean, leavesHangupShare, other);
    }

    /** The same world with other shares of the dials that no person answers; the rest rings out. */
    public PopulationSettings withUnanswered(double refused, double machines) {
        return with(refused, machines, answerMean, answerDeviation, talkMean, leavesHangupShare, detector);
    }

    /** The same world with people who answer after another time. */
    public PopulationSettings withAnswerAfter(Duration mean, Duration deviation) {
        return with(refusedShare, machineShare, mean, deviation, talkMean, leavesHangupShare, detector);
    }

    /** The same world with another share of people who leave the hanging up to the agent. */
    public PopulationSettings withHangupsLeft(double share) {
        return with(refusedShare, machineShare, answerMean, answerDeviation, talkMean, share, detector);
    }

    private PopulationSettings with(
            double refused,
            double machines,
            Duration answer,
            Duration deviation,
            Duration talk,
            double hangupsLeft,
            DetectorSettings detection) {
        return new PopulationSettings(
                liveProbability,
                refused,
                machines,
                ringsAfter,
                answerOffset,
                answer,
                deviation,
                answerLatest,
                machineMedian,
                talk,
                talkSigma,
                patienceMedian,
                hangupsLeft,
                detection,
                machinesTurnedAway);
    }

    static void requireShare(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("The " + name + " must lie between 0 and 1, got " + value);
        }
    }
}
