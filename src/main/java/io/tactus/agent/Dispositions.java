package io.tactus.agent;

import io.tactus.campaign.Disposition;
import io.tactus.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Keeps unknown codes out: the floor takes any text for a disposition, the store would then do nothing with it. */
@ApplicationScoped
class Dispositions {
    /** Refuses a code that neither the system nor any campaign has. */
    @Transactional
    void require(String code) {
        if (Disposition.count("code", code) == 0) {
            throw ProblemException.invalid("disposition", "is not a disposition: see /api/dispositions");
        }
    }
}
