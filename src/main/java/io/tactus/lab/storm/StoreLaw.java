package io.tactus.lab.storm;

import io.tactus.dialing.store.GateStore.Verdict;
import io.tactus.dialing.store.Lease;
import io.tactus.dialing.store.ReservationStore.Reserved;
import io.tactus.floor.effect.StoreEffect;
import io.tactus.floor.model.Outcome;
import io.tactus.lab.storm.store.AttemptRow;
import io.tactus.lab.storm.store.CampaignRow;
import io.tactus.lab.storm.store.LeadRow;
import io.tactus.lab.storm.store.Tables;
import io.tactus.telephony.OriginateRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Invariants 1 and 2 of the design, kept over all lives of the engine: each reservation is dialled at most once, never without its
 * attempt, which obeyed every rule when it was written; and an outcome, once recorded, stays.
 */
final class StoreLaw {
    private final World world;
    private final Tables tables;
    private final Set<Long> reservations = new HashSet<>();
    private final Set<Long> dialled = new HashSet<>();
    private final Map<Long, Outcome> outcomes = new HashMap<>();
    /** By campaign: live answers, abandoned calls. */
    private final Map<Long, long[]> counts = new HashMap<>();

    private long highestEpoch;

    StoreLaw(World world, Tables tables) {
        this.world = world;
        this.tables = tables;
    }

    void reserved(Reserved lead) {
        if (!reservations.add(lead.callId())) {
            throw new Broken("reservation " + lead.callId() + " is made twice");
        }
        epoch(tables.lead(lead.leadId()).reservedEpoch, "lead " + lead.leadId() + " is reserved");
    }

    private void epoch(long epoch, String what) {
        if (epoch < highestEpoch) {
            throw new Broken(what + " by an engine of epoch " + epoch + " while epoch " + highestEpoch + " rules");
        }
        highestEpoch = epoch;
        world.totals.checks++;
    }

    void judged(List<Verdict> verdicts, Lease lease) {
        for (Verdict verdict : verdicts) {
            if (verdict.rule().equals("PASS")) {
                AttemptRow attempt = attempt(verdict.callId(), "passes the gate without an attempt");
                epoch(lease.epoch(), "call " + verdict.callId() + " is let through the gate");
                lawful(attempt);
            }
        }
    }

    /** The rules once more, in other words than the gate's. */
    private void lawful(AttemptRow attempt) {
        LeadRow lead = tables.lead(attempt.leadId);
        CampaignRow campaign = tables.campaign(attempt.campaignId);
        String who = "call " + attempt.id + " to lead " + lead.id;
        check(lead.reservation == attempt.id, who + " passes although the lead is reserved for " + lead.reservation);
        check(
                !tables.forbidden(attempt.number, attempt.campaignId),
                who + " passes although the number is on the do-not-call list");
        List<ZoneId> zones = lead.zones();
        for (ZoneId zone : zones) {
            ZonedDateTime local = attempt.startedAt.atZone(zone);
            LocalTime time = local.toLocalTime();
            boolean open = campaign.window.days().contains(local.getDayOfWeek())
                    && time.compareTo(campaign.window.from()) >= 0
                    && time.compareTo(campaign.window.to()) < 0;
            check(open, who + " passes at " + time + " in " + zone);
        }
        long lifetime = 0;
        long today = 0;
        LocalDate day = attempt.startedAt.atZone(zones.getFirst()).toLocalDate();
        for (AttemptRow other : tables.attemptsOf(
                attempt.number, attempt.campaignId, attempt.startedAt.minus(Duration.ofDays(9_999)))) {
            lifetime++;
            today += other.startedAt.atZone(zones.getFirst()).toLocalDate().equals(day) ? 1 : 0;
        }
        check(lifetime <= campaign.attemptsLifetime, who + " is attempt " + lifetime + " of its number");
        check(today <= campaign.attemptsPerDay, who + " is attempt " + today + " of its number today");
    }

    private void check(boolean kept, String promise) {
        world.totals.checks++;
        if (!kept) {
            throw new Broken(promise);
        }
    }

    private AttemptRow attempt(long callId, String what) {
        AttemptRow attempt = tables.attempts.get(callId);
        if (attempt == null) {
            throw new Broken("call " + callId + " " + what);
        }
        return attempt;
    }

    /** An originate leaves an engine. */
    void originates(OriginateRequest request, Life life) {
        long id = request.callId();
        check(dialled.add(id), "call " + id + " is dialled twice");
        AttemptRow attempt = attempt(id, "is dialled without a committed attempt");
        check(attempt.number.equals(request.number()), "call " + id + " goes to another number than its attempt's");
        if (world.lives.present() == life) {
            life.law.originated(id);
            check(attempt.outcome == null, "call " + id + " is dialled after its outcome " + attempt.outcome);
            check(
                    attempt.epoch == life.lease.epoch(),
                    "call " + id + " is dialled by another engine than its attempt's");
        }
    }

    void wrote(List<StoreEffect> effects) {
        for (StoreEffect effect : effects) {
            if (effect instanceof StoreEffect.CallEnded ended) {
                AttemptRow attempt = attempt(ended.callId(), "has an outcome and no attempt");
                Outcome now = java.util.Objects.requireNonNull(attempt.outcome, "an outcome that was just written");
                Outcome before = outcomes.put(attempt.id, now);
                check(
                        before == null || before == now,
                        "the outcome of call " + attempt.id + " changes from " + before + " to " + now);
                if (before == null) {
                    long[] count = counts.computeIfAbsent(attempt.campaignId, id -> new long[2]);
                    count[0] += attempt.live ? 1 : 0;
                    count[1] += now == Outcome.ABANDONED ? 1 : 0;
                }
            }
        }
    }

    long liveAnswers(long campaignId) {
        return counts.getOrDefault(campaignId, new long[2])[0];
    }

    long abandoned(long campaignId) {
        return counts.getOrDefault(campaignId, new long[2])[1];
    }

    /** At the end of the story: every reservation has come to its end. */
    void settled() {
        for (AttemptRow attempt : tables.attempts.values()) {
            check(attempt.outcome != null, "attempt " + attempt.id + " has no outcome at the end");
            check(
                    attempt.outcome == outcomes.get(attempt.id),
                    "attempt " + attempt.id + " has another outcome than was written");
        }
        for (LeadRow lead : tables.leads.values()) {
            check(
                    lead.state != LeadRow.State.RESERVED && lead.state != LeadRow.State.DIALLING,
                    "lead " + lead.id + " is still " + lead.state + " for call " + lead.reservation + " of epoch "
                            + lead.reservedEpoch + " at the end");
        }
    }
}
