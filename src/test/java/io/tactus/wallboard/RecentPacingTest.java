package io.tactus.wallboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.tactus.floor.effect.NewsEffect.Paced;
import io.tactus.floor.effect.NewsEffect.Shadowed;
import io.tactus.floor.model.DialMode;
import io.tactus.pacing.PacingDecision.Why;
import io.tactus.wallboard.Board.DecisionRow;
import io.tactus.wallboard.Board.ShadowRow;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecentPacingTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE_MICROS = 60_000_000L;
    private static final Why WHY = new Why(2, 1, 9, 0.02, 0.03, 38, 2);
    private final RecentPacing recent = new RecentPacing();

    private static Paced paced(int launched, String reason, long atMicros) {
        return new Paced(1, "n", launched, 0, reason, 1, 2, 0, 10, 0, WHY, Optional.empty(), atMicros);
    }

    private static Optional<Shadowed> shadowed(DialMode mode, int launches, int differed) {
        return Optional.of(new Shadowed(mode, launches, 0, "ratio", 0.04, 0.02, 10, differed));
    }

    @Test
    void decisionsOfAMomentAreOneRowThatTellsWhatWasLaunched() {
        recent.see(paced(2, "ahead", 0), 0);
        recent.see(paced(3, "ahead", 500_000), SECOND);
        recent.see(paced(0, "risk", 600_000), SECOND + 1);
        recent.see(paced(0, "risk", 9_000_000), 3 * SECOND);
        assertThat(recent.rows()).extracting(DecisionRow::launched).containsExactly(0, 5);
        assertThat(recent.rows()).extracting(DecisionRow::reason).containsExactly("risk", "ahead");
    }

    @Test
    void onlyTheLastRowsStay() {
        for (int i = 0; i < 20; i++) {
            recent.see(paced(i, "r", i), 3L * i * SECOND);
        }
        assertThat(recent.rows()).extracting(DecisionRow::launched).containsExactly(19, 18, 17, 16, 15, 14);
    }

    @Test
    void theShadowIsComparedOverItsTimeOfTheLastHour() {
        assertThat(recent.shadow(true)).isNull();
        for (int minute = 0; minute <= 120; minute++) {
            int wanted = minute < 60 ? 100 : 3;
            recent.see(
                    paced(2, "r", minute * MINUTE_MICROS).withShadow(shadowed(DialMode.POWER, wanted, 4)),
                    minute * SECOND);
        }
        ShadowRow row = recent.shadow(true);
        assertThat(row.mode()).isEqualTo("POWER");
        // 60 minutes' sums over the 59 between the first and the last decision of them.
        assertThat(row.liveLaunchesPerHour()).isBetween(119.0, 123.0);
        assertThat(row.launchesPerHour()).isBetween(179.0, 184.0);
        assertThat(row.differedShare()).isEqualTo(0.4);
        assertThat(row.risk()).isBetween(0.0399, 0.0401);
        assertThat(row.liveRisk()).isBetween(0.0199, 0.0201);
    }

    @Test
    void anotherModeBeginsAnewAndNoShadowIsNone() {
        recent.see(paced(2, "r", 0).withShadow(shadowed(DialMode.POWER, 50, 10)), 0);
        recent.see(paced(2, "r", MINUTE_MICROS).withShadow(shadowed(DialMode.PROGRESSIVE, 0, 0)), SECOND);
        assertThat(recent.shadow(true).mode()).isEqualTo("PROGRESSIVE");
        assertThat(recent.shadow(true).differedShare()).isZero();
        assertThat(recent.shadow(false)).isNull();
        assertThat(recent.shadow(true)).isNull();
    }
}
