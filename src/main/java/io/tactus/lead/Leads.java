package io.tactus.lead;

import io.tactus.campaign.AfterCommit;
import io.tactus.dialing.FloorCommands;
import io.tactus.lead.PhoneNumbers.NotANumber;
import io.tactus.lead.PhoneNumbers.Phone;
import io.tactus.problem.Problem.FieldError;
import io.tactus.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Single leads: create, change, remove, put forward. */
@ApplicationScoped
public class Leads {
    private static final String DUPLICATE = """
            select p.lead_id from lead_phone p join lead l on l.id = p.lead_id
            where l.list_id = ?1 and p.number = ?2 and l.id <> ?3 limit 1
            """;
    private static final String RAISE = """
            update lead set priority = ?2, due_at = case when state = 'AVAILABLE' then '-infinity' else due_at end
            where id = ?1
            """;

    private static final String LOCK = "select state, reservation, campaign_id from lead where id = ?1 for update";
    private static final String TAKE_BACK = "update lead set state = 'AVAILABLE', reservation = null where id = ?1";

    private final LeadLists lists;
    private final FloorCommands floor;
    private final AfterCommit afterCommit;
    private final EntityManager entities;

    Leads(LeadLists lists, FloorCommands floor, AfterCommit afterCommit, EntityManager entities) {
        this.lists = lists;
        this.floor = floor;
        this.afterCommit = afterCommit;
        this.entities = entities;
    }

    /** One lead with its phones. */
    @Transactional
    public LeadView view(long id) {
        return LeadView.of(get(id));
    }

