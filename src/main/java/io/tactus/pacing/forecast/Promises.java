package io.tactus.pacing.forecast;

/**
 * What leads with a promise of their own really do: the share of dials that ask for an agent in each class of promise. A promise may be
 * wrong, or be about persons only while machines ask for agents too; the classes tell. While a class has seen few dials it goes by the promise
 * times the campaign's level.
 */
final class Promises {
    private static final double[] UP_TO = {0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1};
    private static final double MEMORY = 400;
    /** Dials after which a class is believed as much as the level. */
    private static final double TRUSTED = 20;

    private final Share[] classes = new Share[UP_TO.length];

    Promises() {
        for (int i = 0; i < classes.length; i++) {
            classes[i] = new Share(MEMORY);
        }
    }

    void add(double answeredShare, double promise) {
        classes[classOf(promise)].add(answeredShare, 1);
    }

    /** The probability on the safe side. @param byLevel what it is if the campaign's level holds for this class too */
    double chance(double promise, double byLevel) {
        Share seen = classes[classOf(promise)];
        double trust = seen.weight() / (seen.weight() + TRUSTED);
        return trust == 0 ? byLevel : trust * seen.upper(1) + (1 - trust) * byLevel;
    }

    void keep(String name, ForecastMemory.Writer memory) {
        for (int i = 0; i < classes.length; i++) {
            classes[i].keep(name + "." + i, memory);
        }
    }

    void recall(String name, ForecastMemory memory) {
        for (int i = 0; i < classes.length; i++) {
            classes[i].recall(name + "." + i, memory);
        }
    }

    private static int classOf(double promise) {
        int i = 0;
        while (i < UP_TO.length - 1 && promise > UP_TO[i]) {
            i++;
        }
        return i;
    }
}
