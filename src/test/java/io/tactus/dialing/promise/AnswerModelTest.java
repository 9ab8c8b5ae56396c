package io.tactus.dialing.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class AnswerModelTest {
    private static final int DIALS = 20_000;
    private final Random random = new Random(5);
    private final AnswerModel model = new AnswerModel();

    private LeadFacts lead() {
        return new LeadFacts(
                random.nextInt(6),
                random.nextBoolean() ? "NO_ANSWER" : "",
                8 + random.nextInt(13),
                random.nextInt(7) > 4);
    }

    @Test
    void itFindsTheHoursAndTheHistoryInWhichPeopleAnswer() {
        for (int i = 0; i < DIALS; i++) {
            LeadFacts lead = lead();
            double rate = (lead.localHour() >= 17 ? 0.4 : 0.1) / (1 + lead.attempts());
            model.learn(lead, random.nextDouble() < rate);
        }

        assertThat(model.probability(new LeadFacts(0, "", 18, false))).isCloseTo(0.4, within(0.08));
        assertThat(model.probability(new LeadFacts(0, "", 9, false))).isCloseTo(0.1, within(0.04));
        assertThat(model.probability(new LeadFacts(5, "NO_ANSWER", 9, false))).isLessThan(0.05);
    }

    @Test
    void whereNothingMattersAllLeadsPromiseTheSame() {
        for (int i = 0; i < DIALS; i++) {
            model.learn(lead(), random.nextDouble() < 0.25);
        }

        for (int i = 0; i < 100; i++) {
            assertThat(model.probability(lead())).isCloseTo(0.25, within(0.07));
        }
    }

    @Test
    void thePromiseIsAlwaysAProbability() {
        for (int i = 0; i < DIALS; i++) {
            model.learn(lead(), false);
        }

        assertThat(model.probability(lead())).isBetween(0.002, 0.05);
        assertThat(model.probability(new LeadFacts(100, "SOMETHING_NEW", 0, true)))
                .isBetween(0.002, 0.3);
    }

    @Test
    void theHourIsThatOfTheLead() {
        Instant now = Instant.parse("2026-03-07T02:30:00Z");

        assertThat(LeadFacts.of(0, "", now, ZoneId.of("America/New_York"))).isEqualTo(new LeadFacts(0, "", 21, false));
        assertThat(LeadFacts.of(0, "", now, ZoneId.of("Asia/Tokyo"))).isEqualTo(new LeadFacts(0, "", 11, true));
    }
}
