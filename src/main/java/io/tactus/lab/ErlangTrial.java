package io.tactus.lab;

import io.tactus.lab.erlang.ErlangQueue;
import io.tactus.lab.erlang.Interval;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;

/**
 * One load point against theory.
 *
 * @param callers in all runs
 * @param connectSeconds what a call took of its agent besides the talk
 * @param unresolved who came in time and neither ended nor got an agent in the run: left out
 */
record ErlangTrial(ErlangPoint point, long callers, double connectSeconds, long unresolved, List<Check> checks) {

    /** @param interval at the level asked for @param usual at 95 % */
    record Check(String what, double theory, Interval interval, Interval usual) {
        boolean holds() {
            return interval.holds(theory);
        }
    }

    /** How many figures are compared at each point. */
    static final int CHECKS = 2;

    /** @param error probability that a right figure is called wrong @param seed of the first run; each run has its own */
    static ErlangTrial of(ErlangPoint point, int runs, int callersPerRun, long seed, double error) {
        double hours = point.hoursFor(callersPerRun);
        List<ErlangWatch> watched = LongStream.range(seed, seed + runs)
                .parallel()
                .mapToObj(own -> point.run(hours, own))
                .toList();
        double connect = watched.stream()
                .mapToDouble(ErlangWatch::connectSeconds)
                .average()
                .orElseThrow();
        ErlangQueue theory = point.theory(connect);
        Check waits = check("P(wait)", theory.waitProbability(), watched, ErlangWatch::waitProbability, error);
        Check second = point.patienceSeconds() == 0
                ? check("mean wait s", theory.meanWaitSeconds(), watched, ErlangWatch::meanWaitSeconds, error)
                : check("abandonment", theory.abandonment(), watched, ErlangWatch::abandonment, error);
        return new ErlangTrial(
                point,
                watched.stream().mapToLong(ErlangWatch::callers).sum(),
                connect,
                watched.stream().mapToLong(ErlangWatch::unresolved).sum(),
                List.of(waits, second));
    }

    private static Check check(
            String what, double theory, List<ErlangWatch> runs, ToDoubleFunction<ErlangWatch> figure, double error) {
        double[] figures = runs.stream().mapToDouble(figure).toArray();
        return new Check(what, theory, Interval.of(figures, error), Interval.of(figures, 0.05));
    }

    boolean holds() {
        return checks.stream().allMatch(Check::holds);
    }
}
