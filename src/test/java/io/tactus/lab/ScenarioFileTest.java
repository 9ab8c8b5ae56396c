package io.tactus.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tactus.pacing.predictive.PredictivePolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

final class ScenarioFileTest {
    @SuppressWarnings("unused")
    private static final java.util.List<String> BUILT_IN = ScenarioFile.BUILT_IN;

    @ParameterizedTest
    @FieldSource("BUILT_IN")
    void everyBuiltInWorldRunsAndItsAgentsTalk(String name) throws Exception {
        Scenario world = ScenarioFile.find(name).withAgents(4).withHours(0.5);

        RunResult run = LabRun.run(world, new PredictivePolicy(), 1);

        assertThat(run.utilisation()).isBetween(0.2, 1.0);
    }

    @Test
    void whatIsLeftOutIsAsInTheReferenceWorld() {
        Scenario world = ScenarioFile.read("w", "agents: {count: 7}\ncampaigns: [{weight: 2}, {talk: {seconds: 60}}]");

        assertThat(world.agents().count()).isEqualTo(7);
        assertThat(world.campaigns()).hasSize(2);
        assertThat(world.campaigns().get(0).weight()).isEqualTo(2);
        assertThat(world.campaigns().get(1).talk()).isEqualTo(new Scenario.Talk(60, 0.9, 0, 10));
        assertThat(world.hours()).isEqualTo(9);
    }

    @Test
    void aWrongFileIsRefusedWithThePlaceAndTheReason() {
        assertThatThrownBy(() -> ScenarioFile.read("w.yaml", "agents: {count: 0}\ncampaigns: [{colour: red}]"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("w.yaml", "agents.count", "campaigns[0]", "colour");
        assertThatThrownBy(() -> ScenarioFile.read("w.yaml", "agents: ["))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("w.yaml");
        assertThatThrownBy(() -> ScenarioFile.find("no-such-world")).hasMessageContaining("reference, shift");
    }
}
