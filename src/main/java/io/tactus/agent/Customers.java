package io.tactus.agent;

import io.tactus.access.Audit;
import io.tactus.lead.Leads;
import io.tactus.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;

/** What agents write of customers whom they have, or had, on the line. */
@ApplicationScoped
class Customers {
    private static final String LEAD = """
            select a.lead_id from attempt a where a.id = ?2 and (a.agent_id = ?1 or exists (
              select from agent_state_change s where s.agent_id = ?1 and s.call_id = a.id))
            """;

    private final EntityManager entities;
    private final Leads leads;
    private final Audit audit;

    Customers(EntityManager entities, Leads leads, Audit audit) {
        this.entities = entities;
        this.leads = leads;
        this.audit = audit;
    }

    /** Writes the notes of the call's lead. */
    @Transactional
    void write(long agentId, long callId, String notes) {
        entities.createNativeQuery("update lead set notes = ?2 where id = ?1")
                .setParameter(1, leadOf(agentId, callId))
                .setParameter(2, notes)
                .executeUpdate();
    }

    /** Corrects name and fields of the call's lead. */
    @Transactional
    void correct(long agentId, long callId, String firstName, String lastName, Map<String, Object> custom) {
        long lead = leadOf(agentId, callId);
        leads.correct(lead, firstName, lastName, custom);
        audit.deed(lead, "at call " + callId);
    }

    private long leadOf(long agentId, long callId) {
        List<?> found = entities.createNativeQuery(LEAD)
                .setParameter(1, agentId)
                .setParameter(2, callId)
                .getResultList();
        if (found.isEmpty()) {
            throw ProblemException.conflict("Call " + callId + " was not yours.");
        }
        return ((Number) found.getFirst()).longValue();
    }
}
