package io.tactus.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tactus.lab.peer.LinesPolicy;
import org.junit.jupiter.api.Test;

class TuningTest {
    private static final Scenario WORLD =
            ScenarioFile.builtIn("reference").withAgents(10).withHours(3);

    @Test
    void theLevelIsTheHighestThatTheCapBears() {
        double level = Tuning.level(WORLD, LinesPolicy::perFreeAgent);
        assertThat(level).isBetween(1.5, 4.0);
        assertThat(abandonment(level)).isLessThan(0.045);
        assertThat(abandonment(level * 1.5)).isGreaterThan(0.03);
    }

    @Test
    void aTunedRuleIsNamedByItsLevel() {
        assertThat(Policies.tunedTo(WORLD, "lines:tuned").name()).matches("lines:\\d\\.\\d+");
        assertThat(Policies.tunedTo(WORLD, "predictive").name()).isEqualTo("predictive");
    }

    @Test
    void aRuleWithoutLinesIsRefused() {
        assertThatThrownBy(() -> Policies.tunedTo(WORLD, "erlang:tuned"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'erlang' has no lines");
    }

    private static double abandonment(double level) {
        return LabRun.run(WORLD, LinesPolicy.perFreeAgent(level), 5).abandonment();
    }
}
