package io.tactus.sim.ledger;

import java.time.Duration;
import java.util.Map;

/**
 * Figures of the simulated world at one moment.
 *
 * @param originates dials that were accepted, agents' legs included
 * @param duplicates originates refused because their channel id still lived
 * @param answers calls that a person or a machine answered
 * @param agentLegs agents' phones that answered
 * @param bridges calls connected to an agent
 * @param channels channels alive now
 * @param byBehaviour dials by what became of them: person, machine, ringout, busy, invalid, congestion, rejected, phone
 * @param answerToBridge from the moment a call was parked after its answer to the Bridge action, wall-clock time
 */
public record Statistics(
        long originates,
        long duplicates,
        long answers,
        long agentLegs,
        long bridges,
        int channels,
        Map<String, Long> byBehaviour,
        Latencies answerToBridge) {

    /** Percentiles of a latency; zero when there was none. */
    public record Latencies(long count, Duration median, Duration p99, Duration worst) {}
}
