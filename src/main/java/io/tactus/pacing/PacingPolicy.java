package io.tactus.pacing;

/** Decides how many calls to launch now. Called at every change of a campaign's state and at each tick. */
@FunctionalInterface
public interface PacingPolicy {
    /** Must answer at once, from the view alone. */
    PacingDecision decide(PacingView view);
}
