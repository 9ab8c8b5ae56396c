package io.tactus.sim;

import io.tactus.sim.world.PopulationSettings;
import io.tactus.sim.world.Script;
import java.util.List;

/** Networks for tests: twenty times real time, every number scripted. */
final class Networks {
    static final double SPEED = 20;

    private Networks() {}

    static SimulatorSettings settings(String... scenario) {
        return SimulatorSettings.usual("tactus", AmiClient.SECRET)
                .withSpeed(SPEED)
                .withWorld(7, PopulationSettings.reference(0.25), Script.plan(List.of(scenario)));
    }

    static SimulatedNetwork start(String... scenario) {
        return SimulatedNetwork.start(settings(scenario));
    }
}
