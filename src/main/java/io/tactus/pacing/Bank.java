package io.tactus.pacing;

import io.tactus.pacing.forecast.ForecastMemory;

/**
 * The account of abandoned calls of one campaign and measuring period. Every live answer pays in a share of an abandoned call, every
 * abandoned call is paid for; the balance moves the risk that may be taken with the next call.
 *
 * <pre>risk allowed = 0.8 sigmoid(theta) clamp(headroom / h0, 0, 1)
 * live answer:  theta += gamma target;      abandoned:  theta -= gamma
 * headroom      = cap A + credit - D - W,   h0 = max(1.5, 0.7 sqrt(cap A))</pre>
 *
 * <p>A live answers, D abandoned, persons taken for machines ({@link MachineErrors}) counted in both, W persons waiting. The guard by the headroom is proportional: a guard that switches oscillates. The credit
 * lets a new campaign begin: up to three abandoned calls, as long as a quarter of the answers still expected in the period pays for them. Calls are
 * whole: no risk is taken when not even half of those answers would pay for two more abandoned calls.
 */
public final class Bank {
    /** Near where it settles in most worlds: what it must climb first is lost, since a risk that swings buys less than a steady one. */
    private static final double THETA_START = -2.4;

    private static final double THETA_LOWEST = -9;
    private static final double THETA_HIGHEST = 6;
    private static final double MICROS_PER_HOUR = 3.6e9;
    private static final double LARGEST_CREDIT = 3;
    /** Abandoned calls that the rest of the period must be able to pay for: one more, and one that is on its way at the same moment. */
    private static final double WHOLE_CALLS = 2;

    /** Hours still to come that are counted on when the period has no end. */
    private static final double OPEN_PERIOD_HOURS = 2;

    private double theta = THETA_START;
    private double answers;
    private double hours = 0.02;
    private long lastMicros;

    /** An account that has seen nothing. */
    public Bank() {}

    /** An account that goes on from where another stands now. */
    public Bank(Bank other) {
        theta = other.theta;
        answers = other.answers;
        hours = other.hours;
        lastMicros = other.lastMicros;
    }

    /** An account that goes on from what was kept; the time between does not count. @throws IllegalArgumentException when that is not understood */
    public static Bank of(ForecastMemory memory) {
        Bank bank = new Bank();
        memory.find("bank", 3).ifPresent(kept -> {
            if (kept[1] < 0 || kept[2] <= 0) {
                throw new IllegalArgumentException("the bank has %s answers in %s hours".formatted(kept[1], kept[2]));
            }
            bank.theta = Math.clamp(kept[0], THETA_LOWEST, THETA_HIGHEST);
            bank.answers = kept[1];
            bank.hours = kept[2];
        });
        return bank;
    }

    /** Writes down where the account stands; the counts themselves are in the attempts. */
    public void keep(ForecastMemory.Writer memory) {
        memory.exact("bank", theta, answers, hours);
    }

    /** A person answered (and may have been abandoned, which {@link #abandoned} says). */
    public void liveAnswer(long nowMicros, double cap) {
        if (lastMicros > 0) {
            double passed = Math.max(0, (nowMicros - lastMicros) / MICROS_PER_HOUR);
            double keep = StrictMath.exp(-passed);
            answers *= keep;
            hours = hours * keep + passed;
        }
        lastMicros = nowMicros;
        answers++;
        theta = Math.min(THETA_HIGHEST, theta + step(cap) * target(cap));
    }

    /** Who was counted as a live answer was a machine. */
    public void noAnswer(double cap) {
        answers = Math.max(0, answers - 1);
        theta = Math.max(THETA_LOWEST, theta - step(cap) * target(cap));
    }

    /** A person was abandoned. */
    public void abandoned(double cap) {
        theta = Math.max(THETA_LOWEST, theta - step(cap));
    }

    /** What the account aims at: a little below the cap. */
    private static double target(double cap) {
        return cap * 29 / 30;
    }

    private double step(double cap) {
        return Math.clamp(0.5 / Math.max(1e-9, target(cap) * answersPerHour()), 0.04, 0.16);
    }

    /** Live answers per hour, lately. */
    public double answersPerHour() {
        return answers / hours;
    }

    /** Abandoned calls that may still happen now; below zero when there were too many. */
    public double headroom(PacingView view) {
        return earned(view) + Math.min(LARGEST_CREDIT, expected(view) / 4);
    }

    /** What the answers so far have paid in and nobody has used or is about to use. */
    private static double earned(PacingView view) {
        double missed = view.missedPersons();
        return view.abandonmentCap() * (view.liveAnswers() + missed) - view.abandoned() - missed - view.callsWaiting();
    }

    /** What the answers still to come in the period may pay in. */
    private double expected(PacingView view) {
        double left = view.periodEndsMicros() == Long.MAX_VALUE
                ? OPEN_PERIOD_HOURS
                : Math.max(0, (view.periodEndsMicros() - view.nowMicros()) / MICROS_PER_HOUR);
        return view.abandonmentCap() * answersPerHour() * left;
    }

    /** Highest risk of being abandoned at which a call may be launched now; 0 to 0.8. */
    public double allowedRisk(PacingView view) {
        double cap = view.abandonmentCap();
        if (earned(view) + expected(view) / 2 < WHOLE_CALLS) {
            return 0;
        }
        double full = Math.max(1.5, 0.7 * Math.sqrt(cap * view.liveAnswers()));
        return 0.8 / (1 + StrictMath.exp(-theta)) * Math.clamp(headroom(view) / full, 0, 1);
    }

    /** As how many connected calls an abandoned one is weighed, before the headroom speaks. */
    public double price() {
        double risk = 0.8 / (1 + StrictMath.exp(-theta));
        return (1 - risk) / risk;
    }
}
