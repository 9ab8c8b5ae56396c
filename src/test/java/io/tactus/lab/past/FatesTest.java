package io.tactus.lab.past;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FatesTest {
    private static final Setting SETTING = new Setting(
            "c", "predictive", ZoneId.of("UTC"), Instant.parse("2026-11-22T00:00:00Z"), 86_400, 0.03, 25, 15, false, 0);

    private static Dial dial(double at, Ending ending, double after) {
        return new Dial(at, ending, after, 0, ending == Ending.TALKED ? 60 : Dial.UNKNOWN);
    }

    /** Persons answer uniformly within 20 s, every fourth dial; half of all calls that still ring are given up after 10 s. */
    private static Recording halfGivenUp(int dials) {
        SplittableRandom random = new SplittableRandom(5);
        List<Dial> all = new ArrayList<>();
        for (int i = 0; i < dials; i++) {
            Dial whole = random.nextInt(4) == 0
                    ? dial(i, Ending.TALKED, 20 * random.nextDouble())
                    : dial(i, Ending.RANG_OUT, 25);
            all.add(whole.after() > 10 && random.nextBoolean() ? dial(i, Ending.GIVEN_UP, 10) : whole);
        }
        return new Recording(SETTING, all, List.of(), List.of());
    }

    @Test
    void callsGivenUpFindTheirFatesAmongThoseThatWereNot() {
        List<Dial> whole = new Fates(halfGivenUp(20_000)).completed(new SplittableRandom(1));

        assertThat(whole).noneMatch(dial -> dial.ending() == Ending.GIVEN_UP);
        assertThat(whole.stream().filter(dial -> dial.ending().live()).count() / 20_000.0)
                .isCloseTo(0.25, within(0.01));
        assertThat(whole.stream()
                        .filter(d -> d.ending().live())
                        .mapToDouble(Dial::after)
                        .average()
                        .orElse(0))
                .isCloseTo(10, within(0.3));
    }

    @Test
    void aPersonWhoWasAbandonedDrawsATalkAndKeepsTheAnswer() {
        Dial abandoned = new Dial(7, Ending.ABANDONED, 8, 2, Dial.UNKNOWN);
        Recording day = new Recording(SETTING, List.of(dial(0, Ending.TALKED, 5), abandoned), List.of(), List.of());

        assertThat(new Fates(day).whole(abandoned, new SplittableRandom(1)))
                .isEqualTo(new Dial(7, Ending.ABANDONED, 8, 2, 60));
    }

    @Test
    void withNothingSeenToLastLongerACallRingsOut() {
        Dial lost = dial(3, Ending.GIVEN_UP, 16);
        Recording day = new Recording(SETTING, List.of(dial(0, Ending.BUSY, 2), lost), List.of(), List.of());

        assertThat(new Fates(day).whole(lost, new SplittableRandom(1))).isEqualTo(dial(3, Ending.RANG_OUT, 25));
    }

    @Test
    void patienceIsEstimatedFromThoseWhoWereServedBeforeItEnded() {
        SplittableRandom random = new SplittableRandom(2);
        List<Dial> people = IntStream.range(0, 20_000)
                .mapToObj(i -> {
                    double patience = 10 * random.nextDouble();
                    double service = 8 * random.nextDouble();
                    return new Dial(
                            i,
                            patience < service ? Ending.LEFT : Ending.TALKED,
                            5,
                            Math.min(patience, service),
                            Dial.UNKNOWN);
                })
                .toList();
        Patience patience = new Patience(people);

        assertThat(patience.quantile(0.3)).isCloseTo(3, within(0.2));
        assertThat(patience.quantile(0.6)).isCloseTo(6, within(0.2));
        assertThat(patience.quantile(0.9)).isEqualTo(Patience.BEYOND);
        assertThat(new Patience(people.subList(0, 3)).seen()).isFalse();
    }

    @Test
    void quantilesKeepTheMeanOfALongTail() {
        SplittableRandom random = new SplittableRandom(3);
        double[] sample = IntStream.range(0, 5_000)
                .mapToDouble(i -> Math.exp(0.9 * random.nextGaussian()))
                .toArray();
        List<Double> quantiles = Quantiles.of(sample, 40);

        assertThat(quantiles).hasSize(41).isSorted();
        assertThat(Quantiles.mean(quantiles)).isCloseTo(Math.exp(0.405), within(0.06));
        assertThat(Quantiles.at(quantiles, 0.5)).isCloseTo(1, within(0.05));
        assertThat(Quantiles.at(quantiles, 1)).isEqualTo(quantiles.getLast());
        assertThatThrownBy(() -> Quantiles.require("talk.quantiles", List.of(3.0, 2.0)))
                .hasMessageContainingAll("talk.quantiles", "[3.0, 2.0]");
    }
}
