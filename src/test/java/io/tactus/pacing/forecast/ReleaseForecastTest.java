package io.tactus.pacing.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class ReleaseForecastTest {
    private final AnswerForecast answers = new AnswerForecast();
    private final ReleaseForecast releases = new ReleaseForecast();
    private final Random random = new Random(3);

    private double exponential(double mean) {
        return -mean * Math.log(1 - random.nextDouble());
    }

    @Test
    void wrapUpsEndAsTheyUsuallyDo() {
        for (int i = 0; i < 2_000; i++) {
            releases.wrapUpEnded(1, 15 + 10 * random.nextDouble());
        }
        releases.begin();
        releases.prepare(answers, 1.97);

        assertThat(releases.free(1, WorkPhase.WRAP_UP, 5)[ReleaseForecast.SOON])
                .as("a wrap-up just begun")
                .isLessThan(0.03);
        assertThat(releases.free(1, WorkPhase.WRAP_UP, 20.5)[ReleaseForecast.SOON])
                .as("3 s of the 4.5 s that are left")
                .isCloseTo(0.66, within(0.1));
    }

    /** Talk exponential with mean 60 s, wrap-up 10 s: free within h with probability 1 - exp(-(h - 10) / 60). */
    @Test
    void talkersAreFreeAfterTalkAndWrapUp() {
        for (int i = 0; i < 4_000; i++) {
            releases.talkEnded(1, exponential(60));
            releases.wrapUpEnded(1, 9.5 + random.nextDouble());
        }
        releases.begin();
        releases.prepare(answers, 10);
        int last = AnswerForecast.HORIZONS - 1;
        double within = answers.horizonSeconds(last) + 10;

        assertThat(releases.free(1, WorkPhase.TALK, 30)[last])
                .isCloseTo(1 - Math.exp(-(within - 10) / 60), within(0.05));
    }

    /** After ten seconds only the short of many long talks have ended; those under way tell how long the rest is. */
    @Test
    void theShortOnesWhichEndFirstDoNotDeceive() {
        ReleaseForecast blind = new ReleaseForecast();
        releases.begin();
        blind.begin();
        for (int agent = 0; agent < 100; agent++) {
            double talk = exponential(200);
            if (talk < 10) {
                releases.talkEnded(1, talk);
                blind.talkEnded(1, talk);
            } else {
                releases.busy(1, WorkPhase.TALK, 10);
            }
        }
        releases.prepare(answers, 2);
        blind.prepare(answers, 2);

        assertThat(releases.free(1, WorkPhase.TALK, 3)[7]).isLessThan(blind.free(1, WorkPhase.TALK, 3)[7] / 2);
    }
}
