package io.tactus.lab;

import io.tactus.floor.input.Input;
import io.tactus.sim.time.VirtualTimeScheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** Who takes part in a run. */
interface Cast {
    /** The node that carries everything. */
    String NODE = "lab";

    /** The people of each campaign; the first campaign has the id 1. */
    List<People> people();

    /**
     * The agents.
     *
     * @param tell what they do is told to the floor
     * @param unplug what becomes of the phone of an agent whose line dies
     */
    Roster roster(List<Long> campaigns, VirtualTimeScheduler time, Consumer<Input> tell, LongConsumer unplug);

    /** Drawn as the scenario says; the same seed gives the same. */
    static Cast drawn(Scenario scenario, long seed) {
        return new Cast() {
            @Override
            public List<People> people() {
                List<People> crowds = new ArrayList<>();
                for (int i = 0; i < scenario.campaigns().size(); i++) {
                    crowds.add(new Crowd(scenario.campaigns().get(i), seed + 1_000L * i));
                }
                return crowds;
            }

            @Override
            public Roster roster(
                    List<Long> campaigns, VirtualTimeScheduler time, Consumer<Input> tell, LongConsumer unplug) {
                return new Shift(scenario, NODE, campaigns, seed, time, tell, unplug);
            }
        };
    }
}
