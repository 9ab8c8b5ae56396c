package io.tactus.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tactus.sim.world.Fate;
import io.tactus.sim.world.Party;
import io.tactus.sim.world.Refusal;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WrittenNumberTest {
    private static final Duration RING = Duration.ofSeconds(25);

    @Test
    void aPersonsNumberSaysWhenSheAnswersAndHowLongSheTalks() {
        String number = WrittenNumber.of(42, answered(10_040, person(20_000)), RING);

        assertThat(number).isEqualTo("+999" + "00042" + "0" + "050" + "100");
    }

    @Test
    void whoAnswersTooCloseToTheTimeOutDoesNotAnswer() {
        assertThat(WrittenNumber.of(1, answered(24_100, person(20_000)), RING)).startsWith("+999000019");
        assertThat(WrittenNumber.of(1, answered(23_900, person(20_000)), RING)).startsWith("+999000010");
    }

    @Test
    void aTalkIsNeverLongerThanTheNumberCanSayAndNeverNothing() {
        assertThat(WrittenNumber.of(1, answered(5_000, person(500_000)), RING)).endsWith("999");
        assertThat(WrittenNumber.of(1, answered(5_000, person(10)), RING)).endsWith("001");
    }

    @Test
    void eachFateHasTheOutcomeThatTheCarrierPlays() {
        assertThat(outcomes(answered(5_000, person(1_000)))).isEqualTo(Set.of("ANSWERED", "ABANDONED"));
        assertThat(outcomes(answered(5_000, new Party.Machine(RING, RING)))).isEqualTo(Set.of("NO_ANSWER"));
        assertThat(outcomes(new Fate.RingsOut(Duration.ofSeconds(1)))).isEqualTo(Set.of("NO_ANSWER"));
        assertThat(outcomes(refused(Refusal.BUSY))).isEqualTo(Set.of("BUSY"));
        assertThat(outcomes(refused(Refusal.INVALID))).isEqualTo(Set.of("INVALID_NUMBER"));
        assertThat(outcomes(refused(Refusal.CONGESTION))).isEqualTo(Set.of("CONGESTION"));
        assertThat(outcomes(refused(Refusal.REJECTED))).isEqualTo(Set.of("REJECTED"));
    }

    @Test
    void aSequenceThatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> WrittenNumber.of(100_000, refused(Refusal.BUSY), RING))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("100000");
    }

    private static Set<String> outcomes(Fate fate) {
        return WrittenNumber.outcomes(WrittenNumber.of(7, fate, RING).substring(1));
    }

    private static Fate refused(Refusal refusal) {
        return new Fate.Refused(refusal, Duration.ofSeconds(3));
    }

    private static Fate answered(long afterMillis, Party party) {
        return new Fate.Answered(Duration.ofMillis(1_500), Duration.ofMillis(afterMillis), party);
    }

    private static Party person(long talkMillis) {
        return new Party.Person(Duration.ofMillis(talkMillis), RING, RING, RING, true);
    }
}
