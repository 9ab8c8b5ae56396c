package io.tactus.lab.storm.store;

import io.tactus.floor.effect.StoreEffect;
import io.tactus.floor.model.AgentState;
import io.tactus.floor.model.Outcome;
import io.tactus.lab.storm.store.LeadRow.State;
import io.tactus.platform.EngineClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** What the floor reports, on rows in memory. */
final class MemoryOutcomes {
    /** The system-wide dispositions after which a lead is dialled no more, and those after which it is. */
    private static final Set<String> FINAL = Set.of("SALE", "NOT_INTERESTED", "WRONG_NUMBER", "DO_NOT_CALL", "OTHER");

    private static final Set<String> NOT_FINAL = Set.of("CALL_BACK");

    private final Tables tables;

    MemoryOutcomes(Tables tables) {
        this.tables = tables;
    }

    /** One kind after the other, as the statements of PostgreSQL are; within a kind in the order in which they were reported. */
    void write(List<StoreEffect> effects) {
        each(effects, StoreEffect.CallAnswered.class, this::answered);
        each(effects, StoreEffect.CallDetected.class, this::detected);
        each(effects, StoreEffect.CallConnected.class, this::connected);
        each(effects, StoreEffect.CallWaits.class, this::waits);
        each(effects, StoreEffect.CallEnded.class, this::ended);
        each(effects, StoreEffect.CallDisposed.class, this::disposed);
        List<Long> judged = new ArrayList<>();
        each(effects, StoreEffect.CallEnded.class, effect -> judged.add(effect.callId()));
        each(effects, StoreEffect.CallDisposed.class, effect -> judged.add(effect.callId()));
        judged.forEach(this::dispositionTakesEffect);
        each(effects, StoreEffect.AgentChanged.class, this::agentChanged);
        each(
                effects,
                StoreEffect.CampaignChanged.class,
                effect -> tables.campaign(effect.campaignId()).state =
                        effect.state().name().toLowerCase(Locale.ROOT));
    }

    private static <T> void each(List<StoreEffect> effects, Class<T> kind, Consumer<T> action) {
        for (StoreEffect effect : effects) {
            if (kind.isInstance(effect)) {
                action.accept(kind.cast(effect));
            }
        }
    }

    private void answered(StoreEffect.CallAnswered effect) {
        AttemptRow attempt = tables.attempts.get(effect.callId());
        if (attempt != null && attempt.answeredMicros == 0) {
            attempt.answeredMicros = effect.atMicros();
        }
    }

    private void detected(StoreEffect.CallDetected effect) {
        AttemptRow attempt = tables.attempts.get(effect.callId());
        if (attempt != null) {
            attempt.detection = effect.detection();
        }
    }

    private void connected(StoreEffect.CallConnected effect) {
        AttemptRow attempt = tables.attempts.get(effect.callId());
        if (attempt != null) {
            attempt.connectedMicros = effect.atMicros();
            attempt.agentId = effect.agentId();
        }
    }

    private void waits(StoreEffect.CallWaits effect) {
        AttemptRow attempt = tables.attempts.get(effect.callId());
        if (attempt != null) {
            attempt.parkedById = effect.parkedById();
        }
    }

    private void ended(StoreEffect.CallEnded effect) {
        AttemptRow attempt = tables.attempts.get(effect.callId());
        if (attempt == null || attempt.outcome != null) {
            return;
        }
        attempt.endedMicros = effect.atMicros();
        attempt.outcome = effect.outcome();
        attempt.live = effect.live();
        attempt.agentId = effect.agentId() == 0 ? attempt.agentId : effect.agentId();
        LeadRow lead = tables.lead(attempt.leadId);
        if (lead.reservation == attempt.id) {
            comesBack(lead, effect.outcome(), EngineClock.instantOf(effect.atMicros()));
        }
    }

    private void comesBack(LeadRow lead, Outcome outcome, Instant endedAt) {
        CampaignRow campaign = tables.campaign(lead.campaignId);
        Integer retry = campaign.retryMinutes.get(outcome);
        int nextPhone = lead.nextPhone();
        boolean invalid = outcome == Outcome.INVALID_NUMBER;
        boolean again = (invalid && nextPhone >= 0) || (retry != null && lead.attempts < campaign.attemptsLifetime);
        lead.reservation = 0;
        lead.lastOutcome = outcome.name();
        lead.state = again ? State.AVAILABLE : State.DONE;
        lead.dueAt = invalid || retry == null ? endedAt : endedAt.plus(Duration.ofMinutes(retry));
        if (nextPhone >= 0) {
            lead.phoneIndex = nextPhone;
        } else if (!invalid) {
            lead.phoneIndex = 0;
        }
    }

    private void disposed(StoreEffect.CallDisposed effect) {
        AttemptRow attempt = tables.attempts.get(effect.callId());
        if (attempt != null) {
            attempt.disposition = effect.disposition();
        }
    }

    private void dispositionTakesEffect(long callId) {
        AttemptRow attempt = tables.attempts.get(callId);
        if (attempt == null
                || attempt.outcome != Outcome.ANSWERED
                || !(FINAL.contains(attempt.disposition) || NOT_FINAL.contains(attempt.disposition))) {
            return;
        }
        if (attempt.disposition.equals("DO_NOT_CALL")) {
            tables.forbid(attempt.number, 0);
        }
        LeadRow lead = tables.lead(attempt.leadId);
        if (lead.reservation == 0 && lead.lastOutcome.equals(Outcome.ANSWERED.name())) {
            boolean last = FINAL.contains(attempt.disposition);
            lead.state = last ? State.DONE : State.AVAILABLE;
            lead.dueAt = last
                    ? lead.dueAt
                    : EngineClock.instantOf(attempt.endedMicros).plus(Duration.ofDays(1));
        }
    }

    private void agentChanged(StoreEffect.AgentChanged effect) {
        SessionRow session = tables.sessions.get(effect.agentId());
        boolean leaves = effect.state() == AgentState.LOGGED_OUT;
        if (session != null && !(session.ended && leaves)) {
            session.state = effect.state();
            session.ended = leaves;
        }
    }
}
