package io.tactus.lab.whatif;

import io.tactus.lab.WhatIf.Moment;
import io.tactus.lab.WhatIf.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What the shifts of one policy gave together.
 *
 * @param utilisation mean over the shifts
 * @param utilisationMargin half the width of its 95 % confidence interval; 0 for a single shift
 * @param abandonment mean over the shifts
 * @param abandonmentMargin half the width of its 95 % confidence interval; 0 for a single shift
 * @param worstAbandonment the highest of a shift
 * @param shareOverCap share of the shifts that ended over the cap
 * @param course the first of the shifts
 */
public record LabRow(
        String policy,
        double utilisation,
        double utilisationMargin,
        double abandonment,
        double abandonmentMargin,
        double worstAbandonment,
        double shareOverCap,
        double waitSeconds,
        double dialsPerConnect,
        List<Moment> course) {

    /** Copies the list. */
    public LabRow {
        course = new ArrayList<>(course);
    }

    static LabRow of(String policy, double cap, List<Outcome> shifts) {
        return new LabRow(
                policy,
                mean(shifts, Outcome::utilisation),
                margin(shifts, Outcome::utilisation),
                mean(shifts, Outcome::abandonment),
                margin(shifts, Outcome::abandonment),
                shifts.stream().mapToDouble(Outcome::abandonment).max().orElse(0),
                mean(shifts, shift -> shift.abandonment() > cap ? 1 : 0),
                mean(shifts, Outcome::waitSeconds),
                mean(shifts, Outcome::dialsPerConnect),
                shifts.getFirst().course());
    }

    private static double mean(List<Outcome> shifts, ToDoubleFunction<Outcome> what) {
        return shifts.stream().mapToDouble(what).average().orElse(0);
    }

    private static double margin(List<Outcome> shifts, ToDoubleFunction<Outcome> what) {
        int n = shifts.size();
        if (n < 2) {
            return 0;
        }
        double mean = mean(shifts, what);
        double squares = shifts.stream()
                .mapToDouble(shift -> Math.pow(what.applyAsDouble(shift) - mean, 2))
                .sum();
        return 1.96 * Math.sqrt(squares / (n - 1) / n);
    }
}
