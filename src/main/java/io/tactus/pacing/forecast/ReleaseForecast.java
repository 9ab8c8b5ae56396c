package io.tactus.pacing.forecast;

/**
 * When busy agents will be free: how long talks and wrap-ups still last, by the rate at which they end at each age. Those under way count as
 * well, by the age that they have reached without ending, so that the short ones, which end first, do not deceive.
 *
 * <p>A talk of age a ends at the rate of its age class. An agent who talks is free within h when the talk ends after x and the wrap-up takes
 * no longer than h - x.
 */
public final class ReleaseForecast {
    private static final int HORIZONS = AnswerForecast.HORIZONS;
    /** Extra column of the wrap-up table: within the answer budget and a second. */
    private static final int SOON = HORIZONS;

    private final EndRates talk = new EndRates(new double[] {0, 5, 10, 20, 40, 80, 160, 320, 640}, 400, 1 / 150.0, 6);
    private final EndRates closing = new EndRates(EndRates.seconds(60), 200, 1 / 12.0, 0.5);
    private final EndRates wrapUp = new EndRates(EndRates.seconds(120), 400, 1 / 20.0, 0.2);
    private final double[][] talkFree = new double[talk.classes()][HORIZONS];
    private final double[][] closingFree = new double[closing.classes()][HORIZONS];
    private final double[][] wrapUpFree = new double[wrapUp.classes()][HORIZONS + 1];
    private final double[] freshWrapUp = new double[64];
    private boolean closingSeen;

    /** A talk ended at this age. */
    public void talkEnded(double seconds) {
        talk.ended(seconds);
    }

    /** A talk ended this long after the agent had said that it would. */
    public void closingEnded(double seconds) {
        closing.ended(seconds);
        closingSeen = true;
    }

    /** A wrap-up was broken off at this age, so that it did not end by itself. */
    public void wrapUpCut(double seconds) {
        wrapUp.cut(seconds);
    }

    /** A wrap-up ended at this age. */
    public void wrapUpEnded(double seconds) {
        wrapUp.ended(seconds);
    }

    void keep(ForecastMemory.Writer memory) {
        talk.keep("releases.talk", memory);
        wrapUp.keep("releases.wrapUp", memory);
        if (closingSeen) {
            closing.keep("releases.closing", memory);
        }
    }

    void recall(ForecastMemory memory) {
        talk.recall("releases.talk", memory);
        wrapUp.recall("releases.wrapUp", memory);
        closing.recall("releases.closing", memory);
    }

    /** Begins a new look at those who are busy; follow with {@link #busy} for each, then {@link #prepare}. */
    public void begin() {
        talk.beginOpen();
        closing.beginOpen();
        wrapUp.beginOpen();
    }

    /** An agent who is in this phase since so long. */
    public void busy(WorkPhase phase, double ageSeconds) {
        switch (phase) {
            case TALK -> talk.open(ageSeconds);
            case CLOSING -> {
                closing.open(ageSeconds);
                closingSeen = true;
            }
            case WRAP_UP -> wrapUp.open(ageSeconds);
        }
    }

    /** Makes the tables anew. @param graceSeconds how long an answered call waits for an agent */
    public void prepare(AnswerForecast answers, double graceSeconds) {
        talk.refresh();
        closing.refresh();
        wrapUp.refresh();
        for (int i = 0; i < freshWrapUp.length; i++) {
            freshWrapUp[i] = wrapUp.endsWithin(0, i + 0.5);
        }
        for (int k = 0; k < HORIZONS; k++) {
            double within = answers.horizonSeconds(k) + graceSeconds;
            for (int c = 0; c < talkFree.length; c++) {
                talkFree[c][k] = freeAfterTalk(talk.rate(c), within);
            }
            for (int c = 0; closingSeen && c < closingFree.length; c++) {
                closingFree[c][k] = freeAfterClosing(c, within);
            }
            for (int c = 0; c < wrapUpFree.length; c++) {
                wrapUpFree[c][k] = wrapUp.endsWithin(wrapUp.middle(c), within);
            }
        }
        for (int c = 0; c < wrapUpFree.length; c++) {
            wrapUpFree[c][SOON] = wrapUp.endsWithin(wrapUp.middle(c), graceSeconds + 1);
        }
    }

    /** Sum over seconds x of P(talk ends in second x) P(wrap-up takes no longer than the rest). */
    private double freeAfterTalk(double rate, double within) {
        double sum = 0;
        int last = Math.min(freshWrapUp.length, (int) within);
        for (int x = 0; x < last; x++) {
            sum += (StrictMath.exp(-rate * x) - StrictMath.exp(-rate * (x + 1))) * freshWrapUp[last - 1 - x];
        }
        return sum;
    }

    /** The same for a talk of which the agent has said that it ends, {@code c} seconds after that word. */
    private double freeAfterClosing(int c, double within) {
        double sum = 0;
        int last = Math.min(freshWrapUp.length, (int) within);
        for (int x = 0; x < last; x++) {
            double endsThen = closing.endsWithin(c + 0.5, x + 1) - closing.endsWithin(c + 0.5, x);
            sum += endsThen * freshWrapUp[last - 1 - x];
        }
        return sum;
    }

    /** Probability that an agent who is in this phase since so long is free in time for a call answered at horizon k. */
    public double free(WorkPhase phase, int k, double ageSeconds) {
        return switch (phase) {
            case TALK -> talkFree[talk.classOf(ageSeconds)][k];
            case CLOSING -> closingFree[closing.classOf(ageSeconds)][k];
            case WRAP_UP -> wrapUpFree[wrapUp.classOf(ageSeconds)][k];
        };
    }

    /** Probability that the wrap-up ends within the answer budget and a second from now. */
    public double freeSoon(double ageSeconds) {
        return wrapUpFree[wrapUp.classOf(ageSeconds)][SOON];
    }
}
