package io.tactus.lab;

import io.tactus.lab.WhatIf.Moment;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What the runs of one policy in one world gave together.
 *
 * @param utilisation mean over the runs
 * @param utilisationCi half the width of its 95 % confidence interval
 * @param abandonment mean over the runs
 * @param abandonmentCi half the width of its 95 % confidence interval
 * @param highAbandonment 95th percentile of the runs
 * @param worstAbandonment the highest of a run
 * @param shareOverCap share of the runs in which a campaign ended over its cap
 * @param callersWait mean wait of those who called in, in seconds, mean over the runs
 * @param callersHighWait what one wait in twenty exceeds, mean over the runs
 * @param day the course of the first run
 * @param weightError how far a campaign's share of the agents was from its weight's, mean over the runs
 */
record Row(
        String scenario,
        String policy,
        int agents,
        double answerRate,
        int talkSeconds,
        double utilisation,
        double utilisationCi,
        double abandonment,
        double abandonmentCi,
        double highAbandonment,
        double worstAbandonment,
        double shareOverCap,
        double weightError,
        double waitSeconds,
        double dialsPerConnect,
        double callersWait,
        double callersHighWait,
        List<Moment> day) {
    static final String CSV_HEAD =
            "scenario,policy,agents,answerRate,talkSeconds,utilisation,utilisationCi,abandonment,"
                    + "shareOverCap,waitSeconds,dialsPerConnect";
    static final String TABLE_HEAD = String.format(
            Locale.ROOT,
            "%-28s %6s %5s %5s  %-14s %-27s %8s %7s %9s",
            "policy",
            "agents",
            "rate",
            "talk",
            "utilisation %",
            "abandonment % (p95, worst)",
            "over cap",
            "wait s",
            "dials/con");

    static Row of(String scenario, String policy, Scenario world, List<RunResult> results) {
        return new Row(
                scenario,
                policy,
                world.agents().count(),
                world.first().answerRates().getFirst(),
                (int) Math.round(world.first().talk().seconds()),
                mean(results, RunResult::utilisation),
                interval(results, RunResult::utilisation),
                mean(results, RunResult::abandonment),
                interval(results, RunResult::abandonment),
                highest(results, 0.95),
                highest(results, 1),
                mean(results, r -> r.overCap(world) ? 1 : 0),
                mean(results, r -> r.weightError(world)),
                mean(results, RunResult::waitSeconds),
                mean(results, RunResult::dialsPerConnect),
                mean(results, r -> r.callers().mean()),
                mean(results, r -> r.callers().high()),
                results.getFirst().course());
    }

    /** The abandonment below which this share of the runs stays. */
    private static double highest(List<RunResult> results, double share) {
        double[] sorted =
                results.stream().mapToDouble(RunResult::abandonment).sorted().toArray();
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }

    private static double mean(List<RunResult> results, ToDoubleFunction<RunResult> what) {
        return results.stream().mapToDouble(what).average().orElse(0);
    }

    private static double interval(List<RunResult> results, ToDoubleFunction<RunResult> what) {
        double mean = mean(results, what);
        int n = results.size();
        double squares = results.stream()
                .mapToDouble(r -> Math.pow(what.applyAsDouble(r) - mean, 2))
                .sum();
        return 1.96 * Math.sqrt(squares / Math.max(1, n - 1) / n);
    }

    String csv() {
        return String.format(
                Locale.ROOT,
                "%s,%s,%d,%s,%d,%.5f,%.5f,%.5f,%.4f,%.2f,%.3f",
                scenario,
                policy,
                agents,
                answerRate,
                talkSeconds,
                utilisation,
                utilisationCi,
                abandonment,
                shareOverCap,
                waitSeconds,
                dialsPerConnect);
    }

    String table() {
        return String.format(
                Locale.ROOT,
                "%-28s %6d %5.2f %5d  %5.1f +- %-5.2f %6.2f (%.2f, %.2f) %15.2f %7.1f %9.2f",
                policy,
                agents,
                answerRate,
                talkSeconds,
                100 * utilisation,
                100 * utilisationCi,
                100 * abandonment,
                100 * highAbandonment,
                100 * worstAbandonment,
                shareOverCap,
                waitSeconds,
                dialsPerConnect);
    }
}
