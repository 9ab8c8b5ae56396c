package io.tactus.agent;

import io.tactus.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/** Notes of customers, written by those who have them, or had them, on the line. */
@ApplicationScoped
class CustomerNotes {
    private static final String WRITE = """
            update lead l set notes = ?3 from attempt a
            where a.id = ?2 and l.id = a.lead_id and (a.agent_id = ?1 or exists (
              select from agent_state_change s where s.agent_id = ?1 and s.call_id = a.id))
            """;

    private final EntityManager entities;

    CustomerNotes(EntityManager entities) {
        this.entities = entities;
    }

    /** Writes the notes of the call's lead. */
    @Transactional
    void write(long agentId, long callId, String notes) {
        int written = entities.createNativeQuery(WRITE)
                .setParameter(1, agentId)
                .setParameter(2, callId)
                .setParameter(3, notes)
                .executeUpdate();
        if (written == 0) {
            throw ProblemException.conflict("Call " + callId + " was not yours.");
        }
    }
}
