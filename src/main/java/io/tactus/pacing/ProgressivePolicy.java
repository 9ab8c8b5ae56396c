package io.tactus.pacing;

import io.tactus.pacing.PacingDecision.Reason;

/** One call for each free agent whom no caller wants; a person who answers always finds one. */
public final class ProgressivePolicy implements PacingPolicy {
    @Override
    public PacingDecision decide(PacingView view) {
        int free = view.freeAgents() - (int) Math.ceil(view.callersWaiting());
        if (free <= 0) {
            return PacingDecision.none(Reason.NO_FREE_AGENT);
        }
        int launch = free - view.callsInFlight() - view.callsUnserved();
        return launch > 0 ? new PacingDecision(launch, Reason.FREE_AGENTS) : PacingDecision.none(Reason.ALL_COVERED);
    }
}
