package io.tactus.compliance.dnc;

import io.tactus.access.Audit;
import io.tactus.campaign.AfterCommit;
import io.tactus.campaign.Campaigns;
import io.tactus.dialing.FloorCommands;
import io.tactus.lead.PhoneNumbers;
import io.tactus.lead.PhoneNumbers.NotANumber;
import io.tactus.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The do-not-call list. Every change is audited in its own transaction, and the floor is told after it. */
@ApplicationScoped
public class DoNotCall {
    private final Campaigns campaigns;
    private final FloorCommands floor;
    private final AfterCommit afterCommit;
    private final EntityManager entities;
    private final Audit audit;

    DoNotCall(Campaigns campaigns, FloorCommands floor, AfterCommit afterCommit, EntityManager entities, Audit audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.floor = floor;
        this.afterCommit = afterCommit;
        this.entities = entities;
    }

    /** Entries in the order in which they were added, after this id. */
    @Transactional
    public List<DncEntry> find(
            @Nullable String number, @Nullable Long campaignId, String region, long after, int limit) {
        String where = "id > ?1 and (?2 is null or number = ?2) and (?3 is null or campaignId = ?3) order by id";
        String wanted = number == null ? null : normalise(number, region);
        return DncEntry.find(where, after, wanted, campaignId).page(0, limit).list();
    }

    /** Puts a number on the list; answers the entry, also when it stood there before. */
    @Transactional
    public DncEntry add(String number, @Nullable Long campaignId, String region, String reason, String by) {
        String normal = normalise(number, campaignId == null ? region : campaigns.get(campaignId).defaultRegion);
        DncEntry present = campaignId == null
                ? DncEntry.find("number = ?1 and campaignId is null", normal).firstResult()
                : DncEntry.find("number = ?1 and campaignId = ?2", normal, campaignId)
                        .firstResult();
        if (present != null) {
            return present;
        }
        DncEntry entry = new DncEntry();
        entry.number = normal;
        entry.campaignId = campaignId;
        entry.reason = reason;
        entry.addedBy = by;
        entry.persistAndFlush();
        entities.refresh(entry);
        audit.deed(entry.id == null ? 0 : entry.id, scope(entry) + ending(entry) + ": " + reason);
        afterCommit.run(floor::doNotCallChanged);
        return entry;
    }

    /** Takes an entry off the list. */
    @Transactional
    public void remove(long id, String reason) {
        DncEntry entry = DncEntry.<DncEntry>findByIdOptional(id)
                .orElseThrow(() -> ProblemException.notFound("do-not-call entry", id));
        entry.delete();
        audit.deed(id, scope(entry) + ending(entry) + ": " + reason);
        afterCommit.run(floor::doNotCallChanged);
    }

    /** The audit stays for ever and holds no number; its end is enough to know one again that is given. */
    private static String ending(DncEntry entry) {
        return ", number ending in " + entry.number.substring(entry.number.length() - 4);
    }

    private static String scope(DncEntry entry) {
        return entry.campaignId == null ? "system" : "campaign " + entry.campaignId;
    }

    private static String normalise(String number, String region) {
        try {
            return PhoneNumbers.normalise(number, region);
        } catch (NotANumber e) {
            throw ProblemException.invalid("number", e.getMessage());
        }
    }
}
