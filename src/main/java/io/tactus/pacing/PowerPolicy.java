package io.tactus.pacing;

import io.tactus.pacing.PacingDecision.Reason;

/**
 * A fixed number of lines per free agent, held under the abandonment cap by counting the worst case: a call is launched only
 * if the cap would hold even when every call on its way were answered at once and every one without an agent abandoned.
 *
 * <p>With D abandoned of A live answers (persons taken for machines counted in both), T of the A still in talk, cap c, F free agents whom no caller wants and n calls on
 * their way (unserved ones included), the policy keeps {@code D + max(0, n - F) <= c (A - T)}. A - T never shrinks: whom an agent hears to be a
 * machine leaves both. F shrinks only by taking one of the n, or by an agent who leaves, which the floor defers until the calls launched before
 * have resolved; so D never exceeds c A by the policy's own doing.
 */
public final class PowerPolicy implements PacingPolicy {
    @Override
    public PacingDecision decide(PacingView view) {
        int free = view.freeAgents() - (int) Math.ceil(view.callersWaiting());
        if (free <= 0) {
            return PacingDecision.none(Reason.NO_FREE_AGENT);
        }
        int under = view.callsInFlight() + view.callsUnserved();
        int wanted = (int) Math.floor(free * view.linesPerAgent()) - under;
        if (wanted <= 0) {
            return PacingDecision.none(Reason.ALL_COVERED);
        }
        double missed = view.missedPersons();
        double certain = view.liveAnswers() - view.answersInTalk() + missed;
        long bank = (long) Math.floor(view.abandonmentCap() * certain - missed + 1e-9)
                - view.abandoned()
                - view.excessElsewhere();
        long allowed = free + Math.max(0, bank) - under;
        if (allowed >= wanted) {
            return new PacingDecision(wanted, Reason.RATIO);
        }
        return new PacingDecision((int) Math.max(0, allowed), Reason.ABANDONMENT_CAP);
    }
}
