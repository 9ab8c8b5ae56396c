package io.tactus.pacing.predictive;

import io.tactus.pacing.Bank;
import io.tactus.pacing.PacingDecision;
import io.tactus.pacing.PacingDecision.Reason;
import io.tactus.pacing.PacingDecision.Why;
import io.tactus.pacing.PacingPolicy;
import io.tactus.pacing.PacingView;
import io.tactus.pacing.forecast.AnswerForecast;
import io.tactus.pacing.forecast.Forecast;
import io.tactus.pacing.forecast.ReleaseForecast;
import io.tactus.pacing.forecast.WorkPhase;
import java.util.PrimitiveIterator;

/**
 * Banked marginal drop: dial as long as the risk that one more call is abandoned stays at or below what the {@link Bank} allows. A call for a
 * free agent at whom no other call aims costs no risk and is always dialled; until the campaign has seen enough dials, only those are.
 *
 * <p>When every agent is busy and probably nobody gets free within the answer budget, calls that have rung long enough to be given up lawfully are
 * released, if the campaign wants that.
 */
public final class PredictivePolicy implements PacingPolicy {
    private static final int HORIZONS = AnswerForecast.HORIZONS;
    private static final double BRIDGE_SECONDS = 0.03;
    private static final long TABLES_HOLD_MICROS = 1_000_000;
    private static final int MOST_AT_ONCE = 1_000;
    /** From this many agents on, looking four times a second loses nothing. */
    private static final int LARGE_FLOOR = 60;

    private static final long LARGE_FLOOR_PAUSE_MICROS = 240_000;

    private final Risk risk = new Risk();

    @Override
    public PacingDecision decide(PacingView view) {
        int callers = (int) Math.ceil(view.callersWaiting());
        int covered = view.freeAgents() - callers - view.callsInFlight() - view.callsUnserved();
        Forecast forecast = view.forecast();
        if (!forecast.answers.warm()) {
            return covered > 0 ? new PacingDecision(covered, Reason.LEARNING) : PacingDecision.none(Reason.LEARNING);
        }
        if (view.loggedInAgents() > LARGE_FLOOR
                && covered <= 0
                && view.nowMicros() - view.lastDecisionMicros() < LARGE_FLOOR_PAUSE_MICROS) {
            return PacingDecision.LATER;
        }
        prepare(view, forecast, grace(view, forecast));
        double nobodySoon = look(view, forecast);
        return weigh(view, forecast, covered, nobodySoon);
    }

    /** Risk that one more call is abandoned after so many launches; 0 while too little was dialled to tell. Any policy's launches may be weighed so. */
    public double riskAfter(PacingView view, int launches) {
        Forecast forecast = view.forecast();
        if (!forecast.answers.warm()) {
            return 0;
        }
        prepare(view, forecast, grace(view, forecast));
        look(view, forecast);
        PrimitiveIterator.OfDouble promises = view.leadPromises(launches);
        for (int i = 0; i < Math.min(launches, MOST_AT_ONCE); i++) {
            addNext(promises, forecast);
        }
        return risk.value();
    }

    /** Counts the call that would be launched next. */
    private void addNext(PrimitiveIterator.OfDouble promises, Forecast forecast) {
        double chance = forecast.answers.chance(promises.hasNext() ? promises.nextDouble() : 0);
        risk.addCall();
        for (int k = 0; k < HORIZONS; k++) {
            risk.answer(k, forecast.answers.probability(k, 0, chance));
        }
    }

    private static double grace(PacingView view, Forecast forecast) {
        return Math.max(0, view.answerBudgetMicros() / 1e6 - BRIDGE_SECONDS - forecast.answers.lagSeconds());
    }

    private static void prepare(PacingView view, Forecast forecast, double grace) {
        if (view.nowMicros() - forecast.preparedMicros < TABLES_HOLD_MICROS) {
            return;
        }
        forecast.preparedMicros = view.nowMicros();
        ReleaseForecast releases = forecast.releases;
        releases.begin();
        view.eachBusyAgent((id, phase, sinceMicros, share, own) -> {
            if (own) {
                releases.busy(id, phase, (view.nowMicros() - sinceMicros) / 1e6);
            }
        });
        releases.prepare(forecast.answers, grace);
    }

    /** Fills the risk; answers the probability that no wrap-up ends soon. */
    private double look(PacingView view, Forecast forecast) {
        ReleaseForecast releases = forecast.releases;
        AnswerForecast answers = forecast.answers;
        double[] nobodySoon = {1};
        risk.begin(view.freeAgents(), view.callsWaiting() + (int) Math.ceil(view.callersWaiting()));
        double callersPerSecond = view.callersPerSecond();
        if (callersPerSecond > 0) {
            for (int k = 0; k < HORIZONS; k++) {
                risk.arrivals(k, callersPerSecond * answers.horizonSeconds(k));
            }
        }
        view.eachBusyAgent((id, phase, sinceMicros, share, own) -> {
            double[] free = releases.free(id, phase, (view.nowMicros() - sinceMicros) / 1e6);
            risk.addAgent();
            for (int k = 0; k < HORIZONS; k++) {
                risk.release(k, share * free[k]);
            }
            if (phase == WorkPhase.WRAP_UP) {
                nobodySoon[0] *= 1 - share * free[ReleaseForecast.SOON];
            }
        });
        view.eachCallInFlight((id, launchedMicros, ringingMicros, promise) -> {
            double age = (view.nowMicros() - launchedMicros) / 1e6;
            double chance = answers.chance(promise);
            risk.addCall();
            for (int k = 0; k < HORIZONS; k++) {
                risk.answer(k, answers.probability(k, age, chance));
            }
        });
        for (int i = view.callsUnserved() - view.callsWaiting(); i > 0; i--) {
            // Machine detection still listens: it may well be a person, and soon.
            risk.addCall();
            for (int k = 0; k < HORIZONS; k++) {
                risk.answer(k, 0.5);
            }
        }
        return nobodySoon[0];
    }

    private PacingDecision weigh(PacingView view, Forecast forecast, int covered, double nobodySoon) {
        Bank bank = view.bank();
        double allowed = bank.allowedRisk(view, 0);
        PrimitiveIterator.OfDouble promises = view.leadPromises(Math.max(0, covered));
        int launch = 0;
        double value = risk.value();
        while (launch < MOST_AT_ONCE && (launch < covered || allowed > 0 && value <= allowed)) {
            launch++;
            addNext(promises, forecast);
            value = risk.value();
            allowed = bank.allowedRisk(view, launch);
        }
        boolean release = view.releasesRungCalls() && view.freeAgents() - view.callsWaiting() <= 0 && nobodySoon > 0.5;
        Reason reason = launch > 0
                ? (launch > covered ? Reason.AHEAD : Reason.FREE_AGENTS)
                : (allowed > 0 ? Reason.RISK : Reason.ABANDONMENT_CAP);
        int middle = HORIZONS / 2;
        return new PacingDecision(
                launch,
                Math.clamp(covered, 0, launch),
                reason,
                release,
                new Why(
                        risk.expectedFree(middle),
                        risk.expectedAnswers(middle),
                        forecast.answers.horizonSeconds(middle),
                        value,
                        allowed,
                        bank.price(view),
                        bank.headroom(view)));
    }
}
