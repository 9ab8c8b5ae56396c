package io.tactus.pacing;

import io.tactus.pacing.forecast.ForecastMemory;

/**
 * The account of abandoned calls of one campaign and measuring period. Every live answer pays in a share of an abandoned call, every
 * abandoned call is paid for; the balance moves the risk that may be taken with the next call.
 *
 * <pre>risk allowed = steady risk x left x clamp(headroom / h0, 0, 1)         at most 0.8
 * steady risk  = cap (0.8 + 1.8 p) exp(theta)                           p share of dials that are answered; 1.3 of it when
 *                                                                       ringing calls are released, 1.7 when persons are rescued
 * live answer:   theta += 0.03 target;       abandoned:  theta -= 0.03
 * left         = (earned + sure - held) / sure, 0 to 1                  sure = cap x half of the answers still expected in the period
 *                                                                       held = 2 + 2 p x calls on their way beyond the free agents, the next one too
 * headroom     = earned + credit,   earned = cap A - D - W,   h0 = max(1.5, 0.7 sqrt(cap A))</pre>
 *
 * <p>A live answers, D abandoned, persons taken for machines ({@link MachineErrors}) counted in both, W persons waiting. For one mean abandonment a steady risk
 * buys more talk than one that swings: so it begins where it is likely to settle and theta moves slowly, while {@code left} takes the risk back in time when the period's
 * budget runs out: calls are whole, and those on their way count. The guard by the headroom is proportional: a guard that switches oscillates. The credit
 * lets a new campaign begin: up to three abandoned calls, as long as a quarter of the answers still expected in the period pays for them.
 */
public final class Bank {
    private static final double THETA_LOWEST = -6;
    private static final double THETA_HIGHEST = 4;
    /** By how much an abandoned call lowers theta. */
    private static final double STEP = 0.03;

    private static final double HIGHEST_RISK = 0.8;
    /** Where the steady risk begins, in caps: fitted in the reference world at answer rates of 0.1, 0.25 and 0.5. */
    private static final double RISK_AT_RATE_0 = 0.8;

    private static final double RISK_BY_RATE = 1.8;
    /** By how much it is higher when ringing calls are given up for want of an agent, which takes back a part of the risk after the launch. */
    private static final double RISK_WITH_RELEASE = 1.3;

    /** The same when a person whom nobody could take may get an agent out of wrap-up. */
    private static final double RISK_WITH_RESCUE = 1.7;

    private static final double MICROS_PER_HOUR = 3.6e9;
    private static final double LARGEST_CREDIT = 3;
    /** Abandoned calls that are held back in any case: one more, and one that happens at the same moment. */
    private static final double WHOLE_CALLS = 2;

    /** Hours still to come that are counted on when the period has no end. */
    private static final double OPEN_PERIOD_HOURS = 2;

    private double theta;
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
        memory.find("account", 3).ifPresent(kept -> {
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
        memory.exact("account", theta, answers, hours);
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
        theta = Math.min(THETA_HIGHEST, theta + STEP * target(cap));
    }

    /** Who was counted as a live answer was a machine. */
    public void noAnswer(double cap) {
        answers = Math.max(0, answers - 1);
        theta = Math.max(THETA_LOWEST, theta - STEP * target(cap));
    }

    /** A person was abandoned. */
    public void abandoned(double cap) {
        theta = Math.max(THETA_LOWEST, theta - STEP);
    }

    /** What the account aims at: a little below the cap. */
    private static double target(double cap) {
        return cap * 29 / 30;
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

    /** Highest risk of being abandoned at which a call may be launched now; 0 to 0.8. @param launches made at this moment already */
    public double allowedRisk(PacingView view, int launches) {
        double cap = view.abandonmentCap();
        double full = Math.max(1.5, 0.7 * Math.sqrt(cap * view.liveAnswers()));
        return Math.min(HIGHEST_RISK, steadyRisk(view) * left(view, launches))
                * Math.clamp(headroom(view) / full, 0, 1);
    }

    /** As how many connected calls an abandoned one is weighed, before the headroom speaks. */
    public double price(PacingView view) {
        double risk = Math.max(1e-9, steadyRisk(view));
        return (1 - risk) / risk;
    }

    /**
     * The risk that should spend just the cap. It is above the cap, since it is the highest of a launch and not the mean: the more so the likelier a
     * dial is answered, as launches are whole.
     */
    private double steadyRisk(PacingView view) {
        double share = view.forecast().answers.share();
        return Math.min(
                HIGHEST_RISK,
                view.abandonmentCap() * means(view) * (RISK_AT_RATE_0 + RISK_BY_RATE * share) * StrictMath.exp(theta));
    }

    private static double means(PacingView view) {
        if (view.rescuesFromWrapUp()) {
            return RISK_WITH_RESCUE;
        }
        return view.releasesRungCalls() ? RISK_WITH_RELEASE : 1;
    }

    /**
     * What may still be abandoned, two whole calls and twice the answers to be expected of calls on their way beyond the free agents held back, as a share of what
     * half of the answers still expected pay in; 0 to 1.
     */
    private double left(PacingView view, int launches) {
        double sure = Math.max(1e-9, expected(view) / 2);
        int onTheirWay = view.callsInFlight() + view.callsUnserved() + launches + 1;
        int uncovered = Math.max(0, onTheirWay - view.freeAgents());
        double held = WHOLE_CALLS + 2 * uncovered * view.forecast().answers.share();
        return Math.clamp((earned(view) + sure - held) / sure, 0, 1);
    }
}
