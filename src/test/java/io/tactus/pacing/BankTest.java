package io.tactus.pacing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class BankTest {
    private static final long SECOND = 1_000_000;

    @Test
    void nothingMayBeRiskedWithoutHeadroom() {
        AView view = new AView();
        view.liveAnswers = 1_000;
        view.abandoned = 33;

        assertThat(view.bank.headroom(view)).isLessThanOrEqualTo(0);
        assertThat(view.bank.allowedRisk(view, 0)).isZero();
    }

    @Test
    void theGuardIsProportionalAndDoesNotSwitch() {
        AView view = new AView();
        view.liveAnswers = 10_000;
        view.abandoned = 280;
        for (int dial = 0; dial < 1_000; dial++) {
            if (dial % 4 == 0) {
                view.forecast.answers.asked(8, 0, 0);
            } else {
                view.forecast.answers.ended(15, 0, 0);
            }
        }
        double before = view.bank.allowedRisk(view, 0);
        for (view.abandoned = 281; view.abandoned <= 300; view.abandoned++) {
            double allowed = view.bank.allowedRisk(view, 0);
            assertThat(before - allowed)
                    .as("step at %d abandoned", view.abandoned)
                    .isLessThan(0.02);
            assertThat(allowed).isLessThanOrEqualTo(before);
            before = allowed;
        }
        assertThat(before).isZero();
    }

    /** What may be risked at first depends on the means; in the middle of a long period nothing else holds it back. */
    @Test
    void theRiskBeginsByTheMeansThatAreOn() {
        AView view = new AView();
        view.liveAnswers = 100_000;
        double alone = view.bank.allowedRisk(view, 0);
        view.releases = true;
        assertThat(view.bank.allowedRisk(view, 0)).isCloseTo(1.3 * alone, within(1e-9));
        view.rescues = true;
        assertThat(view.bank.allowedRisk(view, 0)).isCloseTo(1.7 * alone, within(1e-9));
    }

    /** Calls are whole: near the end of the period the first launches leave less, and then nothing, for those of the same moment. */
    @Test
    void towardsTheEndOfThePeriodEachLaunchOfAMomentLeavesLessForTheNext() {
        AView view = new AView();
        for (int i = 0; i < 1_000; i++) {
            view.bank.liveAnswer(AView.NOW - (1_000 - i) * SECOND, 0.03);
        }
        view.liveAnswers = 1_000;
        view.abandoned = 20;
        view.periodEndsMicros = AView.NOW + 600 * SECOND;
        double first = view.bank.allowedRisk(view, 0);
        double later = view.bank.allowedRisk(view, 5);
        assertThat(later).isPositive().isLessThan(first);
        assertThat(view.bank.allowedRisk(view, 100)).isZero();
    }

    @Test
    void aCapOfZeroAllowsNoRiskEver() {
        AView view = new AView();
        view.cap = 0;
        for (int i = 0; i < 10_000; i++) {
            view.bank.liveAnswer(AView.NOW + i * SECOND, 0);
            view.liveAnswers++;
        }
        assertThat(view.bank.allowedRisk(view, 0)).isZero();
    }

    /** Whoever answers pays in the target, whoever is abandoned is paid for: in the long run the share abandoned is the target. */
    @Test
    void theAccountBalancesAtTheTarget() {
        Bank bank = new Bank();
        AView view = new AView();
        Random random = new Random(7);
        for (int i = 0; i < 60_000; i++) {
            // A world in which the share abandoned is a tenth of the risk allowed.
            boolean abandoned = random.nextDouble() < bank.allowedRisk(view, 0) / 10;
            bank.liveAnswer(AView.NOW + i * 6 * SECOND, 0.03);
            view.liveAnswers++;
            if (abandoned) {
                bank.abandoned(0.03);
                view.abandoned++;
            }
        }
        assertThat(view.abandoned / (double) view.liveAnswers)
                .isCloseTo(0.029, within(0.001))
                .isLessThan(0.03);
    }

    @Test
    void personsTakenForMachinesCountAsAbandoned() {
        AView view = new AView();
        view.liveAnswers = 1_000;
        double before = view.bank.headroom(view);
        view.missedPersons = 10;
        assertThat(view.bank.headroom(view)).isCloseTo(before - 10 * 0.97, within(1e-9));
        view.missedPersons = 40;
        assertThat(view.bank.allowedRisk(view, 0)).isZero();
    }
}
