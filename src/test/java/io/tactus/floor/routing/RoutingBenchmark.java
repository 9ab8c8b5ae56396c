package io.tactus.floor.routing;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a routing decision costs by the number of callers who wait, and how good told waits are: {@code ./tactus bench routing}. Not run with the tests. */
class RoutingBenchmark {
    private static final int DECISIONS = 200_000;
    private static final int ROUNDS = 3;

    @Test
    void decisions() {
        System.out.println("50 queues, 500 agents, 40 skills; one thread; best of " + ROUNDS + " rounds of " + DECISIONS
                + " decisions, µs");
        System.out.println("| waiting | agent free: p50 | p99 | worst | caller arrives: p50 | p99 | worst |");
        System.out.println("|---|---|---|---|---|---|---|");
        RoutingLoad.measure(1_000, DECISIONS, 0);
        for (int waiting : List.of(100, 300, 1_000, 3_000, 10_000)) {
            RoutingLoad.Figures best = RoutingLoad.measure(waiting, DECISIONS, 1);
            for (int round = 2; round <= ROUNDS; round++) {
                best = best.better(RoutingLoad.measure(waiting, DECISIONS, round));
            }
            System.out.println(best.row(waiting));
        }
    }

    @Test
    void waits() {
        List<WaitTrial> trials = List.of(
                new WaitTrial("10 agents, load 0.9", 10, 0.9, 0, 0, 0, 0),
                new WaitTrial("50 agents, load 0.95", 50, 0.95, 0, 0, 0, 0),
                new WaitTrial("10 agents, load 0.9, log-normal talks (sigma 1)", 10, 0.9, 0, 1, 0, 0),
                new WaitTrial("10 agents, load 1.2, people give up after 120 s on average", 10, 1.2, 0, 0, 120, 0),
                new WaitTrial("12 agents, load 0.3, another queue takes 0.62", 12, 0.3, 0.62, 0, 0, 0),
                new WaitTrial("12 agents, load 0.7, 120 s, 4 agents leave half-way", 12, 0.7, 0, 0, 120, 4));
        System.out.println("waits as told on arrival, to those who had to wait; seconds");
        System.out.println("| world | callers | mean wait | bias | mean absolute error | within 25 %, % |");
        System.out.println("|---|---|---|---|---|---|");
        for (WaitTrial trial : trials) {
            List<WaitTrial.Told> told = trial.run(1);
            System.out.println(WaitErrors.of(told, WaitTrial.Told::estimate).row(trial.name()));
            System.out.println(
                    WaitErrors.of(told, WaitTrial.Told::lastWait).row("- by the wait of who was served last"));
            if (trial.otherLoad() > 0) {
                System.out.println(
                        WaitErrors.of(told, WaitTrial.Told::together).row("- by all who wait for these agents"));
            }
            if (trial.otherLoad() == 0 && trial.patienceSeconds() == 0) {
                double each = 180.0 / trial.agents();
                System.out.println(
                        WaitErrors.of(told, one -> (one.ahead() + 1) * each).row("- knowing the rate"));
            }
        }
    }
}
