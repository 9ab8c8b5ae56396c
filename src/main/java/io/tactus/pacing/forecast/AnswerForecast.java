package io.tactus.pacing.forecast;

import static io.tactus.pacing.forecast.DurationCounts.BINS;
import static io.tactus.pacing.forecast.DurationCounts.BIN_SECONDS;

import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * When the calls on their way will ask for an agent. A dial asks for one with probability p, after a delay with distribution G counted
 * from the dial; else it ends by itself, and S is the share of such calls still open at an age. A call of age u then asks within h with
 *
 * <pre>pi(h) = p [G(u+h) - G(u)] / ( p [1 - G(u)] + (1 - p) S(u) )        (Bayes)</pre>
 *
 * <p>p forgets over some 400 dials; when the last 60 clearly say more, they are believed, since too low an estimate costs abandoned calls and too high
 * a one only idle seconds. Of the dials of a surge those that end early are seen first, and they are not like the others: so a result waits until
 * all dials launched with it must have ended; only the last 60, which are to warn, are looked at as they come. Leads may bring a probability of
 * their own; then p scales them, and what leads of such a promise really did corrects them ({@link Promises}).
 */
public final class AnswerForecast {
    /** Number of moments at which a new call's answer is looked at: the midpoints of the octiles of G. */
    public static final int HORIZONS = 8;

    private static final double SLOW = 400;
    private static final double FAST = 60;
    /** By how many standard errors the last dials must exceed the rest before they are believed. */
    private static final double CHANGE_ERRORS = 1.6;

    private static final int WARM_DIALS = 60;

    /** What became of a dial. @param durations where its length counts; null when it was cut short */
    private record Result(
            long dueMicros,
            @Nullable DurationCounts durations,
            double seconds,
            double answeredShare,
            double leadProbability) {
        double promised() {
            return leadProbability > 0 ? leadProbability : 1;
        }
    }

    private final PriorityQueue<Result> waiting = new PriorityQueue<>(Comparator.comparingLong(Result::dueMicros));
    private long settledMicros;

    private final DurationCounts live = new DurationCounts(400);
    private final DurationCounts rest = new DurationCounts(1_000);
    private final Share slow = new Share(SLOW);
    private final Share fast = new Share(FAST);
    /** Of dials, whatever their leads promise. */
    private final Share plain = new Share(SLOW);

    private final Promises promises = new Promises();
    private final double[] answered = new double[BINS + 1];
    private final double[] ended = new double[BINS + 1];
    private final double[] horizons = new double[HORIZONS];
    private final int[] horizonBins = new int[HORIZONS];
    /** The probability of a dial that promises nothing, on the safe side. */
    private double level = 1;

    private long dials;
    private long nextRefresh;
    private double lagSeconds;
    private boolean lagKnown;

    /** Knows nothing but the usual: answers after some ten seconds, give or take a factor of two. */
    public AnswerForecast() {
        live.prior(8, 9, 0.6);
        rest.prior(8, 15, 0.8);
        refresh();
    }

    /**
     * A dial asked for an agent this long after it was launched.
     *
     * @param leadProbability what the lead promised; 0 when nothing
     * @param dueMicros when the last of the dials launched with it must have ended
     */
    public void asked(double seconds, double leadProbability, long dueMicros) {
        came(new Result(dueMicros, live, seconds, 1, leadProbability));
    }

    /** A dial ended without asking for an agent. */
    public void ended(double seconds, double leadProbability, long dueMicros) {
        came(new Result(dueMicros, rest, seconds, 0, leadProbability));
    }

    /** A call of this age was given up by ourselves: it counts with the chance that it still had. */
    public void givenUp(double ageSeconds, double leadProbability, long dueMicros) {
        double chance = probability(HORIZONS, ageSeconds, chance(leadProbability));
        came(new Result(dueMicros, null, ageSeconds, chance, leadProbability));
    }

    private void came(Result result) {
        fast.add(result.answeredShare, result.promised());
        if (result.dueMicros <= settledMicros) {
            count(result);
        } else {
            waiting.add(result);
            judgeLevel();
        }
    }

