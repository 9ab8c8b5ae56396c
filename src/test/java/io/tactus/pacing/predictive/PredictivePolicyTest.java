package io.tactus.pacing.predictive;

import static org.assertj.core.api.Assertions.assertThat;

import io.tactus.pacing.AView;
import io.tactus.pacing.PacingDecision;
import io.tactus.pacing.PacingDecision.Reason;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PredictivePolicyTest {
    private final PredictivePolicy policy = new PredictivePolicy();

    private static AView experienced(Random random) {
        AView view = new AView();
        for (int i = 0; i < 500; i++) {
            if (random.nextDouble() < 0.25) {
                view.forecast.answers.asked(3 + 12 * random.nextDouble(), 0, 0);
            } else {
                view.forecast.answers.ended(25 * random.nextDouble(), 0, 0);
            }
            view.forecast.releases.talkEnded(1, 240 * random.nextDouble());
            view.forecast.releases.wrapUpEnded(1, 10 + 20 * random.nextDouble());
        }
        view.liveAnswers = 1_000;
        view.abandoned = 20;
        return view;
    }

    @Test
    void aNewCampaignDialsOnceForEachFreeAgent() {
        AView view = new AView();
        view.free = 4;
        view.callAges.add(3.0);

        assertThat(policy.decide(view)).isEqualTo(new PacingDecision(3, Reason.LEARNING));
    }

    @Test
    void freeAgentsGetMoreThanOneCallEachOnceTheRiskIsKnown() {
        AView view = experienced(new Random(1));
        view.free = 3;

        PacingDecision decision = policy.decide(view);

        assertThat(decision.launch()).isGreaterThan(3);
        assertThat(decision.reason()).isEqualTo(Reason.AHEAD);
        assertThat(decision.why().risk()).isGreaterThan(decision.why().allowedRisk());
    }

    @Test
    void anAgentWhoIsAboutToBeFreeIsDialledFor() {
        AView view = experienced(new Random(1));
        for (int i = 0; i < 5; i++) {
            view.busy.add(new AView.BusyAgent(false, 29));
        }

        assertThat(policy.decide(view).launch()).isPositive();
    }

    @Test
    void callersWhoWaitAndCallersToBeExpectedHoldDialsBack() {
        AView view = experienced(new Random(1));
        view.free = 4;
        int alone = policy.decide(view).launch();
        view.callersPerSecond = 0.1;
        int expected = policy.decide(view).launch();
        view.callersWaiting = 3;
        int waiting = policy.decide(view).launch();

        assertThat(expected).isBetween(4, alone - 1);
        assertThat(waiting).isBetween(1, expected - 1);
    }

    @Test
    void whoeverHasJustBegunToTalkIsNot() {
        AView view = experienced(new Random(1));
        view.busy.add(new AView.BusyAgent(true, 1));

        PacingDecision decision = policy.decide(view);

        assertThat(decision.launch()).isZero();
        assertThat(decision.reason()).isEqualTo(Reason.RISK);
    }

    /** The heart of the guarantee: without headroom no call is launched that a free agent does not cover, whatever the forecast says. */
    @Test
    void withoutHeadroomOnlyFreeAgentsAreDialledFor() {
        Random random = new Random(11);
        for (int story = 0; story < 2_000; story++) {
            AView view = experienced(random);
            view.free = random.nextInt(6);
            view.waiting = random.nextInt(3);
            view.abandoned = 33 + random.nextInt(100);
            for (int i = random.nextInt(12); i > 0; i--) {
                view.busy.add(new AView.BusyAgent(random.nextBoolean(), 60 * random.nextDouble()));
            }
            for (int i = random.nextInt(8); i > 0; i--) {
                view.callAges.add(25 * random.nextDouble());
            }
            int covered = Math.max(0, view.free - view.callAges.size() - view.waiting);

            assertThat(policy.decide(view).launch()).as("story %d", story).isEqualTo(covered);
        }
    }

    /** With many free agents the risk of one more call is smaller than a double can tell from zero: zero is not allowed either. */
    @Test
    void withoutHeadroomAVanishingRiskIsNotTaken() {
        AView view = experienced(new Random(1));
        view.free = 900;
        view.abandoned = 100;

        assertThat(policy.decide(view).launch()).isEqualTo(900);
    }

    @Test
    void ringingCallsAreGivenUpOnlyWhenNobodyCouldTakeThem() {
        AView view = experienced(new Random(1));
        view.releases = true;
        view.callAges.add(16.0);
        view.busy.add(new AView.BusyAgent(true, 5));
        assertThat(policy.decide(view).releaseRung()).isTrue();

        view.busy.add(new AView.BusyAgent(false, 28));
        view.busy.add(new AView.BusyAgent(false, 28));
        assertThat(policy.decide(view).releaseRung()).isFalse();

        view.busy.clear();
        view.free = 1;
        assertThat(policy.decide(view).releaseRung()).isFalse();
    }
}
