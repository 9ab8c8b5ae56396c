package io.tactus.lab;

import io.tactus.lab.WhatIf.Moment;
import java.util.List;

/**
 * What one run gave.
 *
 * @param utilisation share of their time at work in which agents talked with persons or wrapped that up, after the warm-up
 * @param waitSeconds mean time that an agent waited for a call
 * @param dialsPerConnect dials for each connected call
 * @param accounts of each campaign, from the very beginning
 * @param callers how long those who called in waited for an agent, after the warm-up
 * @param course the run in equal parts of its time, from the very beginning
 */
record RunResult(
        double utilisation,
        double waitSeconds,
        double dialsPerConnect,
        List<Account> accounts,
        Waits callers,
        List<Moment> course) {
    RunResult {
        accounts = List.copyOf(accounts);
        course = List.copyOf(course);
    }

    /** Waits in seconds: their mean, and what one in twenty exceeds. */
    record Waits(double mean, double high) {
        /** Nobody waited. */
        static final Waits NONE = new Waits(0, 0);
    }

    /**
     * What one campaign came to.
     *
     * @param busyShare its share of the agents' talk and wrap-up
     */
    record Account(long liveAnswers, long abandoned, double busyShare) {
        double abandonment() {
            return liveAnswers == 0 ? 0 : abandoned / (double) liveAnswers;
        }
    }

    /** Abandoned calls among live answers of all campaigns. */
    double abandonment() {
        long live = accounts.stream().mapToLong(Account::liveAnswers).sum();
        long abandoned = accounts.stream().mapToLong(Account::abandoned).sum();
        return live == 0 ? 0 : abandoned / (double) live;
    }

    /** Whether any campaign ended over its cap. */
    boolean overCap(Scenario scenario) {
        for (int i = 0; i < accounts.size(); i++) {
            if (accounts.get(i).abandonment() > scenario.campaigns().get(i).cap()) {
                return true;
            }
        }
        return false;
    }

    /** The largest distance of a campaign's share of the agents from the share that its weight demands. */
    double weightError(Scenario scenario) {
        double all =
                scenario.campaigns().stream().mapToDouble(Scenario.Work::weight).sum();
        double worst = 0;
        for (int i = 0; i < accounts.size(); i++) {
            double due = scenario.campaigns().get(i).weight() / all;
            worst = Math.max(worst, Math.abs(accounts.get(i).busyShare() - due));
        }
        return worst;
    }
}
