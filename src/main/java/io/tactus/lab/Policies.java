package io.tactus.lab;

import io.tactus.lab.Scenario.MeansUsed;
import io.tactus.lab.peer.ErlangRule;
import io.tactus.lab.peer.LinesPolicy;
import io.tactus.lab.peer.MeanMatching;
import io.tactus.lab.peer.VicidialPolicy;
import io.tactus.pacing.PacingPolicy;
import io.tactus.pacing.ProgressivePolicy;
import io.tactus.pacing.predictive.PredictivePolicy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The policies that can be compared, by name; some take a level behind a colon, or {@code tuned} for the best one in hindsight ({@link Tuning}). */
final class Policies {
    /**
     * One competitor.
     *
     * @param make a fresh policy for each run, since some remember
     * @param means what it may do besides dialling
     */
    record Competitor(String name, Function<Scenario, PacingPolicy> make, UnaryOperator<Scenario> means) {}

    /** A policy with a level: lines per agent, a highest level or a probability. */
    private record Levelled(double usual, DoubleFunction<PacingPolicy> make) {}

    private static final String TUNED = ":tuned";
    private static final Map<String, Competitor> ALL = new LinkedHashMap<>();
    private static final Map<String, Levelled> LEVELLED = new LinkedHashMap<>();

    static {
        add("predictive", PredictivePolicy::new);
        means("predictive-release", new MeansUsed(15, false, 0));
        means("predictive-leads", new MeansUsed(15, true, 0));
        means("predictive-rescue", new MeansUsed(15, false, 5));
        means("predictive-all", new MeansUsed(15, true, 5));
        add("progressive", ProgressivePolicy::new);
        add("mean-matching", MeanMatching::new);
        double maximum = VicidialPolicy.DEFAULT_MAXIMUM;
        LEVELLED.put("vicidial-ratio", new Levelled(maximum, VicidialPolicy::ratio));
        LEVELLED.put("vicidial-hard", new Levelled(maximum, VicidialPolicy::hardLimit));
        LEVELLED.put("vicidial-average", new Levelled(maximum, VicidialPolicy::average));
        LEVELLED.put("vicidial-tapered", new Levelled(maximum, VicidialPolicy::tapered));
        LEVELLED.put("vicidial-available-only", new Levelled(maximum, VicidialPolicy::availableOnly));
        LEVELLED.put("ratio", new Levelled(1.5, LinesPolicy::perAgent));
        LEVELLED.put("lines", new Levelled(2, LinesPolicy::perFreeAgent));
        LEVELLED.put("erlang", new Levelled(0.9, ErlangRule::new));
    }

    private Policies() {}

    /** The law with these means on. */
    private static void means(String name, MeansUsed used) {
        ALL.put(
                name,
                new Competitor(
                        name, scenario -> new PredictivePolicy(), scenario -> scenario.each(work -> work.with(used))));
    }

    private static void add(String name, Supplier<PacingPolicy> make) {
        ALL.put(name, new Competitor(name, scenario -> make.get(), UnaryOperator.identity()));
    }

    /** The policy that this name means in this world: itself, but for {@code lines:tuned} and its like, which are tried out until their level is known. */
    static Competitor tunedTo(Scenario world, String name) {
        if (!name.endsWith(TUNED)) {
            return get(name);
        }
        String rule = name.substring(0, name.length() - TUNED.length());
        Levelled levelled = LEVELLED.get(rule);
        if (levelled == null || rule.equals("erlang")) {
            throw new IllegalArgumentException(
                    "'" + rule + "' has no lines that could be tuned; lines, ratio and the rules of vicidial have");
        }
        return get(rule + ":" + Tuning.level(world, levelled.make()));
    }

    /** The policy of this name, such as {@code predictive}, {@code lines:2.5} or {@code vicidial-hard:1.2/p}. */
    static Competitor get(String name) {
        Competitor found = ALL.get(name);
        if (found != null) {
            return found;
        }
        int colon = name.indexOf(':');
        Levelled levelled = LEVELLED.get(colon < 0 ? name : name.substring(0, colon));
        if (levelled == null) {
            throw new IllegalArgumentException("there is no policy '" + name + "'; known: "
                    + String.join(", ", ALL.keySet()) + "; with a level, such as lines:2.5 or vicidial-hard:1.2/p: "
                    + String.join(", ", LEVELLED.keySet()));
        }
        String level = colon < 0 ? Double.toString(levelled.usual()) : name.substring(colon + 1);
        return new Competitor(
                name,
                scenario -> levelled.make()
                        .apply(level(name, level, scenario.first().answerRates().getFirst())),
                UnaryOperator.identity());
    }

    /** A number, or a number over p, the first answer rate of the scenario. */
    private static double level(String name, String text, double answerRate) {
        boolean overRate = text.endsWith("/p");
        try {
            double level = Double.parseDouble(overRate ? text.substring(0, text.length() - 2) : text);
            if (level > 0) {
                return overRate ? level / answerRate : level;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "the level of '" + name + "' is no number, expected one such as 2.5 or 1.2/p", e);
        }
        throw new IllegalArgumentException("the level of '" + name + "' must be above 0");
    }
}
