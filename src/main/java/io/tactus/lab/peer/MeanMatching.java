package io.tactus.lab.peer;

import io.tactus.pacing.PacingDecision;
import io.tactus.pacing.PacingPolicy;
import io.tactus.pacing.PacingView;

/**
 * Mean matching in a window, in the style of EIS (US patent 5,640,445, expired): expected agents are the idle ones and, of each busy one, the
 * probability that the call ends within W given its age; calls are placed so that expected answers match expected agents. W is stretched
 * or shrunk by the ratio of the allowed to the actual abandonment.
 *
 * <p>How W follows is not published: here {@code 10 s x (allowed / actual)^8} by the day's share, between 0.1 and 60 s, set anew every 30 s. (Steps up and down
 * by a tenth, tried first, made large teams oscillate.) Means alone know no small team: with W at
 * its least the rule still dials 1 / p calls for each idle agent, so on small teams it breaks any cap.
 */
public final class MeanMatching implements PacingPolicy {
    private static final long LOOK_MICROS = 250_000;
    private static final long STRETCH_MICROS = 30_000_000;
    private static final double USUAL_SECONDS = 10;
    private static final double STEEPNESS = 8;
    private static final double LEAST_SECONDS = 0.1;
    private static final double MOST_SECONDS = 60;

    private final HandlingTimes times = new HandlingTimes();
    private final Expected expected = new Expected();
    private final Beat look = new Beat(LOOK_MICROS);
    private final Beat stretch = new Beat(STRETCH_MICROS);
    private double windowSeconds = USUAL_SECONDS;

    @Override
    public PacingDecision decide(PacingView view) {
        times.look(view);
        if (!look.due(view.nowMicros())) {
            return PacingDecision.LATER;
        }
        if (stretch.due(view.nowMicros()) && view.liveAnswers() > 0) {
            stretch(view);
        }
        double[] agents = {view.freeAgents()};
        times.eachAge(view.nowMicros(), age -> agents[0] += times.endsWithin(age, windowSeconds));
        return expected.match(view, agents[0]);
    }

    private void stretch(PacingView view) {
        double actual = Math.max(1e-3, view.abandoned() / (double) view.liveAnswers());
        windowSeconds = Math.clamp(
                USUAL_SECONDS * Math.pow(view.abandonmentCap() / actual, STEEPNESS), LEAST_SECONDS, MOST_SECONDS);
    }

    /** The window as it stands. */
    double windowSeconds() {
        return windowSeconds;
    }
}
