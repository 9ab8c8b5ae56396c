package io.tactus.pacing.forecast;

import io.tactus.pacing.forecast.Paces.Pace;

/**
 * When busy agents will be free: how long talks and wrap-ups still last, by the rate at which they end at each age. Those under way count as
 * well, by the age that they have reached without ending, so that the short ones, which end first, do not deceive.
 *
 * <p>A talk of age a ends at the rate of its age class. An agent who talks is free within h when the talk ends after x and the wrap-up takes
 * no longer than h - x. Agents differ: the time of one whose durations are {@link Paces} times the usual ones runs that much slower (accelerated life).
 */
public final class ReleaseForecast {
    /** Column of a row of {@link #free} behind the horizons: within the answer budget and a second. */
    public static final int SOON = AnswerForecast.HORIZONS;

    private static final int HORIZONS = AnswerForecast.HORIZONS;
    private static final int CLOSING_SECONDS = 60;
    private static final int WRAP_UP_SECONDS = 120;
    /** Longest look ahead of an agent in the fastest pace. */
    private static final int LOOK_AHEAD_SECONDS = 180;

    private final EndRates talk = new EndRates(new double[] {0, 5, 10, 20, 40, 80, 160, 320, 640}, 400, 1 / 150.0, 6);
    private final EndRates closing = new EndRates(EndRates.seconds(CLOSING_SECONDS), 200, 1 / 12.0, 0.5);
    private final EndRates wrapUp = new EndRates(EndRates.seconds(WRAP_UP_SECONDS), 400, 1 / 20.0, 0.2);
    private final Survival closingLasts = new Survival(CLOSING_SECONDS + LOOK_AHEAD_SECONDS);
    private final Survival wrapUpLasts = new Survival(WRAP_UP_SECONDS + LOOK_AHEAD_SECONDS);
    private final Paces talkPaces = new Paces();
    private final Paces wrapUpPaces = new Paces();

    private final double[] within = new double[HORIZONS + 1];
    private final double[][][] talkFree = new double[Pace.STEPS][talk.classes()][HORIZONS + 1];
    private final double[][] closingFree = new double[closing.classes()][HORIZONS + 1];
    private final double[][][] wrapUpFree = new double[Pace.STEPS][wrapUp.classes()][HORIZONS + 1];
    private final double[] freshWrapUp = new double[64];
    private final boolean[] talkReady = new boolean[Pace.STEPS];
    private final boolean[] wrapUpReady = new boolean[Pace.STEPS];
    private boolean closingSeen;

    /** A talk of this agent ended at this age. */
    public void talkEnded(long agentId, double seconds) {
        talk.ended(seconds / talkPaces.of(agentId).factor());
        talkPaces.ended(agentId, seconds);
    }

    /** A talk ended this long after the agent had said that it would. */
    public void closingEnded(double seconds) {
        closing.ended(seconds);
        closingSeen = true;
    }

    /** A wrap-up of this agent was broken off at this age, so that it did not end by itself. */
    public void wrapUpCut(long agentId, double seconds) {
        wrapUp.cut(seconds / wrapUpPaces.of(agentId).factor());
    }

    /** A wrap-up of this agent ended at this age. */
    public void wrapUpEnded(long agentId, double seconds) {
        wrapUp.ended(seconds / wrapUpPaces.of(agentId).factor());
        wrapUpPaces.ended(agentId, seconds);
    }

    void keep(ForecastMemory.Writer memory) {
        talk.keep("releases.talk", memory);
        wrapUp.keep("releases.wrapUp", memory);
        talkPaces.keep("releases.talkPaces", memory);
        wrapUpPaces.keep("releases.wrapUpPaces", memory);
        if (closingSeen) {
            closing.keep("releases.closing", memory);
        }
    }

    void recall(ForecastMemory memory) {
        talk.recall("releases.talk", memory);
        wrapUp.recall("releases.wrapUp", memory);
        talkPaces.recall("releases.talkPaces", memory);
        wrapUpPaces.recall("releases.wrapUpPaces", memory);
        closing.recall("releases.closing", memory);
    }

    /** Begins a new look at those who are busy; follow with {@link #busy} for each, then {@link #prepare}. */
    public void begin() {
        talk.beginOpen();
        closing.beginOpen();
        wrapUp.beginOpen();
    }

