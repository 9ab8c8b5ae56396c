package io.tactus.inbound;

import io.tactus.campaign.Campaign;
import io.tactus.campaign.Campaigns;
import io.tactus.lead.PhoneNumbers;
import io.tactus.lead.PhoneNumbers.NotANumber;
import io.tactus.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** The numbers that people may dial. */
@ApplicationScoped
public class Dids {
    private final Campaigns campaigns;

    Dids(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    /** The numbers of a queue; of all when it is 0. */
    @Transactional
    public List<Did> list(long campaignId) {
        return campaignId == 0 ? Did.list("order by number") : Did.list("campaignId = ?1 order by number", campaignId);
    }

    /** A number leads to a queue from now on. */
    @Transactional
    public Did add(long campaignId, String number, String description) {
        Campaign queue = campaigns.get(campaignId);
        if (!queue.takesCallers()) {
            throw ProblemException.invalid("campaignId", "is a campaign that dials; callers need an inbound queue");
        }
        Did did = new Did();
        try {
            did.number = PhoneNumbers.normalise(number, queue.defaultRegion);
        } catch (NotANumber e) {
            throw ProblemException.invalid("number", e.getMessage());
        }
        if (Did.count("number", did.number) > 0) {
            throw ProblemException.invalid("number", "leads somewhere already");
        }
        did.campaignId = campaignId;
        did.description = description;
        did.persistAndFlush();
        return did;
    }

    /** Who dials the number is refused from now on; calls that are here go on. */
    @Transactional
    public void remove(long id) {
        Did.<Did>findByIdOptional(id)
                .orElseThrow(() -> ProblemException.notFound("number", id))
                .delete();
    }
}
