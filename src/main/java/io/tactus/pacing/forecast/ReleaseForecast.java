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
    private final EndRates wrapUp = new EndRates(EndRates.seconds(120), 400, 1 / 20.0, 0.2);
    private final double[][] talkFree = new double[talk.classes()][HORIZONS];
    private final double[][] wrapUpFree = new double[wrapUp.classes()][HORIZONS + 1];
    private final double[] freshWrapUp = new double[64];

    /** A talk ended at this age. */
    public void talkEnded(double seconds) {
        talk.ended(seconds);
    }

    /** A wrap-up ended at this age. */
    public void wrapUpEnded(double seconds) {
        wrapUp.ended(seconds);
    }

    void keep(ForecastMemory.Writer memory) {
        talk.keep("releases.talk", memory);
        wrapUp.keep("releases.wrapUp", memory);
    }

    void recall(ForecastMemory memory) {
        talk.recall("releases.talk", memory);
        wrapUp.recall("releases.wrapUp", memory);
    }

    /** Begins a new look at those who are busy; follow with {@link #busy} for each, then {@link #prepare}. */
    public void begin() {
        talk.beginOpen();
        wrapUp.beginOpen();
    }

    /** An agent who talks or wraps up since so long. */
    public void busy(boolean talking, double ageSeconds) {
        (talking ? talk : wrapUp).open(ageSeconds);
    }

    /** Makes the tables anew. @param graceSeconds how long an answered call waits for an agent */
    public void prepare(AnswerForecast answers, double graceSeconds) {
        talk.refresh();
        wrapUp.refresh();
        for (int i = 0; i < freshWrapUp.length; i++) {
            freshWrapUp[i] = wrapUp.endsWithin(0, i + 0.5);
        }
        for (int k = 0; k < HORIZONS; k++) {
            double within = answers.horizonSeconds(k) + graceSeconds;
            for (int c = 0; c < talkFree.length; c++) {
                talkFree[c][k] = freeAfterTalk(talk.rate(c), within);
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

    /** Probability that an agent who talks since so long is free in time for a call answered at horizon k. */
    public double freeAfterTalk(int k, double ageSeconds) {
        return talkFree[talk.classOf(ageSeconds)][k];
    }

    /** Probability that an agent who wraps up since so long is free in time for a call answered at horizon k. */
    public double freeAfterWrapUp(int k, double ageSeconds) {
        return wrapUpFree[wrapUp.classOf(ageSeconds)][k];
    }

    /** Probability that the wrap-up ends within the answer budget and a second from now. */
    public double freeSoon(double ageSeconds) {
        return wrapUpFree[wrapUp.classOf(ageSeconds)][SOON];
    }
}
