package io.tactus.lab;

import io.tactus.lab.past.Quantiles;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A world: the agents, the campaigns that all of them serve, what goes wrong. Written as YAML; see {@link ScenarioFile}.
 *
 * @param description what the world is there for
 * @param callers who call in themselves and take agents' time
 * @param outages times in which the carrier refuses every dial
 * @param warmUpHours time at the beginning that counts for the cap but not for the utilisation
 * @param hours length of a run, warm-up included
 */
record Scenario(
        String description,
        Staff agents,
        List<Work> campaigns,
        Inbound callers,
        List<Span> outages,
        double warmUpHours,
        double hours) {

    /** Highest share of abandoned calls in the reference world. */
    static final double REFERENCE_CAP = 0.03;

    Scenario {
        campaigns = List.copyOf(campaigns);
        outages = List.copyOf(outages);
    }

    /**
     * The agents.
     *
     * @param count how many there are
     * @param paceSpread sigma of the logarithm of an agent's own pace, by which talks and wrap-ups are longer or shorter; 0: all alike
     * @param breakEveryMinutes mean time between the breaks of an agent, exponential; 0: none
     * @param breakMinutes length of a break
     * @param absences times in which some of them are away at once
     * @param hintSeconds how long before the end of a talk the agent says so; 0: never
     */
    record Staff(
            int count,
            double paceSpread,
            double breakEveryMinutes,
            double breakMinutes,
            List<Absence> absences,
            double hintSeconds) {
        Staff {
            absences = List.copyOf(absences);
        }

        Staff with(int agents) {
            return new Staff(agents, paceSpread, breakEveryMinutes, breakMinutes, absences, hintSeconds);
        }

        Staff withHint(double seconds) {
            return new Staff(count, paceSpread, breakEveryMinutes, breakMinutes, absences, seconds);
        }
    }

    /**
     * Many agents away at once.
     *
     * @param share of the agents
     * @param sudden their phones die with whoever is on them; else they ask to leave, as people do
     */
    record Absence(double fromMinute, double minutes, double share, boolean sudden) {}

    /** A time in the run. */
    record Span(double fromMinute, double minutes) {
        boolean holds(double minute) {
            return minute >= fromMinute && minute < fromMinute + minutes;
        }
    }

    /**
     * One campaign.
     *
     * @param weight its share of the agents
     * @param cap highest share of abandoned calls among live answers
     * @param means what pacing may do besides launching calls
     * @param answerRates probability that a dial is answered by a person: one after another in equal parts of the run
     * @param leadSpread K of the Beta distribution around the answer rate from which each lead has its own; 0: all alike
     * @param promised whether the engine knows the leads' own probabilities
     * @param hangsUp whether persons lose patience by themselves before the answer budget is over
     * @param detection whether machine detection listens first, and what comes of its word
     * @param dials what becomes of dials, where it is known; null: as in the reference world
     */
    record Work(
            double weight,
            double cap,
            double ringSeconds,
            MeansUsed means,
            List<Double> answerRates,
            double leadSpread,
            boolean promised,
            Talk talk,
            WrapUp wrapUp,
            boolean hangsUp,
            Listening detection,
            @Nullable Dials dials) {
        Work {
            answerRates = List.copyOf(answerRates);
        }

        Work withAnswerRate(double first) {
            double factor = first / answerRates.getFirst();
            List<Double> rates = answerRates.stream()
                    .map(rate -> Math.min(0.95, rate * factor))
                    .toList();
            return new Work(
                    weight,
                    cap,
                    ringSeconds,
                    means,
                    rates,
                    leadSpread,
                    promised,
                    talk,
                    wrapUp,
                    hangsUp,
                    detection,
                    dials);
        }

        Work withTalk(double seconds) {
            double factor = seconds / talk.seconds();
            Talk longer = new Talk(
                    seconds, talk.sigma(), talk.refusalShare(), talk.refusalSeconds(), times(talk.quantiles(), factor));
            return new Work(
                    weight,
                    cap,
                    ringSeconds,
                    means,
                    answerRates,
                    leadSpread,
                    promised,
                    longer,
                    wrapUp,
                    hangsUp,
                    detection,
                    dials);
        }

        Work withCap(double other) {
            return new Work(
                    weight,
                    other,
                    ringSeconds,
                    means,
                    answerRates,
                    leadSpread,
                    promised,
                    talk,
                    wrapUp,
                    hangsUp,
                    detection,
                    dials);
        }

        Work with(WrapUp other) {
            return new Work(
                    weight,
                    cap,
                    ringSeconds,
                    means,
                    answerRates,
                    leadSpread,
                    promised,
                    talk,
                    other,
                    hangsUp,
                    detection,
                    dials);
        }

        Work with(MeansUsed others) {
            return new Work(
                    weight,
                    cap,
                    ringSeconds,
                    others,
                    answerRates,
                    leadSpread,
                    promised,
                    talk,
                    wrapUp,
                    hangsUp,
                    detection,
                    dials);
        }
    }

    /**
     * Callers of one queue, which all agents serve. They come in as a Poisson stream and wait until an agent takes them.
     *
     * @param load share of the agents' time that their talks and wrap-ups take; 0: nobody calls in
     * @param patienceSeconds mean of the exponential time after which who has no agent yet hangs up; 0: nobody does
     */
    record Inbound(double load, Talk talk, WrapUp wrapUp, double patienceSeconds) {
        boolean any() {
            return load > 0;
        }
    }

    /**
     * Machine detection.
     *
     * @param on whether it listens first, for a second or two
     * @param errors share of persons whom it takes for machines
     * @param hangsUp whether machines are to be hung up on by its word; else agents get them, and say so
     */
    record Listening(boolean on, double errors, boolean hangsUp) {
        /** No detection. */
        static final Listening NONE = new Listening(false, 0, false);
    }

    /** The means of {@link io.tactus.floor.model.Means}, times in seconds. */
    record MeansUsed(double releaseRungSeconds, boolean choosesLeads, double rescueAfterSeconds) {}

    /**
     * Talks, log-normal or by quantiles; a share of them are short refusals, exponential.
     *
     * @param seconds mean of those that are no refusals
     * @param sigma sigma of the logarithm
     * @param quantiles what they are drawn from instead ({@link Quantiles}), which also gives the mean; none: log-normal
     */
    record Talk(double seconds, double sigma, double refusalShare, double refusalSeconds, List<Double> quantiles) {
        Talk {
            quantiles = List.copyOf(quantiles);
            Quantiles.require("talk.quantiles", quantiles);
            seconds = quantiles.isEmpty() ? seconds : Quantiles.mean(quantiles);
        }

        Talk(double seconds, double sigma, double refusalShare, double refusalSeconds) {
            this(seconds, sigma, refusalShare, refusalSeconds, List.of());
        }
    }

    /**
     * Wrap-ups, log-normal or by quantiles.
     *
     * @param variation coefficient of variation
     * @param quantiles what they are drawn from instead, which also gives the mean; none: log-normal
     */
    record WrapUp(double seconds, double variation, List<Double> quantiles) {
        WrapUp {
            quantiles = List.copyOf(quantiles);
            Quantiles.require("wrapUp.quantiles", quantiles);
            seconds = quantiles.isEmpty() ? seconds : Quantiles.mean(quantiles);
        }

        WrapUp(double seconds, double variation) {
            this(seconds, variation, List.of());
        }

        /** The same wrap-ups, longer or shorter. */
        WrapUp withMean(double mean) {
            return new WrapUp(mean, variation, times(quantiles, mean / seconds));
        }
    }

    private static List<Double> times(List<Double> quantiles, double factor) {
        return quantiles.stream().map(value -> value * factor).toList();
    }

    /**
     * What becomes of dials: of those that no person answers, the shares of each fate, where what is left rings out; and delays from the dial, by
     * quantiles.
     *
     * @param answerSeconds until a person answers
     * @param machineSeconds until a machine answers; may be empty when {@code machine} is 0
     * @param refusalSeconds until the network refuses; may be empty when there are no refusals
     * @param patienceSeconds how long a person who got no agent stays; empty: as in the reference world
     */
    record Dials(
            double busy,
            double invalid,
            double congestion,
            double rejected,
            double machine,
            List<Double> answerSeconds,
            List<Double> machineSeconds,
            List<Double> refusalSeconds,
            List<Double> patienceSeconds) {
        Dials {
            answerSeconds = List.copyOf(answerSeconds);
            machineSeconds = List.copyOf(machineSeconds);
            refusalSeconds = List.copyOf(refusalSeconds);
            patienceSeconds = List.copyOf(patienceSeconds);
            Quantiles.require("dials.answerSeconds", answerSeconds);
            Quantiles.require("dials.machineSeconds", machineSeconds);
            Quantiles.require("dials.refusalSeconds", refusalSeconds);
            Quantiles.require("dials.patienceSeconds", patienceSeconds);
            double refused = busy + invalid + congestion + rejected;
            if (refused + machine > 1) {
                throw new IllegalArgumentException("the shares of dials sum up to more than 1");
            }
            if (answerSeconds.isEmpty()
                    || machine > 0 && machineSeconds.isEmpty()
                    || refused > 0 && refusalSeconds.isEmpty()) {
                throw new IllegalArgumentException("dials that are answered or refused need the times until then");
            }
        }
    }

    Scenario withAgents(int count) {
        return new Scenario(description, agents.with(count), campaigns, callers, outages, warmUpHours, hours);
    }

    Scenario withHours(double length) {
        return new Scenario(
                description, agents, campaigns, callers, outages, Math.min(warmUpHours, length / 2), length);
    }

    Scenario withHint(double seconds) {
        return new Scenario(description, agents.withHint(seconds), campaigns, callers, outages, warmUpHours, hours);
    }

    Scenario each(UnaryOperator<Work> change) {
        List<Work> changed = campaigns.stream().map(change).toList();
        return new Scenario(description, agents, changed, callers, outages, warmUpHours, hours);
    }

    /** What an agent's present work is: a campaign's, by its index, or behind them the callers'. */
    WrapUp wrapUpAfter(int index) {
        return index < campaigns.size() ? campaigns.get(index).wrapUp() : callers.wrapUp();
    }

    /** The first campaign: what single figures in a table are about. */
    Work first() {
        return campaigns.getFirst();
    }

    /** Whether the carrier refuses every dial at this minute of the run. */
    boolean carrierFails(double minute) {
        return outages.stream().anyMatch(outage -> outage.holds(minute));
    }
}
