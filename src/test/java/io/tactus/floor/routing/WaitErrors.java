package io.tactus.floor.routing;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Errors of waits that callers were told.
 *
 * @param callers how many had to wait
 * @param waited their mean wait in seconds
 * @param bias mean of estimate less wait, in seconds
 * @param absolute mean of its absolute value
 * @param near share of callers whose wait was within 25 % of the estimate
 */
record WaitErrors(int callers, double waited, double bias, double absolute, double near) {
    static WaitErrors of(List<WaitTrial.Told> told, ToDoubleFunction<WaitTrial.Told> estimate) {
        int count = told.size();
        double waited = 0;
        double bias = 0;
        double absolute = 0;
        double near = 0;
        for (WaitTrial.Told one : told) {
            double guess = estimate.applyAsDouble(one);
            waited += one.waited() / count;
            bias += (guess - one.waited()) / count;
            absolute += Math.abs(guess - one.waited()) / count;
            near += Math.abs(guess - one.waited()) <= 0.25 * guess ? 1.0 / count : 0;
        }
        return new WaitErrors(count, waited, bias, absolute, near);
    }

    String row(String name) {
        return String.format(
                Locale.ROOT,
                "| %s | %,d | %.1f | %+.1f | %.1f | %.0f |",
                name,
                callers,
                waited,
                bias,
                absolute,
                100 * near);
    }
}
