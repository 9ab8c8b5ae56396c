package io.tactus.pacing.forecast;

import java.util.Arrays;

/**
 * How fast something ends, by its age: ends per second at risk in each class of age (the occurrence / exposure rate of life tables), with
 * what is still under way counted at risk, and a prior that fades.
 */
final class EndRates {
    private final double[] from;
    private final double keep;
    private final double priorEnds;
    private final double priorRate;
    private final double[] ends;
    private final double[] atRisk;
    private final double[] atRiskNow;
    private final double[] rates;

    /**
     * @param from beginnings of the classes of age in seconds, rising from 0; the last class has no end
     * @param memory number of ends after which the weight of one has fallen to 1/e
     * @param priorRate ends per second to begin with
     * @param priorEnds how many ends the prior is worth in each class
     */
    EndRates(double[] from, double memory, double priorRate, double priorEnds) {
        this.from = from;
        this.keep = StrictMath.exp(-1 / memory);
        this.priorRate = priorRate;
        this.priorEnds = priorEnds;
        this.ends = new double[from.length];
        this.atRisk = new double[from.length];
        this.atRiskNow = new double[from.length];
        this.rates = new double[from.length];
        refresh();
    }

    /** Classes of one second each. */
    static double[] seconds(int count) {
        double[] from = new double[count];
        Arrays.setAll(from, i -> i);
        return from;
    }

    int classes() {
        return from.length;
    }

    int classOf(double age) {
        int c = 0;
        while (c < from.length - 1 && from[c + 1] <= age) {
            c++;
        }
        return c;
    }

    double rate(int c) {
        return rates[c];
    }

    void ended(double age) {
        for (int c = 0; c < from.length; c++) {
            ends[c] *= keep;
            atRisk[c] *= keep;
        }
        ends[classOf(age)]++;
        expose(atRisk, age);
    }

    /** It was broken off at this age: at risk until then, without an end. */
    void cut(double age) {
        expose(atRisk, age);
    }

    void keep(String name, ForecastMemory.Writer memory) {
        memory.weights(name + ".ends", ends, 1);
        memory.weights(name + ".atRisk", atRisk, 1);
    }

    void recall(String name, ForecastMemory memory) {
        memory.findWeights(name + ".ends", ends.length)
                .ifPresent(kept -> System.arraycopy(kept, 0, ends, 0, ends.length));
        memory.findWeights(name + ".atRisk", atRisk.length)
                .ifPresent(kept -> System.arraycopy(kept, 0, atRisk, 0, atRisk.length));
        refresh();
    }

    void beginOpen() {
        Arrays.fill(atRiskNow, 0);
    }

    void open(double age) {
        expose(atRiskNow, age);
    }

    private void expose(double[] where, double age) {
        for (int c = 0; c < from.length && from[c] < age; c++) {
            double end = c == from.length - 1 ? age : Math.min(age, from[c + 1]);
            where[c] += end - from[c];
        }
    }

    void refresh() {
        double allEnds = priorEnds;
        double allRisk = priorEnds / priorRate;
        for (int c = 0; c < from.length; c++) {
            allEnds += ends[c];
            allRisk += atRisk[c] + atRiskNow[c];
        }
        double overall = allEnds / allRisk;
        for (int c = 0; c < from.length; c++) {
            rates[c] = (ends[c] + priorEnds) / (atRisk[c] + atRiskNow[c] + priorEnds / overall);
        }
    }
}
