package io.tactus.pacing.forecast;

/**
 * The share of durations that last beyond an age, by the rates of {@link EndRates} whose classes are seconds: a table in steps of half a second, read by
 * straight lines between them, since exponentials for every agent and horizon would cost more than the rest of a decision.
 */
final class Survival {
    private static final double STEP = 0.5;

    private final double[] beyond;

    /** @param seconds longest age that is told apart */
    Survival(int seconds) {
        this.beyond = new double[(int) (seconds / STEP) + 2];
    }

    void refresh(EndRates rates) {
        double share = 1;
        double kept = 1;
        int last = -1;
        for (int i = 0; i < beyond.length; i++) {
            beyond[i] = share;
            int c = Math.min(rates.classes() - 1, (int) (i * STEP));
            if (c != last) {
                kept = StrictMath.exp(-rates.rate(c) * STEP);
                last = c;
            }
            share *= kept;
        }
    }

    /** Probability that what has reached this age ends within so many seconds more. */
    double endsWithin(double age, double seconds) {
        double alive = at(age);
        return alive < 1e-12 ? 1 : 1 - at(age + seconds) / alive;
    }

    private double at(double age) {
        double step = Math.min(age / STEP, beyond.length - 1.000001);
        int i = (int) step;
        return beyond[i] + (step - i) * (beyond[i + 1] - beyond[i]);
    }
}
