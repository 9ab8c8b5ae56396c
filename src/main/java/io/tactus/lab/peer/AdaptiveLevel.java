package io.tactus.lab.peer;

import io.tactus.pacing.PacingView;

/**
 * VICIdial's adaptive dial level. Each second it looks at the agents who are ready and the people who wait; every 15 s
 *
 * <pre>level x= 1 + (mean ready - mean waiting) / mean logged in        within [1, maximum]</pre>
 *
 * <p>with intensity and "dial level difference target" at their defaults of 0. The level is halved when more than 20 calls were placed in
 * the last minute and more than half of those answered were dropped; it is cut by the rule {@link OverLimit} on each of the 15 s as long as more than 50 calls were placed
 * and the drops among the answers are over the limit; the cuts come after the bounds. Both shares are refreshed every 60 s.
 *
 * <p>Source: {@code bin/AST_VDadapt.pl}, ccabrerar/vicidial, commit 739c0ce2. The day ends with the measuring period; without an end it has 8 hours.
 */
final class AdaptiveLevel implements DialLevel {
    /** What happens to the level when the drops are over the limit. */
    enum OverLimit {
        /** Level 1. */
        HARD_LIMIT,
        /** Half of it. */
        AVERAGE,
        /** Level x (HHMM left of the day) / 1000. */
        TAPERED
    }

    private static final long SECOND = 1_000_000;
    private static final long DAY_HOURS = 8;
    private static final int CALLS_TODAY = 50;
    private static final int CALLS_ONE_MINUTE = 20;

    private final double maximum;
    private final OverLimit overLimit;
    private final Beat pass = new Beat(SECOND);
    private final Beat adapt = new Beat(15 * SECOND);
    private final Beat refresh = new Beat(60 * SECOND);
    private double level = 1;
    private double ready;
    private double waiting;
    private double loggedIn;
    private int passes;
    private long firstMicros;
    private long placed;
    private long placedBefore;
    private long answersBefore;
    private long dropsBefore;
    private double dropShare;
    private boolean enoughToday;
    private boolean minuteWentWrong;

    AdaptiveLevel(double maximum, OverLimit overLimit) {
        if (maximum < 1) {
            throw new IllegalArgumentException("the highest dial level is " + maximum + ", expected 1 or more");
        }
        this.maximum = maximum;
        this.overLimit = overLimit;
    }

    @Override
    public void placed(int calls) {
        placed += calls;
    }

    @Override
    public double at(PacingView view) {
        if (firstMicros == 0) {
            firstMicros = view.nowMicros();
            adapt.due(firstMicros);
            refresh.due(firstMicros);
        }
        if (pass.due(view.nowMicros())) {
            ready += view.freeAgents();
            waiting += view.callsWaiting();
            loggedIn += view.loggedInAgents();
            passes++;
        }
        if (refresh.due(view.nowMicros())) {
            countDrops(view);
        }
        if (adapt.due(view.nowMicros()) && passes > 0) {
            adapt(view);
        }
        return level;
    }

    private void countDrops(PacingView view) {
        long answers = view.liveAnswers() - answersBefore;
        long drops = view.abandoned() - dropsBefore;
        minuteWentWrong = placed - placedBefore > CALLS_ONE_MINUTE && drops * 2 > answers;
        enoughToday = placed > CALLS_TODAY;
        dropShare = view.liveAnswers() == 0 ? 0 : view.abandoned() / (double) view.liveAnswers();
        placedBefore = placed;
        answersBefore = view.liveAnswers();
        dropsBefore = view.abandoned();
    }

    private void adapt(PacingView view) {
        if (loggedIn > 0) {
            level *= 1 + (ready - waiting) / loggedIn;
        }
        level = Math.clamp(level, 1, maximum);
        ready = 0;
        waiting = 0;
        loggedIn = 0;
        passes = 0;
        if (minuteWentWrong) {
            level /= 2;
        }
        if (enoughToday && dropShare > view.abandonmentCap()) {
            level = switch (overLimit) {
                case HARD_LIMIT -> 1;
                case AVERAGE -> level / 2;
                case TAPERED -> level * Math.min(1, hoursAndMinutesLeft(view) / 1000.0);
            };
        }
        level = Math.max(1, level);
    }

    /** 7 hours and 30 minutes are 730, as the script reads its clock. */
    private long hoursAndMinutesLeft(PacingView view) {
        long ends = view.periodEndsMicros() == Long.MAX_VALUE
                ? firstMicros + DAY_HOURS * 3600 * SECOND
                : view.periodEndsMicros();
        long minutes = Math.max(0, ends - view.nowMicros()) / (60 * SECOND);
        return minutes / 60 * 100 + minutes % 60;
    }
}
