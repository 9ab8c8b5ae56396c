package io.tactus.pacing.predictive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tactus.pacing.forecast.AnswerForecast;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class RiskTest {
    private static final int HORIZONS = AnswerForecast.HORIZONS;

    /** The naive twin: every combination of yes and no, one by one. */
    private static double enumerated(int spare, double[] releases, double[] answers) {
        double sum = 0;
        int events = releases.length + answers.length;
        for (int world = 0; world < 1 << events; world++) {
            double probability = 1;
            int left = spare;
            for (int i = 0; i < events; i++) {
                boolean yes = (world >> i & 1) == 1;
                double p = i < releases.length ? releases[i] : answers[i - releases.length];
                probability *= yes ? p : 1 - p;
                left += yes ? (i < releases.length ? 1 : -1) : 0;
            }
            sum += left <= 0 ? probability : 0;
        }
        return sum;
    }

    private static Risk risk(int spare, double[] releases, double[] answers) {
        Risk risk = new Risk();
        risk.begin(Math.max(0, spare), Math.max(0, -spare));
        count(risk, releases, answers);
        return risk;
    }

    private static void count(Risk risk, double[] releases, double[] answers) {
        for (double r : releases) {
            risk.addAgent();
            for (int k = 0; k < HORIZONS; k++) {
                risk.release(k, r);
            }
        }
        for (double a : answers) {
            risk.addCall();
            for (int k = 0; k < HORIZONS; k++) {
                risk.answer(k, a);
            }
        }
    }

    private static double[] random(Random random, int count, double highest) {
        return random.doubles(count, 0, highest).toArray();
    }

    @Test
    void smallTeamsAreExact() {
        Random random = new Random(1);
        for (int story = 0; story < 500; story++) {
            int spare = random.nextInt(6) - 2;
            double[] releases = random(random, random.nextInt(7), 1);
            double[] answers = random(random, random.nextInt(8), 1);

            assertThat(risk(spare, releases, answers).value())
                    .as("story %d, spare %d", story, spare)
                    .isCloseTo(enumerated(spare, releases, answers), within(1e-9));
        }
    }

    @Test
    void agentsAndAnswersAreExpectedApart() {
        Risk risk = new Risk();
        risk.begin(2, 1);
        for (int k = 0; k < HORIZONS; k++) {
            risk.arrivals(k, 0.5);
        }
        count(risk, new double[] {0.9, 0.5}, new double[] {0.3});
        assertThat(risk.expectedFree(4)).isCloseTo(3.4, within(1e-9));
        assertThat(risk.expectedAnswers(4)).isCloseTo(1.8, within(1e-9));
    }

    /** Two callers expected: the sum over how many come of the risk with so many agents less. */
    @Test
    void callersTakeAgentsToo() {
        double[] releases = {0.9, 0.5, 0.4};
        double[] answers = {0.3, 0.2};
        double expected = 0;
        double probability = Math.exp(-2);
        for (int callers = 0; callers < 40; callers++) {
            expected += probability * enumerated(3 - callers, releases, answers);
            probability *= 2.0 / (callers + 1);
        }
        Risk risk = new Risk();
        risk.begin(3, 0);
        for (int k = 0; k < HORIZONS; k++) {
            risk.arrivals(k, 2);
        }
        count(risk, releases, answers);
        assertThat(risk.value()).isCloseTo(expected, within(1e-9));
        assertThat(risk(3, releases, answers).value()).isLessThan(expected / 2);
    }

    /** Beyond 30 busy agents the normal distribution stands in; where it begins it is off by less than a point. */
    @Test
    void theApproximationOfLargeTeamsIsCheckedAgainstTheExactOne() {
        double worst = 0;
        Random random = new Random(2);
        for (int story = 0; story < 300; story++) {
            int spare = random.nextInt(4);
            double[] releases = random(random, Risk.EXACT_AGENTS, 0.5);
            double[] answers = random(random, 40 + random.nextInt(60), 0.25);
            // One agent who never gets free makes the team too large to convolve and changes nothing else.
            double[] larger = Arrays.copyOf(releases, releases.length + 1);
            double off = risk(spare, larger, answers).value()
                    - risk(spare, releases, answers).value();
            worst = Math.max(worst, Math.abs(off));
        }
        assertThat(worst).isLessThan(0.01);
    }
}
