package io.tactus.lab.storm.store;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The rows of the store, for who puts them in and for who checks them. */
public final class Tables {
    public final Map<Long, CampaignRow> campaigns = new TreeMap<>();
    public final Map<Long, LeadRow> leads = new TreeMap<>();
    public final Map<Long, AttemptRow> attempts = new TreeMap<>();
    public final Map<Long, SessionRow> sessions = new TreeMap<>();
    private final Map<String, List<AttemptRow>> attemptsOfNumber = new HashMap<>();
    private final Map<Long, List<LeadRow>> leadsOfCampaign = new LinkedHashMap<>();
    private final Set<String> doNotCall = new HashSet<>();

    /** Adds a lead without a phone. */
    public LeadRow addLead(long id, long campaignId) {
        LeadRow lead = new LeadRow(id, campaignId);
        leads.put(id, lead);
        leadsOfCampaign.computeIfAbsent(campaignId, key -> new ArrayList<>()).add(lead);
        return lead;
    }

    /** Adds a number to a lead. */
    public void addPhone(long leadId, int position, String number, List<ZoneId> zones) {
        lead(leadId).phones.put(position, new LeadRow.Phone(number, zones));
    }

    /** Puts a number on the do-not-call list. @param campaignId 0 for the whole system */
    public void forbid(String number, long campaignId) {
        doNotCall.add(number + " " + campaignId);
    }

    /** Whether the number is on the do-not-call list of the campaign or of the whole system. */
    public boolean forbidden(String number, long campaignId) {
        return doNotCall.contains(number + " 0") || doNotCall.contains(number + " " + campaignId);
    }

    /** Opens an agent's session, or moves the open one to this node. */
    public void openSession(long agentId, String node) {
        SessionRow present = sessions.get(agentId);
        if (present == null || present.ended) {
            sessions.put(agentId, new SessionRow(agentId, node));
        } else {
            present.node = node;
        }
    }

    /** The lead. */
    public LeadRow lead(long id) {
        LeadRow lead = leads.get(id);
        if (lead == null) {
            throw new IllegalArgumentException("there is no lead " + id);
        }
        return lead;
    }

    /** The campaign. */
    public CampaignRow campaign(long id) {
        CampaignRow campaign = campaigns.get(id);
        if (campaign == null) {
            throw new IllegalArgumentException("there is no campaign " + id);
        }
        return campaign;
    }

    List<LeadRow> leadsOf(long campaignId) {
        return leadsOfCampaign.getOrDefault(campaignId, List.of());
    }

    void addAttempt(AttemptRow attempt) {
        if (attempts.put(attempt.id, attempt) != null) {
            throw new IllegalStateException("attempt " + attempt.id + " exists already");
        }
        attemptsOfNumber
                .computeIfAbsent(attempt.number + " " + attempt.campaignId, key -> new ArrayList<>())
                .add(attempt);
    }

    /** Attempts of the number in the campaign since then, in the order in which they were written. */
    public List<AttemptRow> attemptsOf(String number, long campaignId, Instant since) {
        return attemptsOfNumber.getOrDefault(number + " " + campaignId, List.of()).stream()
                .filter(attempt -> attempt.startedAt.isAfter(since))
                .toList();
    }
}
