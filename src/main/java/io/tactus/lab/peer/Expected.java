package io.tactus.lab.peer;

import io.tactus.pacing.PacingDecision;
import io.tactus.pacing.PacingDecision.Reason;
import io.tactus.pacing.PacingView;
import io.tactus.pacing.forecast.AnswerForecast;

/**
 * Calls whose expected answers match expected agents, for rules that know means only. A call in flight counts with the probability that it is still
 * answered at its age. For the first ten minutes there is one call for each free agent: the first dials to end are the refused ones, and an answer
 * rate from those alone would be far too low.
 */
final class Expected {
    private static final int MOST_AT_ONCE = 500;
    private static final long LEARNING_MICROS = 600_000_000;

    private long firstMicros;

    /** Calls to place for so many agents, those expected included. */
    PacingDecision match(PacingView view, double agents) {
        if (firstMicros == 0) {
            firstMicros = view.nowMicros();
        }
        if (view.nowMicros() - firstMicros < LEARNING_MICROS) {
            int free = view.freeAgents() - view.callsInFlight() - view.callsUnserved();
            return new PacingDecision(Math.max(0, free), Reason.LEARNING);
        }
        AnswerForecast answers = view.forecast().answers;
        double rate = answers.share();
        double[] expected = {view.callsUnserved()};
        view.eachCallInFlight((id, launchedMicros, ringingMicros, promise) -> expected[0] +=
                answers.probability(AnswerForecast.HORIZONS, (view.nowMicros() - launchedMicros) / 1e6, rate));
        int launch = (int) Math.clamp(Math.floor((agents - expected[0]) / rate + 1e-9), 0, MOST_AT_ONCE);
        return launch > 0 ? new PacingDecision(launch, Reason.AHEAD) : PacingDecision.none(Reason.ALL_COVERED);
    }
}
