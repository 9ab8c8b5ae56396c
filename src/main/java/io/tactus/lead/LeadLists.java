package io.tactus.lead;

import io.tactus.campaign.AfterCommit;
import io.tactus.campaign.Campaigns;
import io.tactus.dialing.FloorCommands;
import io.tactus.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lists of leads. */
@ApplicationScoped
public class LeadLists {
    private static final String DIALLED = """
            select exists (select from lead l where l.list_id = ?1
                           and (l.state in ('RESERVED', 'DIALLING') or exists (select from attempt a where a.lead_id = l.id)))
            """;

    private final Campaigns campaigns;
    private final FloorCommands floor;
    private final AfterCommit afterCommit;
    private final EntityManager entities;

    LeadLists(Campaigns campaigns, FloorCommands floor, AfterCommit afterCommit, EntityManager entities) {
        this.campaigns = campaigns;
        this.floor = floor;
        this.afterCommit = afterCommit;
        this.entities = entities;
    }

    /** The lists of a campaign; of all when it is 0. */
    @Transactional
    public List<LeadList> list(long campaignId) {
        return campaignId == 0
                ? LeadList.list("order by id")
                : LeadList.list("campaignId = ?1 order by id", campaignId);
    }

    /** One list. */
    @Transactional
    public LeadList get(long id) {
        return LeadList.<LeadList>findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("list", id));
    }

    /** How the list's campaign reads numbers without a country code. */
    @Transactional
    public String region(long id) {
        return campaigns.get(get(id).campaignId).defaultRegion;
    }

    /** Creates an empty list. */
    @Transactional
    public LeadList create(long campaignId, String name, List<CustomField> fields, int priority) {
        campaigns.get(campaignId);
        LeadList list = new LeadList();
        list.campaignId = campaignId;
        list.name = name;
        list.customFields = distinct(fields);
        list.priority = priority;
        list.persistAndFlush();
        entities.refresh(list);
        return list;
    }

    /** Changes a list. A custom field keeps its type, since leads have values of it. */
    @Transactional
    public LeadList update(long id, String name, List<CustomField> fields, int priority) {
        LeadList list = get(id);
        Map<String, String> types = new HashMap<>();
        list.customFields.forEach(field -> types.put(field.name(), field.type()));
        for (CustomField field : fields) {
            if (!types.getOrDefault(field.name(), field.type()).equals(field.type())) {
                throw ProblemException.invalid(
                        "customFields", "the type of " + field.name() + " stays " + types.get(field.name()));
            }
        }
        list.name = name;
        list.customFields = distinct(fields);
        list.priority = priority;
        LeadList.flush();
        return list;
    }

    /** Removes a list whose leads were never dialled. */
    @Transactional
    public void delete(long id) {
        LeadList list = get(id);
        boolean dialled = (Boolean)
                entities.createNativeQuery(DIALLED).setParameter(1, id).getSingleResult();
        if (dialled) {
            throw ProblemException.conflict("Leads of this list were dialled or are about to be; the list must stay.");
        }
        list.delete();
        LeadList.flush();
    }

    /** New leads are there: a campaign that had none left may dial again. Inside a transaction. */
    void leadsAdded(long campaignId) {
        afterCommit.run(() -> floor.campaignChanged(campaignId));
    }

    private static List<CustomField> distinct(List<CustomField> fields) {
        Set<String> names = new HashSet<>();
        for (CustomField field : fields) {
            if (!names.add(field.name())) {
                throw ProblemException.invalid("customFields", field.name() + " stands there twice");
            }
        }
        return List.copyOf(fields);
    }
}