    private static Lead get(long id) {
        return Lead.<Lead>findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("lead", id));
    }

    /** Adds a lead to a list. */
    @Transactional
    public LeadView create(LeadForm form) {
        if (form.listId() == null) {
            throw ProblemException.invalid("listId", "must be given for a new lead");
        }
        LeadList list = lists.get(form.listId());
        Lead lead = new Lead();
        lead.campaignId = list.campaignId;
        lead.listId = list.storedId();
        lead.priority = list.priority;
        copy(form, list, lead);
        refuseDuplicate(lead, 0);
        lead.persistAndFlush();
        lists.leadsAdded(list.campaignId);
        return LeadView.of(lead);
    }

    /** Changes a lead; one that waits in the hopper is taken out. A call that is on its way goes to the number that it had. */
    @Transactional
    public LeadView update(long id, LeadForm form) {
        withdraw(id);
        Lead lead = get(id);
        if (form.listId() != null && form.listId() != lead.listId) {
            throw ProblemException.invalid("listId", "a lead stays in its list");
        }
        copy(form, lists.get(lead.listId), lead);
        refuseDuplicate(lead, id);
        Lead.flush();
        return LeadView.of(lead);
    }

    /** Removes a lead that was never dialled; one that waits in the hopper is taken out. */
    @Transactional
    public void delete(long id) {
        withdraw(id);
        Lead lead = get(id);
        boolean dialled = (Boolean) entities.createNativeQuery("select exists (select from attempt where lead_id = ?1)")
                .setParameter(1, id)
                .getSingleResult();
        if (dialled || lead.state.equals("DIALLING")) {
            throw ProblemException.conflict("The lead was dialled; it must stay.");
        }
        lead.delete();
    }

    /**
     * Takes the lead back from the hopper, and keeps hopper and gate away until the end of the transaction. The gate refuses the old
     * reservation from the commit on, so that nothing depends on how soon the floor hears of it.
     */
    private void withdraw(long id) {
        List<?> found = entities.createNativeQuery(LOCK, Object[].class)
                .setParameter(1, id)
                .getResultList();
        Object[] lead = found.isEmpty() ? new Object[] {""} : (Object[]) found.getFirst();
        if (!"RESERVED".equals(lead[0])) {
            return;
        }
        entities.createNativeQuery(TAKE_BACK).setParameter(1, id).executeUpdate();
        long callId = ((Number) lead[1]).longValue();
        long campaignId = ((Number) lead[2]).longValue();
        afterCommit.run(() -> floor.leadWithdrawn(campaignId, callId));
    }

    /**
     * Corrects who somebody is, as the person says on the telephone; whom the engine dials, and when, stays as it is.
     *
     * @param custom values of custom fields, as text or as JSON has them; those that are not named stay, null takes one away
     */
    @Transactional
    public void correct(long id, String firstName, String lastName, Map<String, Object> custom) {
        Lead lead = get(id);
        List<FieldError> errors = new ArrayList<>();
        Map<String, Object> read = custom(custom, lists.get(lead.listId), errors);
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        Map<String, Object> all = new LinkedHashMap<>(lead.custom);
        all.keySet().removeAll(custom.keySet());
        all.putAll(read);
        lead.firstName = firstName;
        lead.lastName = lastName;
        lead.custom = all;
    }

    /** Puts a lead forward: the next one to be dialled among those of lower priority, at once if it waits for a retry. */
    @Transactional
    public LeadView raise(long id, int priority) {
        Lead lead = get(id);
        entities.createNativeQuery(RAISE)
                .setParameter(1, id)
                .setParameter(2, priority)
                .executeUpdate();
        entities.refresh(lead);
        return LeadView.of(lead);
    }

    private void refuseDuplicate(Lead lead, long self) {
        // One writer a list at a time, or two could add the same number together.
        entities.createNativeQuery("select 1 from lead_list where id = ?1 for no key update")
                .setParameter(1, lead.listId)
                .getSingleResult();
        List<?> others = entities.createNativeQuery(DUPLICATE)
                .setParameter(1, lead.listId)
                .setParameter(2, lead.phones.getFirst().number)
                .setParameter(3, self)
                .getResultList();
        if (!others.isEmpty()) {
            throw ProblemException.conflict("The number of lead " + others.getFirst() + " of this list is the same.");
        }
    }

    private void copy(LeadForm form, LeadList list, Lead lead) {
        List<FieldError> errors = new ArrayList<>();
        List<LeadPhone> phones = phones(form, lists.region(list.storedId()), errors);
        Map<String, Object> custom = custom(form.custom(), list, errors);
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        lead.firstName = form.firstName();
        lead.lastName = form.lastName();
        lead.externalId = form.externalId();
        lead.notes = form.notes();
        lead.priority = form.priority() == null ? lead.priority : form.priority();
        lead.custom = custom;
        lead.phones.clear();
        lead.phones.addAll(phones);
    }

    private static List<LeadPhone> phones(LeadForm form, String region, List<FieldError> errors) {
        Map<String, LeadPhone> phones = new LinkedHashMap<>();
        for (int i = 0; i < form.phones().size(); i++) {
            LeadForm.PhoneForm asked = form.phones().get(i);
            String field = "phones[" + i + "].number";
            try {
                Phone phone = PhoneNumbers.read(asked.number(), region);
                if (asked.zone() != null) {
                    field = "phones[" + i + "].zone";
                    phone = phone.in(PhoneNumbers.readZone(asked.zone()));
                }
                if (phone.zones().isEmpty()) {
                    errors.add(new FieldError("phones[" + i + "].zone", "must be given: the number does not tell it"));
                }
                phones.putIfAbsent(phone.number(), LeadPhone.of(phone));
            } catch (NotANumber e) {
                errors.add(new FieldError(field, e.getMessage()));
            }
        }
        return List.copyOf(phones.values());
    }

    private static Map<String, Object> custom(
            @Nullable Map<String, Object> given, LeadList list, List<FieldError> errors) {
        Map<String, CustomField> fields =
                list.customFields.stream().collect(Collectors.toMap(CustomField::name, field -> field));
        Map<String, Object> custom = new LinkedHashMap<>();
        (given == null ? Map.<String, Object>of() : given).forEach((name, value) -> {
            CustomField field = fields.get(name);
            if (field == null) {
                errors.add(new FieldError("custom." + name, "is not a field of this list"));
            } else if (value != null) {
                field.read(value.toString())
                        .ifPresentOrElse(
                                read -> custom.put(name, read),
                                () -> errors.add(new FieldError("custom." + name, "must be " + field.expected())));
            }
        });
        return custom;
    }
}
