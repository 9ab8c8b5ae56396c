package io.tactus.lab;

import io.tactus.lab.Scenario.Work;
import io.tactus.pacing.PacingPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/** One question to the laboratory: what would this policy come to in this world? The only door for what is asked from outside. */
public final class WhatIf {
    /** The first hour counts for the cap but not for the utilisation. */
    public static final Duration WARM_UP = Duration.ofHours(1);

    private WhatIf() {}

    /**
     * A world.
     *
     * @param agents agents who are logged in all the time
     * @param cap highest share of abandoned calls among live answers
     * @param answerRate probability that a dial is answered by a person, mean over the run
     * @param length the whole run, longer than {@link #WARM_UP}
     * @param like the scenario, YAML or JSON, that it is like but for these figures; empty: the reference world
     */
    public record World(
            int agents,
            double cap,
            double answerRate,
            Duration talkMean,
            Duration wrapUpMean,
            Duration length,
            Optional<String> like) {
        private Scenario scenario() {
            return like.map(text -> ScenarioFile.read("the campaign's world", text))
                    .orElseGet(() -> ScenarioFile.builtIn("reference"))
                    .withAgents(agents)
                    .withHours(length.toMillis() / 3.6e6)
                    .each(this::scaled);
        }

        private Work scaled(Work work) {
            double mean =
                    work.answerRates().stream().mapToDouble(r -> r).average().orElse(answerRate);
            return work.withAnswerRate(work.answerRates().getFirst() * answerRate / mean)
                    .withTalk(talkMean.toMillis() / 1e3)
                    .withCap(cap)
                    .with(work.wrapUp().withMean(wrapUpMean.toMillis() / 1e3));
        }
    }

    /**
     * What one run gave.
     *
     * @param utilisation share of the logged-in time that agents talked or wrapped up, after the warm-up
     * @param abandonment abandoned calls among live answers, from the very beginning
     * @param waitSeconds mean time that an agent waited for a call
     * @param dialsPerConnect dials for each connected call
     * @param course the run in equal parts of its time
     */
    public record Outcome(
            double utilisation, double abandonment, double waitSeconds, double dialsPerConnect, List<Moment> course) {
        /** Copies the list. */
        public Outcome {
            course = List.copyOf(course);
        }
    }

    /**
     * A part of a run.
     *
     * @param hour its end, in hours from the beginning
     * @param busy share of the agents who had work, over the part
     * @param abandonment abandoned calls among live answers, from the very beginning to its end
     */
    public record Moment(double hour, double busy, double abandonment) {}

    /** Refuses an unknown policy with a message that names the known ones. */
    public static void requireKnown(String policy) {
        PacingPolicy known = Policies.get(policy)
                .make()
                .apply(new World(1, 0.03, 0.25, WARM_UP, WARM_UP, WARM_UP, Optional.empty()).scenario());
        Objects.requireNonNull(known, policy);
    }

    /**
     * Runs it; the same seed meets the same people in the same order.
     *
     * @param watcher is told the share of the run that is done, many times a second; what it throws ends the run
     */
    public static Outcome run(World world, String policy, long seed, DoubleConsumer watcher) {
        Policies.Competitor competitor = Policies.get(policy);
        Scenario scenario = competitor.means().apply(world.scenario());
        double length = world.length().toNanos() / 1e3;
        RunResult result = LabRun.run(
                scenario,
                competitor.make().apply(scenario),
                Cast.drawn(scenario, seed),
                seed,
                (effect, micros) -> watcher.accept((micros - LabRun.START_MICROS) / length));
        return new Outcome(
                result.utilisation(),
                result.abandonment(),
                result.waitSeconds(),
                result.dialsPerConnect(),
                result.course());
    }
}