    /** An agent who is in this phase since so long. */
    public void busy(long agentId, WorkPhase phase, double ageSeconds) {
        switch (phase) {
            case TALK -> talk.open(ageSeconds / talkPaces.of(agentId).factor());
            case CLOSING -> {
                closing.open(ageSeconds);
                closingSeen = true;
            }
            case WRAP_UP -> wrapUp.open(ageSeconds / wrapUpPaces.of(agentId).factor());
        }
    }

    /** Makes the tables anew; those of a pace when an agent of this pace is first looked at. @param graceSeconds how long an answered call waits for an agent */
    public void prepare(AnswerForecast answers, double graceSeconds) {
        talk.refresh();
        closing.refresh();
        wrapUp.refresh();
        closingLasts.refresh(closing);
        wrapUpLasts.refresh(wrapUp);
        for (int k = 0; k < HORIZONS; k++) {
            within[k] = answers.horizonSeconds(k) + graceSeconds;
        }
        within[SOON] = graceSeconds + 1;
        for (int i = 0; i < freshWrapUp.length; i++) {
            freshWrapUp[i] = wrapUpLasts.endsWithin(0, i + 0.5);
        }
        for (int p = 0; p < Pace.STEPS; p++) {
            talkReady[p] = false;
            wrapUpReady[p] = false;
        }
        for (int c = 0; closingSeen && c < closingFree.length; c++) {
            for (int k = 0; k <= HORIZONS; k++) {
                closingFree[c][k] = freeAfterClosing(c, within[k]);
            }
        }
    }

    /** Sum over seconds x of P(talk ends in second x) P(wrap-up takes no longer than the rest). @param lasts share of talks that last a second more */
    private double freeAfterTalk(double lasts, double within) {
        double sum = 0;
        double alive = 1;
        int last = Math.min(freshWrapUp.length, (int) within);
        for (int x = 0; x < last; x++) {
            double aliveNext = alive * lasts;
            sum += (alive - aliveNext) * freshWrapUp[last - 1 - x];
            alive = aliveNext;
        }
        return sum;
    }

    /** The same for a talk of which the agent has said that it ends, {@code c} seconds after that word. */
    private double freeAfterClosing(int c, double within) {
        double sum = 0;
        double ended = 0;
        int last = Math.min(freshWrapUp.length, (int) within);
        for (int x = 0; x < last; x++) {
            double endedNext = closingLasts.endsWithin(c + 0.5, x + 1);
            sum += (endedNext - ended) * freshWrapUp[last - 1 - x];
            ended = endedNext;
        }
        return sum;
    }

    /**
     * Probabilities that an agent who is in this phase since so long is free in time for a call answered at each horizon, and ({@link #SOON}) within the answer
     * budget and a second from now. The row is the forecast's own: read it before the next {@link #prepare}.
     */
    public double[] free(long agentId, WorkPhase phase, double ageSeconds) {
        return switch (phase) {
            case TALK -> {
                Pace pace = talkPaces.of(agentId);
                yield talkRows(pace.step())[talk.classOf(ageSeconds / pace.factor())];
            }
            case CLOSING -> closingFree[Math.min((int) ageSeconds, CLOSING_SECONDS - 1)];
            case WRAP_UP -> {
                Pace pace = wrapUpPaces.of(agentId);
                yield wrapUpRows(pace.step())[Math.min((int) (ageSeconds / pace.factor()), WRAP_UP_SECONDS - 1)];
            }
        };
    }

    private double[][] talkRows(int step) {
        double[][] rows = talkFree[step];
        if (!talkReady[step]) {
            talkReady[step] = true;
            double pace = Pace.factorOf(step);
            for (int c = 0; c < rows.length; c++) {
                double lasts = StrictMath.exp(-talk.rate(c) / pace);
                for (int k = 0; k <= HORIZONS; k++) {
                    rows[c][k] = freeAfterTalk(lasts, within[k]);
                }
            }
        }
        return rows;
    }

    private double[][] wrapUpRows(int step) {
        double[][] rows = wrapUpFree[step];
        if (!wrapUpReady[step]) {
            wrapUpReady[step] = true;
            double pace = Pace.factorOf(step);
            for (int c = 0; c < rows.length; c++) {
                for (int k = 0; k <= HORIZONS; k++) {
                    rows[c][k] = wrapUpLasts.endsWithin(c + 0.5, within[k] / pace);
                }
            }
        }
        return rows;
    }
}
