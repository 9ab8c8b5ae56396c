package io.tactus.lab;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a world of the lab gives in virtual time, for whoever lays another measurement beside it. Means over several runs; the figures are those
 * of {@code tactus lab compare}.
 *
 * @param utilisation share of their time at work in which agents talked or wrapped up, after the warm-up
 * @param utilisationCi half the width of its 95 % confidence interval
 * @param abandonment abandoned calls among live answers, the warm-up included
 * @param abandonmentCi half the width of its 95 % confidence interval
 * @param waitSeconds mean time that an agent waited for a call
 * @param dialsPerConnect dials for each connected call
 */
public record VirtualTime(
        double utilisation,
        double utilisationCi,
        double abandonment,
        double abandonmentCi,
        double waitSeconds,
        double dialsPerConnect) {

    /** Runs the scenario of this name or file with the policy of this name. @param runs with the seeds 1, 2 and so on */
    public static VirtualTime of(String scenario, String policy, int agents, double hours, int runs)
            throws IOException {
        Policies.Competitor competitor = Policies.get(policy);
        Scenario world = competitor
                .means()
                .apply(ScenarioFile.find(scenario).withAgents(agents).withHours(hours));
        List<RunResult> results = IntStream.rangeClosed(1, runs)
                .parallel()
                .mapToObj(seed -> LabRun.run(world, competitor.make().apply(world), seed))
                .toList();
        Row row = Row.of(scenario, policy, world, results);
        return new VirtualTime(
                row.utilisation(),
                row.utilisationCi(),
                row.abandonment(),
                row.abandonmentCi(),
                row.waitSeconds(),
                row.dialsPerConnect());
    }
}
