package io.tactus.lab;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tactus lab compare}: policies side by side in the same worlds. */
@Command(name = "compare", description = "policies side by side, with the same seeds")
final class CompareCommand implements Callable<Integer> {
    @Option(
            names = "--scenario",
            split = ",",
            defaultValue = "reference",
            description =
                    "built-in worlds or files: reference, shift, swings, leads, refusals, unlike-agents, breaks, walk-out,"
                            + " power-cut, carrier, hang-ups, detection, machine-hang-up, deaf-detection, day, two-campaigns, hints, hour, leads-8, leads-1.2, inbound-30, inbound-60, FILE.yaml")
    List<String> scenarios = List.of();

    @Option(names = "--agents", split = ",", description = "sizes of the team (default: the scenario's)")
    List<Integer> agents = List.of();

    @Option(
            names = "--answer-rate",
            split = ",",
            description = "shares of dials that a person answers, at the beginning (default: the scenario's)")
    List<Double> answerRates = List.of();

    @Option(names = "--talk", split = ",", description = "mean talks in seconds (default: the scenario's)")
    List<Double> talks = List.of();

    @Option(names = "--hours", description = "length of a run (default: the scenario's)")
    Optional<Double> hours = Optional.empty();

    @Mixin
    Contest contest = new Contest();

    @Override
    public Integer call() throws IOException {
        contest.hold(cells(), List.of(), Scenario.REFERENCE_CAP);
        return 0;
    }

    private List<Contest.Cell> cells() throws IOException {
        List<Contest.Cell> cells = new ArrayList<>();
        for (String name : scenarios) {
            for (Scenario world : worlds(ScenarioFile.find(name))) {
                for (String policy : contest.policies) {
                    Policies.Competitor competitor = competitor(world, policy);
                    Scenario own = competitor.means().apply(world);
                    cells.add(new Contest.Cell(
                            name,
                            competitor.name(),
                            own,
                            seed -> LabRun.run(own, competitor.make().apply(own), seed)));
                }
            }
        }
        return cells;
    }

    /** Tuning takes a while, so it says what came of it. */
    private static Policies.Competitor competitor(Scenario world, String policy) {
        Policies.Competitor competitor = Policies.tunedTo(world, policy);
        if (!competitor.name().equals(policy)) {
            System.out.printf(
                    Locale.ROOT,
                    "%s: %s with %d agents, answer rate %s, talk %.0f s%n",
                    policy,
                    competitor.name(),
                    world.agents().count(),
                    world.first().answerRates().getFirst(),
                    world.first().talk().seconds());
        }
        return competitor;
    }

    /** The world in all sizes, answer rates and talks that were asked for. */
    private List<Scenario> worlds(Scenario base) {
        Scenario usual = hours.map(base::withHours).orElse(base);
        List<Scenario> worlds = new ArrayList<>();
        for (double talk : or(talks, usual.first().talk().seconds())) {
            for (double rate : or(answerRates, usual.first().answerRates().getFirst())) {
                for (int team : or(agents, usual.agents().count())) {
                    worlds.add(usual.withAgents(team)
                            .each(work -> talks.isEmpty() ? work : work.withTalk(talk))
                            .each(work -> answerRates.isEmpty() ? work : work.withAnswerRate(rate)));
                }
            }
        }
        return worlds;
    }

    private static <T> List<T> or(List<T> asked, T usual) {
        return asked.isEmpty() ? List.of(usual) : asked;
    }
}
