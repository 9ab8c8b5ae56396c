package io.tactus.lab.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tactus.pacing.PacingDecision;
import io.tactus.pacing.PacingPolicy;
import io.tactus.pacing.forecast.Forecast;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Each peer against its published rule, on floors small enough to compute by hand. */
class PeerTest {
    @Test
    void ratioFillsUpToLevelTimesAgentsReadyOrInCall() {
        // round(1.5 x (2 + 5)) = 11 active calls, of which 5 are talks, 1 rings and 1 waits
        PacingDecision decision = VicidialPolicy.ratio(1.5)
                .decide(FakeFloor.of(2, 5).withWrapUps(3).withCalls(1, 1));
        assertThat(decision.launch()).isEqualTo(4);
    }

    @Test
    void vicidialPlacesCallsEachTwoAndAHalfSeconds() {
        PacingPolicy policy = VicidialPolicy.ratio(1);
        FakeFloor floor = FakeFloor.of(3, 0);
        assertThat(policy.decide(floor).launch()).isEqualTo(3);
        assertThat(policy.decide(floor.at(2.25))).isSameAs(PacingDecision.LATER);
        assertThat(policy.decide(floor.at(2.5)).launch()).isEqualTo(3);
        assertThat(policy.decide(floor.at(4.75))).isSameAs(PacingDecision.LATER);
        assertThat(policy.decide(floor.at(5.1)).launch()).isEqualTo(3);
        assertThat(policy.decide(floor.at(7.5)).launch()).isEqualTo(3);
    }

    @Test
    void theLevelGrowsByTheShareOfIdleAgents() {
        // 4 ready less 1 waiting of 10: x 1.3 after 15 s, x 1.69 after 30 s
        AdaptiveLevel level = new AdaptiveLevel(3, AdaptiveLevel.OverLimit.TAPERED);
        FakeFloor floor = FakeFloor.of(4, 5).withWrapUps(1).withCalls(0, 1);
        assertThat(levelAt(level, floor, 0, 14.75)).isEqualTo(1);
        assertThat(levelAt(level, floor, 15, 29.75)).isCloseTo(1.3, within(1e-9));
        assertThat(levelAt(level, floor, 30, 30)).isCloseTo(1.69, within(1e-9));
    }

    @Test
    void theLevelStaysBetweenOneAndItsMaximum() {
        FakeFloor idle = FakeFloor.of(10, 0);
        assertThat(levelAt(new AdaptiveLevel(3, AdaptiveLevel.OverLimit.TAPERED), idle, 0, 120))
                .isEqualTo(3);
        FakeFloor full = FakeFloor.of(0, 10).withCalls(0, 4);
        assertThat(levelAt(new AdaptiveLevel(3, AdaptiveLevel.OverLimit.TAPERED), full, 0, 120))
                .isEqualTo(1);
    }

    @Test
    void overTheLimitEachModeCutsInItsWay() {
        assertThat(cut(AdaptiveLevel.OverLimit.HARD_LIMIT)).isEqualTo(1);
        // nobody idle, so the level stands at 3 until it is halved
        assertThat(cut(AdaptiveLevel.OverLimit.AVERAGE)).isEqualTo(1.5);
        // after 2 minutes 7:57 or 7:58 hours are left of eight
        assertThat(cut(AdaptiveLevel.OverLimit.TAPERED)).isBetween(3 * 0.757, 3 * 0.759);
    }

    /** The level after it had climbed to 3 and the first look at the drops has found 4 of 100. */
    private static double cut(AdaptiveLevel.OverLimit rule) {
        AdaptiveLevel level = new AdaptiveLevel(3, rule);
        level.placed(51);
        levelAt(level, FakeFloor.of(10, 0).withDrops(0, 50), 0, 119.75);
        return levelAt(level, FakeFloor.of(0, 10).withDrops(4, 100), 120, 120);
    }

