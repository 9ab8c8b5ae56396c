package io.tactus.lab.peer;

import io.tactus.pacing.PacingDecision;
import io.tactus.pacing.PacingDecision.Reason;
import io.tactus.pacing.PacingPolicy;
import io.tactus.pacing.PacingView;

/**
 * How VICIdial places calls: every 2.5 s, as many as are missing to {@code round(level x agents)} active ones.
 *
 * <p>The agents are those ready or in a call; one in wrap-up is paused there and counts neither way, so that level 1 is the progressive rule on
 * a clock of 2.5 s. With "available only" the agents are those ready, and calls that are connected count as no active ones.
 *
 * <p>Source: {@code bin/AST_VDauto_dial.pl} and {@code bin/AST_VDadapt.pl}, ccabrerar/vicidial, commit 739c0ce2. Not modelled: several servers
 * that share a campaign, and agents of other campaigns. The drop clock is the scenario's answer budget (VICIdial's default is 5 s).
 */
public final class VicidialPolicy implements PacingPolicy {
    /** VICIdial's default for {@code adaptive_maximum_level}. */
    public static final double DEFAULT_MAXIMUM = 3.0;

    private static final long DIAL_MICROS = 2_500_000;

    private final Beat dial = new Beat(DIAL_MICROS);
    private final DialLevel level;
    private final boolean availableOnly;

    private VicidialPolicy(DialLevel level, boolean availableOnly) {
        this.level = level;
        this.availableOnly = availableOnly;
    }

    /** RATIO: a level that somebody has set. */
    public static VicidialPolicy ratio(double level) {
        return new VicidialPolicy(view -> level, false);
    }

    /** ADAPT_HARD_LIMIT: back to level 1 while over the limit. */
    public static VicidialPolicy hardLimit(double maximum) {
        return new VicidialPolicy(new AdaptiveLevel(maximum, AdaptiveLevel.OverLimit.HARD_LIMIT), false);
    }

    /** ADAPT_AVERAGE: the level is halved while over the limit. */
    public static VicidialPolicy average(double maximum) {
        return new VicidialPolicy(new AdaptiveLevel(maximum, AdaptiveLevel.OverLimit.AVERAGE), false);
    }

    /** ADAPT_TAPERED: the level is cut while over the limit, the more the later in the day. */
    public static VicidialPolicy tapered(double maximum) {
        return new VicidialPolicy(new AdaptiveLevel(maximum, AdaptiveLevel.OverLimit.TAPERED), false);
    }

    /** ADAPT_TAPERED with "available only tally". */
    public static VicidialPolicy availableOnly(double maximum) {
        return new VicidialPolicy(new AdaptiveLevel(maximum, AdaptiveLevel.OverLimit.TAPERED), true);
    }

    @Override
    public PacingDecision decide(PacingView view) {
        double now = level.at(view);
        if (!dial.due(view.nowMicros())) {
            return PacingDecision.LATER;
        }
        int launch = missing(view, now);
        level.placed(launch);
        return new PacingDecision(launch, Reason.RATIO);
    }

    private int missing(PacingView view, double now) {
        int open = view.callsInFlight() + view.callsUnserved();
        int talking = Talks.count(view);
        int agents = availableOnly ? view.freeAgents() : view.freeAgents() + talking;
        int active = availableOnly ? open : open + talking;
        return (int) Math.max(0, Math.round(now * agents) - active);
    }
}
