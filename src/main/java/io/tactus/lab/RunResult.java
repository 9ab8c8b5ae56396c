package io.tactus.lab;

/**
 * What one run gave.
 *
 * @param utilisation share of the logged-in time that agents talked or wrapped up, after the warm-up
 * @param abandonment abandoned calls among live answers, from the very beginning
 * @param liveAnswers live answers from the very beginning
 * @param waitSeconds mean time that an agent waited for a call
 * @param dialsPerConnect dials for each connected call
 */
record RunResult(
        double utilisation, double abandonment, long liveAnswers, double waitSeconds, double dialsPerConnect) {}
