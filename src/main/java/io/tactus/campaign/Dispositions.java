package io.tactus.campaign;

import io.tactus.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What agents may say that calls came to. */
@ApplicationScoped
public class Dispositions {
    private static final String DO_NOT_CALL = "DO_NOT_CALL";
    /** The engine, or the desk, does something of its own with these. */
    private static final Set<String> ACTED_UPON = Set.of("CALL_BACK", DO_NOT_CALL);

    private final Campaigns campaigns;

    Dispositions(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    /** Those of the system, with a campaign's own unless it is null. */
    @Transactional
    public List<Disposition> list(@Nullable Long campaignId) {
        return campaignId == null
                ? Disposition.list("campaignId is null order by id")
                : Disposition.list("campaignId is null or campaignId = ?1 order by id", campaignId);
    }

    /** Whether calls of the campaign can come to this. */
    @Transactional
    public boolean known(String code, long campaignId) {
        return Disposition.count("code = ?1 and (campaignId is null or campaignId = ?2)", code, campaignId) > 0;
    }

    /** Whether agents of the campaign choose among kinds of this. */
    @Transactional
    public boolean hasKinds(String code, long campaignId) {
        return Disposition.count("below = ?1 and (campaignId is null or campaignId = ?2)", code, campaignId) > 0;
    }

    /** Adds one. */
    @Transactional
    public Disposition add(Disposition disposition) {
        if (disposition.campaignId != null) {
            campaigns.get(disposition.campaignId);
        }
        if (!disposition.below.isEmpty()) {
            checkAbove(disposition);
        }
        disposition.persistAndFlush();
        return disposition;
    }

    /** Kinds go one step deep, so that an agent chooses twice at most. */
    private static void checkAbove(Disposition kind) {
        long above = Disposition.count(
                "code = ?1 and below = '' and (campaignId is null or campaignId = ?2)", kind.below, kind.campaignId);
        if (above == 0 || kind.below.equals(kind.code)) {
            throw ProblemException.invalid("below", "must be the code of another disposition, which is no kind itself");
        }
        if (Disposition.count("below = ?1", kind.code) > 0) {
            throw ProblemException.invalid("below", "must be left out: there are kinds of " + kind.code);
        }
        if (ACTED_UPON.contains(kind.below)) {
            throw ProblemException.invalid("below", "must not be one that the engine acts upon");
        }
    }

    /** Changes words and effect; a code is never changed, since attempts refer to it. */
    @Transactional
    public Disposition change(long id, String label, boolean isFinal) {
        Disposition disposition = get(id);
        disposition.label = label;
        disposition.isFinal = isFinal;
        return disposition;
    }

    /** Removes one; attempts keep its code. */
    @Transactional
    public void delete(long id) {
        Disposition disposition = get(id);
        if (disposition.code.equals(DO_NOT_CALL) && disposition.campaignId == null) {
            throw ProblemException.conflict("The engine itself needs this disposition.");
        }
        long kinds = disposition.campaignId == null
                ? Disposition.count("below = ?1", disposition.code)
                : Disposition.count("below = ?1 and campaignId = ?2", disposition.code, disposition.campaignId);
        if (kinds > 0) {
            throw ProblemException.conflict("There are kinds of this disposition. Delete them first.");
        }
        disposition.delete();
    }

    private static Disposition get(long id) {
        return Disposition.<Disposition>findByIdOptional(id)
                .orElseThrow(() -> ProblemException.notFound("disposition", id));
    }
}
