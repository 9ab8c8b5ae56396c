package io.tactus.lab;

import io.tactus.sim.world.PopulationSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a world of the lab gives in virtual time, for whoever lays another measurement beside it. Means over several runs; the figures are those
 * of {@code tactus lab compare}.
 *
 * @param runs how many there were
 * @param utilisation share of their time at work in which agents talked or wrapped up, after the warm-up
 * @param utilisationCi half the width of its 95 % confidence interval
 * @param abandonment abandoned calls among live answers, the warm-up included
 * @param abandonmentCi half the width of its 95 % confidence interval
 * @param waitSeconds mean time that an agent waited for a call
 * @param dialsPerConnect dials for each connected call
 */
public record VirtualTime(
        int runs,
        double utilisation,
        double utilisationCi,
        double abandonment,
        double abandonmentCi,
        double waitSeconds,
        double dialsPerConnect) {

    /** How long people bear silence in worlds in which nobody loses patience before the engine does. */
    private static final Duration FOR_EVER = Duration.ofDays(1);

    /**
     * The people of the scenario, for a simulated network in real time: as the lab's own are, machines recognised by the network. Only for worlds
     * with one answer rate and leads alike.
     */
    public static PopulationSettings people(String scenario) throws IOException {
        Scenario.Work work = ScenarioFile.find(scenario).first();
        if (work.answerRates().size() > 1
                || work.leadSpread() > 0
                || work.talk().refusalShare() > 0
                || work.detection().on()) {
            throw new IllegalArgumentException("only the lab can play the people of " + scenario);
        }
        PopulationSettings people = Crowd.people(work).withMachinesTurnedAway();
        return work.hangsUp() ? people : people.withPatience(FOR_EVER);
    }

    /** Mean wrap-up of the scenario in seconds. */
    public static double wrapUpSeconds(String scenario) throws IOException {
        return ScenarioFile.find(scenario).first().wrapUp().seconds();
    }

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
                runs,
                row.utilisation(),
                row.utilisationCi(),
                row.abandonment(),
                row.abandonmentCi(),
                row.waitSeconds(),
                row.dialsPerConnect());
    }

    /** Standard deviation of the utilisation of one run. */
    public double utilisationDeviation() {
        return utilisationCi / 1.96 * Math.sqrt(runs);
    }
}
