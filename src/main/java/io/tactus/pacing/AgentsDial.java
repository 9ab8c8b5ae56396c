package io.tactus.pacing;

/** Manual and preview: agents start the calls; the policy launches none. */
public final class AgentsDial implements PacingPolicy {
    @Override
    public PacingDecision decide(PacingView view) {
        return PacingDecision.none(PacingDecision.Reason.AGENTS_DIAL);
    }
}
