package io.tactus.lab;

import io.tactus.floor.input.Input;
import io.tactus.lab.Scenario.Inbound;
import io.tactus.lab.Scenario.Listening;
import io.tactus.lab.Scenario.MeansUsed;
import io.tactus.lab.Scenario.Staff;
import io.tactus.lab.Scenario.Talk;
import io.tactus.lab.Scenario.Work;
import io.tactus.lab.Scenario.WrapUp;
import io.tactus.lab.erlang.ErlangQueue;
import io.tactus.pacing.ProgressivePolicy;
import io.tactus.sim.time.VirtualTimeScheduler;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * A queue of the floor with nothing else: no campaign, no wrap-up, talks exponential.
 *
 * @param load calls offered, as a share of what the agents can take
 * @param patienceSeconds mean, exponential; 0: nobody gives up
 */
record ErlangPoint(int agents, double load, double patienceSeconds) {
    static final double TALK_SECONDS = 30;
    private static final WrapUp NO_WRAP_UP = new WrapUp(0, 0);
    private static final double WARM_UP = 0.1;
    /** At the end of a run only those are left out who came too late to be served in it. */
    private static final double CUT = 0.02;

    /** What theory says of talks that take an agent for so many seconds longer than their own length. */
    ErlangQueue theory(double connectSeconds) {
        return new ErlangQueue(
                agents,
                load * agents / TALK_SECONDS,
                TALK_SECONDS + connectSeconds,
                patienceSeconds == 0 ? Double.POSITIVE_INFINITY : patienceSeconds);
    }

    /** Length of a run in which about so many call in. */
    double hoursFor(int callers) {
        return callers * TALK_SECONDS / agents / load / 3_600;
    }

    /** Runs the floor from an empty start; its first tenth does not count. */
    ErlangWatch run(double hours, long seed) {
        double micros = hours * 3.6e9;
        ErlangWatch watch = new ErlangWatch(
                LabRun.START_MICROS + (long) (WARM_UP * micros), LabRun.START_MICROS + (long) ((1 - CUT) * micros));
        Scenario world = world(hours);
        LabRun.run(world, new ProgressivePolicy(), onlyAgents(world, seed), seed, watch);
        return watch;
    }

    private Scenario world(double hours) {
        // Exponential talks are what the lab calls refusals.
        Talk talk = new Talk(TALK_SECONDS, 0, 1, TALK_SECONDS);
        // Nobody is called; the queue takes its settings from here.
        Work none = new Work(
                1,
                0.03,
                25,
                new MeansUsed(0, false, 0),
                List.of(0.25),
                0,
                false,
                talk,
                NO_WRAP_UP,
                false,
                Listening.NONE,
                null);
        return new Scenario(
                "a queue known by formula",
                new Staff(agents, 0, 0, 0, List.of(), 0),
                List.of(none),
                new Inbound(load, talk, NO_WRAP_UP, patienceSeconds),
                List.of(),
                0,
                hours);
    }

    private static Cast onlyAgents(Scenario world, long seed) {
        return new Cast() {
            @Override
            public List<People> people() {
                return List.of();
            }

            @Override
            public Roster roster(
                    List<Long> campaigns, VirtualTimeScheduler time, Consumer<Input> tell, LongConsumer unplug) {
                return new Shift(world, NODE, campaigns, seed, time, tell, unplug);
            }
        };
    }
}
