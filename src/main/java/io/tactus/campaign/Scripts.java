package io.tactus.campaign;

import io.tactus.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;

/** The campaigns' scripts, beside their settings: they are long, change often, and change nothing of the dialling. */
@ApplicationScoped
public class Scripts {
    private final EntityManager entities;

    Scripts(EntityManager entities) {
        this.entities = entities;
    }

    /** The campaign's script; empty when it has none. */
    @Transactional
    public String get(long campaignId) {
        List<?> scripts = entities.createNativeQuery("select script from campaign where id = ?1", String.class)
                .setParameter(1, campaignId)
                .getResultList();
        if (scripts.isEmpty()) {
            throw ProblemException.notFound("campaign", campaignId);
        }
        return (String) scripts.getFirst();
    }

    /** Another script. */
    @Transactional
    public void put(long campaignId, String text) {
        int changed = entities.createNativeQuery("update campaign set script = ?2 where id = ?1")
                .setParameter(1, campaignId)
                .setParameter(2, text)
                .executeUpdate();
        if (changed == 0) {
            throw ProblemException.notFound("campaign", campaignId);
        }
    }
}
