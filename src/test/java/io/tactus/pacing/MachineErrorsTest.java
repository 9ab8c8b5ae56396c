package io.tactus.pacing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tactus.pacing.forecast.ForecastMemory;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MachineErrorsTest {
    @Test
    void whoKnowsNothingTrustsNothing() {
        MachineErrors errors = new MachineErrors();
        assertThat(errors.personsPerVerdict()).isEqualTo(1);
        errors.verdict();
        errors.person();
        assertThat(errors.shareOfPersons()).isEqualTo(0.5);
        assertThat(errors.trusted()).isFalse();
    }

    /** Brown, Cai and DasGupta (2001): Wilson's one-sided 95 % bound for 0 of 100 is z^2 / (n + z^2) = 0.0263. */
    @Test
    void theBoundIsWilsons() {
        MachineErrors errors = of(100, 0);
        assertThat(errors.personsPerVerdict()).isCloseTo(0.0263, within(1e-4));
    }

    @Test
    void trustComesWithWhatIsHeardAndGoesWithErrors() {
        MachineErrors errors = of(500, 0);
        assertThat(errors.trusted()).isTrue();
        for (int i = 0; i < 8; i++) {
            errors.heard(true);
        }
        assertThat(errors.trusted()).isFalse();
    }

    @Test
    void theBoundHoldsForMostCampaigns() {
        SplittableRandom random = new SplittableRandom(7);
        int below = 0;
        for (int campaign = 0; campaign < 1_000; campaign++) {
            MachineErrors errors = new MachineErrors();
            for (int i = 0; i < 600; i++) {
                errors.heard(random.nextDouble() < 0.006);
            }
            below += errors.personsPerVerdict() < 0.006 ? 1 : 0;
        }
        assertThat(below).isBetween(5, 60);
    }

    @Test
    void whatWasHeardIsKept() {
        MachineErrors errors = of(300, 2);
        ForecastMemory.Writer writer = new ForecastMemory.Writer();
        errors.keep(writer);
        assertThat(MachineErrors.of(writer.memory()).shareOfPersons()).isEqualTo(errors.shareOfPersons());
        ForecastMemory.Writer wrong = new ForecastMemory.Writer();
        wrong.exact("machines", 1, 2, 0, 0);
        assertThatThrownBy(() -> MachineErrors.of(wrong.memory())).hasMessageContaining("machines");
    }

    private static MachineErrors of(double heard, double persons) {
        ForecastMemory.Writer writer = new ForecastMemory.Writer();
        writer.exact("machines", heard, persons, 1_000, 1_000);
        return MachineErrors.of(writer.memory());
    }
}
