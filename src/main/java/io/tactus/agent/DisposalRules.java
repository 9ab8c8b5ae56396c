package io.tactus.agent;

import io.tactus.campaign.Dispositions;
import io.tactus.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;

/** Keeps unknown codes out: the floor takes any text for a disposition, the store would then do nothing with it. */
@ApplicationScoped
class DisposalRules {
    private static final String CAMPAIGN = "select campaign_id from attempt where id = ?1";

    private final EntityManager entities;
    private final Dispositions dispositions;

    DisposalRules(EntityManager entities, Dispositions dispositions) {
        this.entities = entities;
        this.dispositions = dispositions;
    }

    /** Refuses a code that neither the system nor the call's own campaign has, and one of which there are kinds to choose from. */
    @Transactional
    void require(String code, long callId) {
        List<?> campaigns =
                entities.createNativeQuery(CAMPAIGN).setParameter(1, callId).getResultList();
        if (campaigns.isEmpty()) {
            throw ProblemException.conflict("Call " + callId + " was never dialled.");
        }
        long campaign = ((Number) campaigns.getFirst()).longValue();
        if (!dispositions.known(code, campaign)) {
            throw ProblemException.invalid(
                    "disposition",
                    "is neither a disposition of the system nor of campaign " + campaign
                            + ": see /api/dispositions?campaignId=" + campaign);
        }
        if (dispositions.hasKinds(code, campaign)) {
            throw ProblemException.invalid("disposition", "has kinds: choose one of them");
        }
    }
}
