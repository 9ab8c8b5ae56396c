package io.tactus.pacing.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class AnswerForecastTest {
    private final Random random = new Random(5);

    /** Answers between 4 and 14 s, the rest ends at 25 s. */
    private void dial(AnswerForecast forecast, int dials, double share, double promise) {
        for (int i = 0; i < dials; i++) {
            if (random.nextDouble() < share) {
                forecast.asked(4 + 10 * random.nextDouble(), promise, 0);
            } else {
                forecast.ended(25, promise, 0);
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

    /** Five hundred dials at once, of which a ninth is refused at once, a tenth answered within 14 s, and the rest rings for 25 s. */
    @Test
    void whatEndsFirstOfASurgeDoesNotDeceive() {
        AnswerForecast forecast = new AnswerForecast();
        double[] kinds = random.doubles(500).sorted().toArray();
        int refused = (int) Arrays.stream(kinds).filter(kind -> kind < 0.11).count();
        int answered = (int) Arrays.stream(kinds).filter(kind -> kind > 0.9).count();
        for (int i = 0; i < refused; i++) {
            forecast.ended(2, 0, 25_000_000);
        }
        forecast.settle(2_000_000);
        assertThat(forecast.warm()).isFalse();
        for (int i = 0; i < answered; i++) {
            forecast.asked(4 + 10.0 * i / answered, 0, 25_000_000);
        }
        forecast.settle(24_999_999);
        assertThat(forecast.warm()).isFalse();
        for (int i = refused + answered; i < 500; i++) {
            forecast.ended(25, 0, 25_000_000);
        }
        forecast.settle(25_000_000);

        assertThat(forecast.warm()).isTrue();
        assertThat(forecast.chance(0)).isBetween(answered / 500.0, answered / 500.0 + 0.1);
    }

    /** A second such surge, when a share is known: before it has ended, its refusals lower nothing. */
    @Test
    void aKnownShareStandsUntilTheSurgeHasEnded() {
        AnswerForecast forecast = new AnswerForecast();
        dial(forecast, 2_000, 0.25, 0);
        double before = forecast.chance(0);
        for (int i = 0; i < 400; i++) {
            forecast.ended(2, 0, 60_000_000);
        }
        forecast.settle(30_000_000);
        assertThat(forecast.chance(0)).isEqualTo(before);
        forecast.settle(60_000_000);
        assertThat(forecast.chance(0)).isLessThan(before / 2);
    }

    @Test
    void callsGivenUpDoNotLowerTheShare() {
        AnswerForecast kept = new AnswerForecast();
        AnswerForecast released = new AnswerForecast();
        for (int i = 0; i < 4_000; i++) {
            boolean person = random.nextDouble() < 0.3;
            double delay = 4 + 20 * random.nextDouble();
            if (person) {
                kept.asked(delay, 0, 0);
            } else {
                kept.ended(25, 0, 0);
            }
            // The same calls, but every other one that still rings at 15 s is given up.
            if (i % 2 == 0 && (!person || delay > 15)) {
                released.givenUp(15, 0, 0);
            } else if (person) {
                released.asked(delay, 0, 0);
            } else {
                released.ended(25, 0, 0);
            }
        }
        assertThat(released.share()).isCloseTo(kept.share(), within(0.05));
    }
}
