package io.tactus.pacing.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class AnswerForecastTest {
    private final Random random = new Random(5);

    /** Answers between 4 and 14 s, the rest ends at 25 s. */
    private void dial(AnswerForecast forecast, int dials, double share, double promise) {
        for (int i = 0; i < dials; i++) {
            if (random.nextDouble() < share) {
                forecast.asked(4 + 10 * random.nextDouble(), promise);
            } else {
                forecast.ended(25, promise);
            }
        }
    }

    @Test
    void theShareIsLearntWithAMarginOnTop() {
        AnswerForecast forecast = new AnswerForecast();
        dial(forecast, 3_000, 0.25, 0);

        assertThat(forecast.share()).isCloseTo(0.25, within(0.04));
        assertThat(forecast.chance(0)).isGreaterThan(forecast.share()).isLessThan(0.42);
    }

    @Test
    void aTripledShareIsBelievedWithinAHundredDials() {
        AnswerForecast forecast = new AnswerForecast();
        dial(forecast, 1_000, 0.12, 0);
        dial(forecast, 100, 0.36, 0);

        assertThat(forecast.chance(0)).isGreaterThan(0.27);
    }

    @Test
    void leadsPromiseMoreOrLessAndTheLevelIsLearnt() {
        AnswerForecast forecast = new AnswerForecast();
        for (int i = 0; i < 3_000; i++) {
            // The list promises twice what it keeps.
            double promise = 0.2 + 0.6 * random.nextDouble();
            dial(forecast, 1, promise / 2, promise);
        }
        assertThat(forecast.chance(0.8)).isCloseTo(0.4, within(0.12));
        assertThat(forecast.chance(0.2)).isCloseTo(0.1, within(0.03));
    }

    @Test
    void aCallThatHasRungLongerThanAnyAnswerWillNotBeAnswered() {
        AnswerForecast forecast = new AnswerForecast();
        dial(forecast, 3_000, 0.5, 0);
        double chance = forecast.chance(0);

        assertThat(forecast.probability(AnswerForecast.HORIZONS, 0, chance)).isCloseTo(chance, within(1e-9));
        // At 9 s half of the answers are over: p/2 against p/2 + (1 - p).
        assertThat(forecast.probability(AnswerForecast.HORIZONS, 9, 0.5)).isCloseTo(1 / 3.0, within(0.05));
        assertThat(forecast.probability(AnswerForecast.HORIZONS, 20, chance)).isLessThan(0.01);
    }

    @Test
    void theHorizonsAreTheOctilesOfTheDelay() {
        AnswerForecast forecast = new AnswerForecast();
        dial(forecast, 3_000, 0.5, 0);

        for (int k = 0; k < AnswerForecast.HORIZONS; k++) {
            assertThat(forecast.horizonSeconds(k)).isCloseTo(4 + 10 * (k + 0.5) / 8, within(0.8));
        }
    }

    @Test
    void callsGivenUpDoNotLowerTheShare() {
        AnswerForecast kept = new AnswerForecast();
        AnswerForecast released = new AnswerForecast();
        for (int i = 0; i < 4_000; i++) {
            boolean person = random.nextDouble() < 0.3;
            double delay = 4 + 20 * random.nextDouble();
            if (person) {
                kept.asked(delay, 0);
            } else {
                kept.ended(25, 0);
            }
            // The same calls, but every other one that still rings at 15 s is given up.
            if (i % 2 == 0 && (!person || delay > 15)) {
                released.givenUp(15, 0);
            } else if (person) {
                released.asked(delay, 0);
            } else {
                released.ended(25, 0);
            }
        }
        assertThat(released.share()).isCloseTo(kept.share(), within(0.05));
    }
}
