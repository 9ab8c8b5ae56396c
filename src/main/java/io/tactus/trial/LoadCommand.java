package io.tactus.trial;

import io.tactus.sim.ledger.Statistics;
import io.tactus.sim.world.PopulationSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code tactus bench engine}: how the time from an answered call to the bridge command, processor time and memory grow with the agents. The
 * engine is held to one core; the simulated network and the database have the other.
 */
@Command(name = "bench", description = "measure the engine against the simulated network at real time")
public final class LoadCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", defaultValue = "engine", description = "what to measure: engine")
    String what = "engine";

    @Option(
            names = "--agents",
            split = ",",
            defaultValue = "100,500,1000,2000",
            description = "teams to measure (default 100,500,1000,2000)")
    List<Integer> teams = List.of();

    @Option(names = "--seconds", defaultValue = "60", description = "measured seconds for each team (default 60)")
    int seconds = 60;

    @Option(names = "--home", defaultValue = ".tactus/bench", description = "folder of the measurement; emptied first")
    Path home = Path.of(".tactus/bench");

    @Override
    public Integer call() throws Exception {
        if (!what.equals("engine")) {
            throw new IllegalArgumentException("bench measures: engine; not " + what);
        }
        System.out.println(
                "agents  originates/s  connects/s  answer-to-bridge-command p50 / p99 / worst ms  engine cpu %  heap in use MB");
        for (int agents : teams) {
            measure(agents);
        }
        return 0;
    }

    /** One dial in twenty is answered by a person, most of the others end fast: originates are many, and answers are real work. */
    private static PopulationSettings people() {
        return PopulationSettings.reference(0.05).withUnanswered(0.75, 0).withHangupsLeft(0);
    }

    private void measure(int agents) throws Exception {
        try (TrialWorld world = new TrialWorld(home, people())) {
            Map<String, String> properties = new TreeMap<>(world.properties(agents));
            properties.put("tactus.demo.leads-per-agent", Integer.toString(Math.max(20, 60_000 / agents)));
            properties.put("tactus.demo.mode", "power");
            properties.put("tactus.demo.lines-per-agent", "12");
            properties.put("tactus.demo.abandonment-cap", "1.0");
            properties.put(
                    "tactus.nodes.simulated.trunks.carrier.calls-per-second",
                    Double.toString(Math.max(10, agents / 10.0)));
            List<String> pin = new ArrayList<>(List.of("taskset", "-c", "0"));
            EngineProcess engine = EngineProcess.start(pin, "900m", properties, world.log());
            engine.awaitReady();
            boolean seated =
                    Waiting.until(120_000, () -> world.network().statistics().agentLegs() >= agents);
            if (!seated) {
                throw new IllegalStateException(
                        "only " + world.network().statistics().agentLegs() + " of " + agents
                                + " agents are connected after two minutes");
            }
            Waiting.millis(30_000);
            world.network().forgetLatencies();
            Statistics before = world.network().statistics();
            Duration cpuBefore = engine.info().totalCpuDuration().orElse(Duration.ZERO);
            long start = System.nanoTime();
            Waiting.millis(seconds * 1_000L);
            Statistics after = world.network().statistics();
            double elapsed = (System.nanoTime() - start) / 1e9;
            Duration cpu =
                    engine.info().totalCpuDuration().orElse(Duration.ZERO).minus(cpuBefore);
            System.out.printf(
                    "%6d  %12.1f  %10.1f  %10.2f / %.2f / %.2f  %25.0f  %14.0f%n",
                    agents,
                    (after.originates() - before.originates()) / elapsed,
                    (after.bridges() - before.bridges()) / elapsed,
                    millis(after.answerToBridge().median()),
                    millis(after.answerToBridge().p99()),
                    millis(after.answerToBridge().worst()),
                    100 * cpu.toMillis() / 1_000.0 / elapsed,
                    engine.heapMegabytes());
            engine.stop();
        }
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
