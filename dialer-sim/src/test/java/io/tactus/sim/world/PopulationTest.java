package io.tactus.sim.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PopulationTest {
    private static final int DIALS = 40_000;

    @Test
    void theSameSeedGivesTheSameFatesInAnyOrderOfDials() {
        var forwards = population(5);
        var backwards = population(5);
        var first =
                IntStream.range(0, 500).mapToObj(i -> forwards.fateOf("49" + i)).toList();
        var second = IntStream.range(0, 500)
                .mapToObj(i -> backwards.fateOf("49" + (499 - i)))
                .toList();

        assertThat(first).isEqualTo(second.reversed());
    }

    @Test
    void anotherSeedGivesAnotherWorld() {
        assertThat(fates(population(5), 500)).isNotEqualTo(fates(population(6), 500));
    }

    @Test
    void theReferenceWorldHasItsShares() {
        var fates = fates(population(1), DIALS);

        // 0.25 less the 1 % or so who would answer after 30 s.
        assertThat(share(fates, fate -> fate instanceof Fate.Answered a && a.party() instanceof Party.Person))
                .isCloseTo(0.25, within(0.01));
        assertThat(share(fates, fate -> fate instanceof Fate.Answered a && a.party() instanceof Party.Machine))
                .isCloseTo(0.75 * 0.45, within(0.01));
        assertThat(share(fates, fate -> fate instanceof Fate.Refused)).isCloseTo(0.75 * 0.15, within(0.01));
    }

    @Test
    void machinesThatTheNetworkTurnsAwayEndWhenTheyWouldAnswerAndNothingElseChanges() {
        var settings = PopulationSettings.reference(0.25);
        var usual = fates(new Population(1, settings, new NumberPlan()), 2_000);
        var turnedAway = fates(new Population(1, settings.withMachinesTurnedAway(), new NumberPlan()), 2_000);

        for (var i = 0; i < usual.size(); i++) {
            var expected = usual.get(i) instanceof Fate.Answered a && a.party() instanceof Party.Machine
                    ? new Fate.Refused(Refusal.REJECTED, a.answersAfter())
                    : usual.get(i);
            assertThat(turnedAway.get(i)).isEqualTo(expected);
        }
    }

    @Test
    void aLogNormalHasItsMeanAndItsVariation() {
        var random = new java.util.SplittableRandom(3);
        var draws = IntStream.range(0, DIALS)
                .mapToDouble(i -> LogNormal.of(22, 0.4, random.nextGaussian()))
                .summaryStatistics();
        var again = new java.util.SplittableRandom(3);
        var squares = IntStream.range(0, DIALS)
                .mapToDouble(i -> Math.pow(LogNormal.of(22, 0.4, again.nextGaussian()) - 22, 2))
                .average();

        assertThat(draws.getAverage()).isCloseTo(22, within(0.2));
        assertThat(Math.sqrt(squares.orElse(0)) / 22).isCloseTo(0.4, within(0.01));
    }

    @Test
    void peopleAnswerAfterTenSecondsAndTalkTwoMinutesOnAverage() {
        var people = fates(population(1), DIALS).stream()
                .filter(fate -> fate instanceof Fate.Answered a && a.party() instanceof Party.Person)
                .map(Fate.Answered.class::cast)
                .toList();

        var answers =
                people.stream().mapToLong(a -> a.answersAfter().toMillis()).average();
        var talk = people.stream()
                .mapToLong(a -> a.party() instanceof Party.Person p ? p.talk().toMillis() : 0)
                .average();
        assertThat(answers.orElse(0)).isCloseTo(10_000, within(300.0));
        assertThat(talk.orElse(0)).isCloseTo(120_000, within(5_000.0));
    }

    @Test
    void theDetectorErrsAtItsRates() {
        var population = population(3);
        var person = new Party.Person(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, true);
        var wrong = IntStream.range(0, DIALS)
                .filter(i -> population.detect("49" + i, person).status().equals("MACHINE"))
                .count();

        assertThat((double) wrong / DIALS).isCloseTo(0.04, within(0.005));
    }

    @Test
    void aScriptedNumberFollowsItsScriptDialByDial() {
        var plan = Script.plan(List.of("49* busy", "4930 busy after=1", "4930 answer after=3 # second dial"));
        var population = new Population(1, PopulationSettings.reference(0.25), plan);

        assertThat(population.fateOf("4930")).isEqualTo(new Fate.Refused(Refusal.BUSY, Duration.ofSeconds(1)));
        assertThat(population.fateOf("4930")).isInstanceOf(Fate.Answered.class);
        assertThat(population.fateOf("4931")).isInstanceOf(Fate.Refused.class);
    }

    @Test
    void aMistakeInAScriptNamesItsLine() {
        assertThatThrownBy(() -> Script.plan(List.of("# fine", "4930 anwser")))
                .hasMessageContaining("line 2")
                .hasMessageContaining("anwser");
    }

    private static Population population(long seed) {
        return new Population(seed, PopulationSettings.reference(0.25), new NumberPlan());
    }

    private static List<Fate> fates(Population population, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> population.fateOf("49" + i))
                .toList();
    }

    private static double share(List<Fate> fates, java.util.function.Predicate<Fate> wanted) {
        return (double) fates.stream().filter(wanted).count() / fates.size();
    }
}
