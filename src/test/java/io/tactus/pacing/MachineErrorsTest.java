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
        assertThat(errors.shareOfPersons()).isEqualTo(1);
        errors.person();
        assertThat(errors.verdict()).isEqualTo(1);
        assertThat(errors.trusted()).isFalse();
        assertThat(errors.missed(1_000, 7)).isEqualTo(7);
    }

    /** Brown, Cai and DasGupta (2001): Wilson's one-sided 95 % bound for 0 of 100 is z^2 / (n + z^2) = 0.0263. */
    @Test
    void theBoundIsWilsons() {
        MachineErrors errors = of(100, 0);
        assertThat(errors.shareOfPersons()).isCloseTo(0.0263, within(1e-4));
        assertThat(errors.missed(1_000, 10_000)).isCloseTo(1_000 * 0.0263 / 0.9737, within(0.1));
        assertThat(errors.missed(1_000, 5))
                .as("no more than there were verdicts")
                .isEqualTo(5);
    }

    @Test
    void trustComesWithWhatIsHeardAndGoesWithErrors() {
        MachineErrors errors = of(500, 0);
        assertThat(errors.trusted()).isTrue();
        for (int i = 0; i < 8; i++) {
            errors.heard(true, 1);
        }
        assertThat(errors.trusted()).isFalse();
    }

    @Test
    void theBoundHoldsForMostCampaigns() {
        SplittableRandom random = new SplittableRandom(7);
        int below = 0;
        for (int campaign = 0; campaign < 1_000; campaign++) {
            MachineErrors errors = new MachineErrors();
            hour(errors, random, 0.5, 4_000, 1);
            below += errors.shareOfPersons() < 0.01 ? 1 : 0;
        }
        assertThat(below).isBetween(5, 60);
    }

    /** Ten persons for a machine in one hour and ten machines for a person in the next: the error is the detection's, not the mixture's. */
    @Test
    void anotherMixtureOfPersonsAndMachinesChangesNothing() {
        SplittableRandom random = new SplittableRandom(7);
        int below = 0;
        for (int campaign = 0; campaign < 300; campaign++) {
            MachineErrors errors = new MachineErrors();
            hour(errors, random, 0.09, 3_000, 1);
            double unheard = hour(errors, random, 0.91, 6_000, MachineErrors.SAMPLE_EVERY);
            // One in a hundred persons was missed; those who were recognised are counted in unheard.
            below += errors.missed(unheard, Long.MAX_VALUE) < unheard * 0.01 / 0.99 ? 1 : 0;
        }
        assertThat(below).isBetween(1, 30);
    }

    /** Calls of which this share are persons, one in a hundred of whom is taken for a machine; one verdict in so many is heard. @return persons beside the others */
    private static double hour(MachineErrors errors, SplittableRandom random, double persons, int calls, int heardOf) {
        double unheard = 0;
        int verdicts = 0;
        for (int i = 0; i < calls; i++) {
            boolean person = random.nextDouble() < persons;
            if (person && random.nextDouble() >= 0.01) {
                errors.person();
                continue;
            }
            long beside = errors.verdict();
            if (++verdicts % heardOf == 0) {
                errors.heard(person, beside);
            } else {
                unheard += beside;
            }
        }
        return unheard;
    }

    @Test
    void whatWasHeardIsKept() {
        MachineErrors errors = of(300, 2);
        ForecastMemory.Writer writer = new ForecastMemory.Writer();
        errors.keep(writer);
        assertThat(MachineErrors.of(writer.memory()).shareOfPersons()).isEqualTo(errors.shareOfPersons());
        ForecastMemory.Writer wrong = new ForecastMemory.Writer();
        wrong.exact("machines.persons", 1, -2);
        assertThatThrownBy(() -> MachineErrors.of(wrong.memory())).hasMessageContaining("machines");
    }

    private static MachineErrors of(double recognised, double found) {
        ForecastMemory.Writer writer = new ForecastMemory.Writer();
        writer.exact("machines.persons", recognised, found);
        return MachineErrors.of(writer.memory());
    }
}
