package io.tactus.pacing.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tactus.pacing.AView;
import io.tactus.pacing.Bank;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ForecastMemoryTest {
    private static final Offset<Double> MILLIONTHS = Offset.offset(1e-5);
    /** The tables of answers are made anew each few dials only, and at once when they are recalled. */
    private static final Offset<Double> FEW_DIALS = Offset.offset(2e-3);

    private static Forecast learnt(int dials) {
        Forecast forecast = new Forecast();
        Random random = new Random(7);
        for (int i = 0; i < dials; i++) {
            if (random.nextDouble() < 0.31) {
                forecast.answers.asked(4 + 6 * random.nextDouble(), 0, 0);
                forecast.releases.talkEnded(1, 60 + 120 * random.nextDouble());
                forecast.releases.wrapUpEnded(1, 10 + 20 * random.nextDouble());
            } else {
                forecast.answers.ended(25 * random.nextDouble(), 0, 0);
            }
        }
        forecast.answers.lag(1.4);
        return forecast;
    }

    private static ForecastMemory memoryOf(Forecast forecast, Bank bank) {
        ForecastMemory.Writer writer = new ForecastMemory.Writer();
        forecast.keep(writer);
        bank.keep(writer);
        return writer.memory();
    }

    @Test
    void whatIsRecalledForecastsTheSame() {
        Forecast before = learnt(2_000);
        Forecast after = Forecast.of(memoryOf(before, new Bank()));
        assertThat(after.answers.share()).isEqualTo(before.answers.share()).isBetween(0.2, 0.4);
        assertThat(after.answers.chance(0)).isEqualTo(before.answers.chance(0));
        assertThat(after.answers.lagSeconds()).isEqualTo(1.4);
        assertThat(after.answers.warm()).isTrue();
        assertThat(new Forecast().answers.warm()).isFalse();
        before.releases.prepare(before.answers, 2);
        after.releases.prepare(after.answers, 2);
        for (int k = 0; k < AnswerForecast.HORIZONS; k++) {
            assertThat(after.answers.horizonSeconds(k)).isEqualTo(before.answers.horizonSeconds(k));
            for (double age : new double[] {0, 3, 9, 30, 200}) {
                assertThat(after.answers.probability(k, age, 0.3))
                        .isCloseTo(before.answers.probability(k, age, 0.3), FEW_DIALS);
                for (WorkPhase phase : WorkPhase.values()) {
                    assertThat(after.releases.free(1, phase, age)[k])
                            .isCloseTo(before.releases.free(1, phase, age)[k], MILLIONTHS);
                }
            }
        }
    }

    @Test
    void theAccountGoesOnFromItsPrice() {
        Bank before = new Bank();
        for (int i = 1; i <= 200; i++) {
            before.liveAnswer(i * 20_000_000L, 0.05);
        }
        Bank after = Bank.of(memoryOf(new Forecast(), before));
        AView view = new AView();
        assertThat(after.price(view)).isEqualTo(before.price(view)).isNotEqualTo(new Bank().price(view));
        assertThat(after.answersPerHour()).isEqualTo(before.answersPerHour());
        // A week passed: that is not a week without answers.
        after.liveAnswer(700_000_000_000L, 0.05);
        assertThat(after.answersPerHour()).isGreaterThan(before.answersPerHour());
    }

    @Test
    void whatLearnsOnAfterwardsLearnsTheSame() {
        Forecast before = learnt(300);
        Forecast after = Forecast.of(memoryOf(before, new Bank()));
        for (int i = 0; i < 500; i++) {
            before.answers.asked(5, 0, 0);
            after.answers.asked(5, 0, 0);
        }
        assertThat(after.answers.chance(0)).isEqualTo(before.answers.chance(0));
        assertThat(after.answers.probability(3, 2, 0.4)).isCloseTo(before.answers.probability(3, 2, 0.4), FEW_DIALS);
    }

    @Test
    void aMissingPartStaysAtItsPrior() {
        ForecastMemory whole = memoryOf(learnt(500), new Bank());
        List<ForecastMemory.Part> parts = new ArrayList<>(whole.parts());
        parts.removeIf(part -> part.name().startsWith("releases") || part.name().equals("account"));
        Forecast after = Forecast.of(new ForecastMemory(ForecastMemory.VERSION, parts));
        assertThat(after.answers.share()).isEqualTo(learnt(500).answers.share());
        assertThat(Bank.of(new ForecastMemory(ForecastMemory.VERSION, parts)).price(new AView()))
                .isEqualTo(new Bank().price(new AView()));
    }

    @Test
    void whatIsNotUnderstoodIsRefused() {
        assertRefused(new ForecastMemory(2, List.of()), "version");
        assertRefused(part("answers.live", 1, 2, 3), "answers.live");
        assertRefused(part("answers.slow", 1, -2, 3), "negative");
        assertRefused(part("answers.lag", Double.NaN), "not a number");
        assertRefused(part("releases.talkPaces.agents", 7, 2, 2, 7, 3, 3), "agent 7 twice");
        assertThatThrownBy(() -> Bank.of(part("account", -2, 10, 0))).hasMessageContaining("hours");
    }

    private static ForecastMemory part(String name, double... values) {
        return new ForecastMemory(
                ForecastMemory.VERSION,
                List.of(new ForecastMemory.Part(
                        name, Arrays.stream(values).boxed().toList())));
    }

    private static void assertRefused(ForecastMemory memory, String word) {
        assertThatThrownBy(() -> Forecast.of(memory))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(word);
    }
}
