package io.tactus.lab.peer;

import io.tactus.pacing.PacingDecision;
import io.tactus.pacing.PacingDecision.Reason;
import io.tactus.pacing.PacingPolicy;
import io.tactus.pacing.PacingView;

/**
 * A fixed number of lines, with no look at the abandoned calls: the rules that every dialer with a "lines per agent" setting has. Unlike VICIdial's,
 * they act at every change. Whoever sets the level answers for the abandonment.
 */
public final class LinesPolicy implements PacingPolicy {
    private final double level;
    private final boolean freeOnly;

    private LinesPolicy(double level, boolean freeOnly) {
        this.level = level;
        this.freeOnly = freeOnly;
    }

    /** {@code floor(level x agents free or in a call)} lines, talks included. */
    public static LinesPolicy perAgent(double level) {
        return new LinesPolicy(level, false);
    }

    /** {@code floor(level x free agents)} lines, talks not included; none while nobody is free. */
    public static LinesPolicy perFreeAgent(double level) {
        return new LinesPolicy(level, true);
    }

    @Override
    public PacingDecision decide(PacingView view) {
        int talking = freeOnly ? 0 : Talks.count(view);
        int lines = (int) Math.floor(level * (view.freeAgents() + talking) + 1e-9);
        int launch = lines - talking - view.callsInFlight() - view.callsUnserved();
        return launch > 0 ? new PacingDecision(launch, Reason.RATIO) : PacingDecision.none(Reason.ALL_COVERED);
    }
}
