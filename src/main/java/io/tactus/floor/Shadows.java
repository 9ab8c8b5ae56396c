package io.tactus.floor;

import io.tactus.floor.effect.NewsEffect.Shadowed;
import io.tactus.floor.model.Campaign;
import io.tactus.floor.model.Cell;
import io.tactus.floor.model.DialMode;
import io.tactus.floor.model.Shadow;
import io.tactus.pacing.Bank;
import io.tactus.pacing.PacingDecision;
import io.tactus.pacing.PacingPolicy;
import io.tactus.pacing.forecast.Forecast;
import io.tactus.pacing.predictive.PredictivePolicy;
import java.util.Map;
import java.util.Optional;

/**
 * Asks the policy that computes beside the live one, at the same moments and of the same cell, and notes what it would have done. It has policies,
 * an account and times of its own, so that the live policy decides as if it were not there.
 */
final class Shadows {
    private final Map<DialMode, PacingPolicy> policies = Dialler.policies();
    private final PredictivePolicy gauge = new PredictivePolicy();
    private final FloorState state;

    Shadows(FloorState state) {
        this.state = state;
    }

    /** What the shadow sees: the cell, by the shadow's settings. */
    private static final class View extends CellView {
        private final Shadow shadow;
        private final Shadow.Tally tally;

        View(FloorState state, Campaign campaign, Cell cell, Shadow shadow, Shadow.Tally tally) {
            super(state, campaign, cell);
            this.shadow = shadow;
            this.tally = tally;
        }

        @Override
        public double linesPerAgent() {
            return shadow.settings.linesPerAgent();
        }

        @Override
        public double abandonmentCap() {
            return shadow.settings.abandonmentCap();
        }

        @Override
        public boolean releasesRungCalls() {
            return shadow.settings.releaseRungMillis() > 0;
        }

        @Override
        public long lastDecisionMicros() {
            return tally.lastDecisionMicros;
        }

        @Override
        public Forecast forecast() {
            return shadow.forecast;
        }

        @Override
        public Bank bank() {
            return shadow.bank;
        }
    }

    /** Asks the campaign's shadow, if it has one. @param room how many calls may be launched at most */
    void ask(Campaign campaign, Cell cell, PacingDecision live, int room) {
        if (!campaign.settings.mode().engineLaunches()) {
            return;
        }
        campaign.shadow().ifPresent(shadow -> {
            Shadow.Tally tally = shadow.tally(cell.node);
            View view = new View(state, campaign, cell, shadow, tally);
            // The tables are common: they are made anew only when the live policy, too, would make them anew at its
            // next look.
            shadow.forecast.preparedMicros = Math.max(shadow.forecast.preparedMicros, campaign.forecast.preparedMicros);
            PacingPolicy policy = policies.get(shadow.settings.mode());
            if (policy == null) {
                throw new IllegalStateException("no policy for " + shadow.settings.mode());
            }
            PacingDecision wanted = policy.decide(view);
            if (wanted != PacingDecision.LATER) {
                tally.lastDecisionMicros = state.now;
                note(tally, view, Math.clamp(live.launch(), 0, Math.max(0, room)), live, wanted, Math.max(0, room));
            }
        });
    }

    private void note(
            Shadow.Tally tally, View view, int liveLaunch, PacingDecision live, PacingDecision wanted, int room) {
        int launch = Math.min(wanted.launch(), room);
        tally.launches += Math.max(0, launch - tally.unmet);
        tally.unmet = Math.max(0, launch - liveLaunch);
        tally.releases += wanted.releaseRung() && !live.releaseRung() ? 1 : 0;
        tally.compared++;
        tally.differed += launch != liveLaunch || wanted.releaseRung() != live.releaseRung() ? 1 : 0;
        tally.reason = wanted.reason().sentence();
        tally.risks += gauge.riskAfter(view, launch);
        tally.liveRisks += gauge.riskAfter(view, liveLaunch);
    }

    /** Whether the shadow would have launched calls that were not reported yet. */
    boolean hasNews(Campaign campaign, Cell cell) {
        return campaign.shadow()
                .map(shadow -> shadow.tally(cell.node).launches > 0)
                .orElse(false);
    }

    /** What the shadow wanted since the last report; empty when it was not asked. */
    Optional<Shadowed> report(Campaign campaign, Cell cell) {
        return campaign.shadow().flatMap(shadow -> {
            Shadow.Tally tally = shadow.tally(cell.node);
            if (tally.compared == 0) {
                return Optional.empty();
            }
            Shadowed report = new Shadowed(
                    shadow.settings.mode(),
                    tally.launches,
                    tally.releases,
                    tally.reason,
                    tally.risks / tally.compared,
                    tally.liveRisks / tally.compared,
                    tally.compared,
                    tally.differed);
            tally.clear();
            return Optional.of(report);
        });
    }
}
