package io.tactus.lab.optimum;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tactus lab optimum}: the best possible. */
@Command(name = "optimum", description = "the best that any policy could do in a small world known exactly")
public final class OptimumCommand implements Callable<Integer> {
    @Option(
            names = "--agents",
            split = ",",
            defaultValue = "1,2,3",
            description = "sizes of the team, 1 to 12 (default 1,2,3)")
    List<Integer> agents = List.of();

    @Option(
            names = "--ring-stages",
            defaultValue = "1",
            description = "1: ring time exponential (default), 2: Erlang-2")
    int ringStages = 1;

    @Option(
            names = "--wait",
            defaultValue = "2",
            description = "how long an answered person waits, in seconds (default 2)")
    double waitSeconds = 2;

    @Override
    public Integer call() {
        System.out.println(
                "talk exponential 120 s, wrap-up Erlang-3 22 s, ring " + (ringStages == 1 ? "exponential" : "Erlang-2")
                        + " 10 s, answer rate 0.25, patience " + waitSeconds + " s, cap 3 %");
        System.out.printf(
                "%6s %13s %9s %13s %22s %9s%n",
                "agents", "progressive %", "optimum %", "abandonment %", "worth, agent-seconds", "states");
        for (int team : agents) {
            Optimum found = Optimum.of(World.reference(team, ringStages, waitSeconds));
            System.out.printf(
                    Locale.ROOT,
                    "%6d %13.2f %9.2f %13.2f %22.0f %9d%n",
                    team,
                    100 * found.progressive(),
                    100 * found.utilisation(),
                    100 * found.abandonment(),
                    found.leastWorth(),
                    found.states());
        }
        return 0;
    }
}
