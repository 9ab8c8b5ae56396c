package io.tactus.pacing.forecast;

/** A share that forgets: the sum of what happened over the sum of what was promised. */
final class Share {
    private final double keep;
    private double happened;
    private double promised;
    private double weight;

    /** @param memory number of trials after which a trial's weight has fallen to 1/e */
    Share(double memory) {
        this.keep = StrictMath.exp(-1 / memory);
    }

    void add(double result, double promise) {
        happened = happened * keep + result;
        promised = promised * keep + promise;
        weight = weight * keep + 1;
    }

    /** Trials that are remembered. */
    double weight() {
        return weight;
    }

    void keep(String name, ForecastMemory.Writer memory) {
        memory.exact(name, happened, promised, weight);
    }

    void recall(String name, ForecastMemory memory) {
        memory.findWeights(name, 3).ifPresent(kept -> {
            happened = kept[0];
            promised = kept[1];
            weight = kept[2];
        });
    }

    /** Happened per promised, with one half of a success added so that it is never zero. */
    double mean() {
        return promised <= 0 ? 1 : (happened + 0.5) / (promised + promised / weight);
    }

    /** The mean with this many standard errors on top (normal approximation of the binomial). */
    double upper(double errors) {
        if (promised <= 0) {
            return 1;
        }
        double perPromise = weight / promised;
        double p = Math.min(1, mean() / perPromise);
        return perPromise * (p + errors * Math.sqrt(p * (1 - p) / weight));
    }
}
