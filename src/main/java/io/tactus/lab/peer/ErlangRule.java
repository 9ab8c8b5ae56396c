package io.tactus.lab.peer;

import io.tactus.pacing.PacingDecision;
import io.tactus.pacing.PacingPolicy;
import io.tactus.pacing.PacingView;

/**
 * The "Erlang" rule of simple predictive dialers: a busy agent counts as free once {@code 1 - exp(-t / mean) >= level}, with t the time that the call
 * lasts already; calls are placed so that as many answers are expected as agents count as free. It takes exponential calls to end the sooner the
 * older they are, which they do not.
 *
 * <p>Nothing holds it under the cap but the level. Mean and answer rate are learnt.
 */
public final class ErlangRule implements PacingPolicy {
    private static final long LOOK_MICROS = 250_000;

    private final HandlingTimes times = new HandlingTimes();
    private final Expected expected = new Expected();
    private final Beat beat = new Beat(LOOK_MICROS);
    private final double level;

    /** @param level probability from which on a busy agent counts as free; above 0, below 1 */
    public ErlangRule(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("the Erlang rule's level is " + level + ", expected 0 < level < 1");
        }
        this.level = level;
    }

    @Override
    public PacingDecision decide(PacingView view) {
        times.look(view);
        if (!beat.due(view.nowMicros())) {
            return PacingDecision.LATER;
        }
        double mean = times.meanSeconds();
        int[] agents = {view.freeAgents()};
        times.eachAge(view.nowMicros(), age -> agents[0] += -Math.expm1(-age / mean) >= level ? 1 : 0);
        return expected.match(view, agents[0]);
    }
}