    /** Counts the results that are due by now. */
    public void settle(long nowMicros) {
        settledMicros = nowMicros;
        while (!waiting.isEmpty() && waiting.element().dueMicros <= nowMicros) {
            count(waiting.remove());
        }
    }

    /** How long machine detection kept a call from its agent. */
    public void lag(double seconds) {
        lagSeconds = lagKnown ? lagSeconds + 0.05 * (seconds - lagSeconds) : seconds;
        lagKnown = true;
    }

    /** Usual time from answer to the wish for an agent, in seconds. */
    public double lagSeconds() {
        return lagSeconds;
    }

    void keep(ForecastMemory.Writer memory) {
        live.keep("answers.live", memory);
        rest.keep("answers.rest", memory);
        slow.keep("answers.slow", memory);
        fast.keep("answers.fast", memory);
        plain.keep("answers.plain", memory);
        promises.keep("answers.promises", memory);
        memory.exact("answers.dials", dials);
        if (lagKnown) {
            memory.exact("answers.lag", lagSeconds);
        }
    }

    void recall(ForecastMemory memory) {
        live.recall("answers.live", memory);
        rest.recall("answers.rest", memory);
        slow.recall("answers.slow", memory);
        fast.recall("answers.fast", memory);
        plain.recall("answers.plain", memory);
        promises.recall("answers.promises", memory);
        judgeLevel();
        memory.findWeights("answers.dials", 1).ifPresent(kept -> dials = (long) kept[0]);
        memory.findWeights("answers.lag", 1).ifPresent(kept -> {
            lagSeconds = kept[0];
            lagKnown = true;
        });
        refresh();
    }

    private void count(Result result) {
        if (result.durations != null) {
            result.durations.add(result.seconds);
        }
        slow.add(result.answeredShare, result.promised());
        plain.add(result.answeredShare, 1);
        judgeLevel();
        if (result.leadProbability > 0) {
            promises.add(result.answeredShare, result.leadProbability);
        }
        dials++;
        if (dials >= nextRefresh) {
            refresh();
            nextRefresh = dials + Math.min(16, 1 + dials / 64);
        }
    }

    private void judgeLevel() {
        boolean risen = fast.upper(-CHANGE_ERRORS) > slow.mean();
        level = risen ? Math.max(fast.mean(), slow.upper(1)) : slow.upper(1);
    }

    private void refresh() {
        live.distribution(answered);
        rest.distribution(ended);
        int bin = 0;
        for (int k = 0; k < HORIZONS; k++) {
            double quantile = (k + 0.5) / HORIZONS;
            while (bin < BINS && answered[bin] < quantile) {
                bin++;
            }
            horizonBins[k] = Math.max(1, bin);
            horizons[k] = horizonBins[k] * BIN_SECONDS;
        }
    }

    /** Dials that have taught something. */
    long dials() {
        return dials;
    }

    /** Whether enough dials have ended to forecast at all. */
    public boolean warm() {
        return dials >= WARM_DIALS;
    }

    /** Moment {@code k} at which a call launched now may be answered, in seconds from now. */
    public double horizonSeconds(int k) {
        return horizons[k];
    }

    /** Probability that a dial of this lead asks for an agent, on the safe side. @param leadProbability what the lead promises; 0 when nothing */
    public double chance(double leadProbability) {
        double chance = leadProbability > 0 ? promises.chance(leadProbability, leadProbability * level) : level;
        return Math.clamp(chance, 1e-4, 0.98);
    }

    /** Estimated share of dials that ask for an agent, without a margin; 0 to 1. */
    public double share() {
        return plain.mean();
    }

    /**
     * Probability that a call asks for an agent before {@code horizonSeconds(k)} from now; {@code k = HORIZONS} stands for ever.
     *
     * @param ageSeconds time since its launch
     * @param chance its probability at launch, from {@link #chance}
     */
    public double probability(int k, double ageSeconds, double chance) {
        int age = DurationCounts.bin(ageSeconds);
        int until = k == HORIZONS ? BINS : Math.min(BINS, age + horizonBins[k]);
        double open = chance * (1 - answered[age]) + (1 - chance) * (1 - ended[age]);
        return open < 1e-9 ? 0 : Math.min(1, chance * (answered[until] - answered[age]) / open);
    }
}