    @Test
    void overTheLimitIsIgnoredBeforeFiftyCalls() {
        AdaptiveLevel level = new AdaptiveLevel(3, AdaptiveLevel.OverLimit.HARD_LIMIT);
        level.placed(50);
        assertThat(levelAt(level, FakeFloor.of(10, 0).withDrops(10, 50), 0, 180))
                .isEqualTo(3);
    }

    @Test
    void availableOnlyCountsReadyAgentsAndNoTalks() {
        // The first beat is at level 1: 4 ready less 1 ringing; talks count on neither side
        PacingDecision decision =
                VicidialPolicy.availableOnly(3).decide(FakeFloor.of(4, 20).withCalls(1, 0));
        assertThat(decision.launch()).isEqualTo(3);
        // At level 3: 12 lines less 1, where the rule with talks would have asked for 3 x 24 - 21
        PacingPolicy grown = VicidialPolicy.availableOnly(3);
        FakeFloor floor = FakeFloor.of(10, 0).withCalls(1, 0);
        floor.shownTo(grown, 119.75);
        assertThat(grown.decide(FakeFloor.of(4, 20).withCalls(1, 0).at(120)).launch())
                .isEqualTo(11);
    }

    @Test
    void linesCountFreeAgentsOrAllAtWork() {
        FakeFloor floor = FakeFloor.of(3, 5).withCalls(2, 1);
        assertThat(LinesPolicy.perFreeAgent(2.5).decide(floor).launch()).isEqualTo(7 - 3);
        assertThat(LinesPolicy.perAgent(1.5).decide(floor).launch()).isEqualTo(12 - 5 - 3);
        assertThat(LinesPolicy.perFreeAgent(2.5).decide(FakeFloor.of(0, 9)).launch())
                .isZero();
    }

    @Test
    void erlangCountsAnAgentAsFreeFromTheLevelOn() {
        // The mean is the prior's 150 s: 1 - exp(-t / 150) reaches 0.99 at t = 691 s
        Supplier<PacingPolicy> rule = () -> new ErlangRule(0.99);
        assertThat(launchedAt(rule.get(), 690)).isZero();
        assertThat(launchedAt(rule.get(), 692)).isBetween(7, 8);
    }

    @Test
    void meanMatchingDialsForIdleAgentsAndForCallsThatEndWithinTheWindow() {
        MeanMatching rule = new MeanMatching();
        // No abandoned call: the window is at its most, 60 s, and with a mean of 150 s
        // 1 - exp(-60 / 150) = 0.33 of 20 busy agents count: 6.6, at p = 0.25 26 calls
        FakeFloor floor = new FakeFloor(0, 0, 20, 0, 0, 0, 100, 0, quarterAnswered());
        PacingDecision decision = floor.shownTo(rule, 900);
        assertThat(rule.windowSeconds()).isEqualTo(60);
        assertThat(decision.launch()).isEqualTo(26);
        // At the cap: 10 s; 10 % over it: less than half of that
        floor.at(900.25).withDrops(3, 100).shownTo(rule, 1000);
        assertThat(rule.windowSeconds()).isCloseTo(10, within(1e-6));
        floor.at(1000.25).withDrops(33, 1000).shownTo(rule, 1100);
        assertThat(rule.windowSeconds()).isBetween(4.0, 5.0);
    }

    private static int launchedAt(PacingPolicy policy, double second) {
        FakeFloor floor = new FakeFloor(0, 0, 2, 0, 0, 0, 100, 0, quarterAnswered());
        return floor.shownTo(policy, second).launch();
    }

    private static Forecast quarterAnswered() {
        Forecast forecast = new Forecast();
        for (int i = 0; i < 4_000; i++) {
            if (i % 4 == 1) {
                forecast.answers.asked(10, 0, 0);
            } else {
                forecast.answers.ended(15, 0, 0);
            }
        }
        return forecast;
    }

    private static double levelAt(AdaptiveLevel level, FakeFloor floor, double from, double until) {
        double last = 0;
        for (double s = from; s <= until; s += 0.25) {
            last = level.at(floor.at(s));
        }
        return last;
    }
}
