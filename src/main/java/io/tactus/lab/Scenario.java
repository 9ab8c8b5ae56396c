package io.tactus.lab;

import java.time.Duration;
import java.util.List;

/**
 * One world for one campaign.
 *
 * @param agents agents who are logged in all the time
 * @param answerRates probability that a dial is answered by a person: one after another in equal parts of the run
 * @param talkMean mean talk
 * @param talkSigma sigma of the logarithm of the talk
 * @param wrapUpMean mean wrap-up
 * @param wrapUpVariation coefficient of variation of the wrap-up
 * @param ringTimeout when an unanswered call is given up
 * @param cap highest share of abandoned calls among live answers
 * @param releaseRung when ringing calls that nobody could take are given up; zero for never
 * @param warmUp time at the beginning that counts for the cap but not for the utilisation
 * @param length the whole run
 */
record Scenario(
        int agents,
        List<Double> answerRates,
        Duration talkMean,
        double talkSigma,
        Duration wrapUpMean,
        double wrapUpVariation,
        Duration ringTimeout,
        double cap,
        Duration releaseRung,
        Duration warmUp,
        Duration length) {

    /** Highest share of abandoned calls in the reference world. */
    static final double REFERENCE_CAP = 0.03;

    Scenario {
        answerRates = List.copyOf(answerRates);
    }

    /** The reference world: talk log-normal with sigma 0.9, wrap-up log-normal of 22 s and variation 0.4, rings for 25 s, cap 3 %. */
    static Scenario reference(int agents, double answerRate, Duration talk, Duration warmUp, Duration length) {
        return new Scenario(
                agents,
                List.of(answerRate),
                talk,
                0.9,
                Duration.ofSeconds(22),
                0.4,
                Duration.ofSeconds(25),
                REFERENCE_CAP,
                Duration.ZERO,
                warmUp,
                length);
    }

    Scenario withReleaseRung(Duration after) {
        return new Scenario(
                agents,
                answerRates,
                talkMean,
                talkSigma,
                wrapUpMean,
                wrapUpVariation,
                ringTimeout,
                cap,
                after,
                warmUp,
                length);
    }

    Scenario withAnswerRates(List<Double> rates) {
        return new Scenario(
                agents,
                rates,
                talkMean,
                talkSigma,
                wrapUpMean,
                wrapUpVariation,
                ringTimeout,
                cap,
                releaseRung,
                warmUp,
                length);
    }
}
