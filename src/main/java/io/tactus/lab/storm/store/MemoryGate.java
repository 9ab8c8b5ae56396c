package io.tactus.lab.storm.store;

import io.tactus.dialing.store.GateStore;
import io.tactus.dialing.store.GateStore.Request;
import io.tactus.dialing.store.GateStore.Verdict;
import io.tactus.lab.storm.store.LeadRow.State;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The gate's rules on rows in memory. */
final class MemoryGate {
    private static final Set<String> PUTS_AWAY = Set.of("NO_PHONE", "DNC", "ATTEMPTS_LIFETIME");

    private final Tables tables;

    MemoryGate(Tables tables) {
        this.tables = tables;
    }

    List<Verdict> judge(List<Request> requests, boolean owner, long epoch, Instant now) {
        List<Verdict> verdicts = new ArrayList<>();
        for (Request request : requests) {
            LeadRow lead = tables.leads.get(request.leadId());
            if (lead != null) {
                verdicts.add(new Verdict(request.callId(), rule(request, lead, owner, now), lead.number()));
            }
        }
        for (Verdict verdict : verdicts) {
            requests.stream()
                    .filter(request -> request.callId() == verdict.callId())
                    .forEach(request -> write(request, verdict.rule(), epoch, now));
        }
        return verdicts;
    }

    private String rule(Request request, LeadRow lead, boolean owner, Instant now) {
        boolean ours = lead.reservation == request.callId();
        CampaignRow campaign = tables.campaign(lead.campaignId);
        if (!owner) {
            return "LEASE_LOST";
        } else if (lead.state == State.DIALLING && ours) {
            return GateStore.PASSED_BEFORE;
        } else if (lead.state != State.RESERVED || !ours) {
            return GateStore.RESERVATION;
        } else if (lead.number().isEmpty()) {
            return "NO_PHONE";
        } else if (tables.forbidden(lead.number(), lead.campaignId)) {
            return "DNC";
        } else if (!campaign.window.allows(now, lead.zones())) {
            return "CALL_WINDOW";
        } else if (tables.attemptsOf(lead.number(), lead.campaignId, Instant.MIN)
                        .size()
                >= campaign.attemptsLifetime) {
            return "ATTEMPTS_LIFETIME";
        } else if (today(lead, now) >= campaign.attemptsPerDay) {
            return "ATTEMPTS_PER_DAY";
        }
        return GateStore.PASS;
    }

    private long today(LeadRow lead, Instant now) {
        ZoneId zone = lead.zones().getFirst();
        LocalDate today = LocalDate.ofInstant(now, zone);
        return tables.attemptsOf(lead.number(), lead.campaignId, now.minus(Duration.ofHours(25))).stream()
                .filter(attempt -> LocalDate.ofInstant(attempt.startedAt, zone).equals(today))
                .count();
    }

    private void write(Request request, String rule, long epoch, Instant now) {
        LeadRow lead = tables.lead(request.leadId());
        switch (rule) {
            case GateStore.PASS -> {
                tables.addAttempt(new AttemptRow(
                        request.callId(),
                        now,
                        lead.campaignId,
                        lead.id,
                        lead.number(),
                        request.node(),
                        request.trunk(),
                        epoch,
                        request.agentId()));
                lead.state = State.DIALLING;
                lead.attempts++;
            }
            case GateStore.PASSED_BEFORE, GateStore.RESERVATION, "LEASE_LOST" -> {
                // The lead stays as it is.
            }
            default -> {
                lead.reservation = 0;
                lead.lastOutcome = rule;
                lead.state = PUTS_AWAY.contains(rule) ? State.DONE : State.AVAILABLE;
                lead.dueAt = now.plus(rule.equals("ATTEMPTS_PER_DAY") ? Duration.ofHours(4) : Duration.ofMinutes(15));
            }
        }
    }
}
