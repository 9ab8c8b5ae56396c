package io.tactus.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.TreeMap;

/** Results of a campaign, counted from its attempts and leads. */
@ApplicationScoped
public class CampaignSummary {
    /**
     * Results so far.
     *
     * @param liveAnswers calls that a person answered, in the measuring period
     * @param abandonmentRate abandoned of live answers in that period; 0 while there are none
     * @param today the same counts since midnight UTC
     */
    public record View(
            Map<String, Long> byOutcome,
            long inFlight,
            long liveAnswers,
            long abandoned,
            double abandonmentRate,
            double abandonmentCap,
            Today today,
            Map<String, Long> leadsByState) {}

    /** Live answers and abandoned calls since midnight UTC. */
    public record Today(long liveAnswers, long abandoned) {}

    private static final String OUTCOMES =
            "select coalesce(outcome, ''), count(*) from attempt where campaign_id = ?1 group by 1";
    private static final String LEADS = "select state, count(*) from lead where campaign_id = ?1 group by 1";
    private static final String MEASURED = """
            select count(*) filter (where a.live), count(*) filter (where a.outcome = 'ABANDONED'),
              count(*) filter (where a.live and a.started_at >= date_trunc('day', now(), 'UTC')),
              count(*) filter (where a.outcome = 'ABANDONED' and a.started_at >= date_trunc('day', now(), 'UTC'))
            from attempt a join campaign c on c.id = a.campaign_id
            where c.id = ?1 and a.started_at >= case c.measuring_period
              when 'campaign' then '-infinity'::timestamptz
              when 'day' then date_trunc('day', now(), 'UTC')
              else greatest(now() - interval '30 days', coalesce(c.started_at, '-infinity')) end
            """;

    private final Campaigns campaigns;
    private final EntityManager entities;

    CampaignSummary(Campaigns campaigns, EntityManager entities) {
        this.campaigns = campaigns;
        this.entities = entities;
    }

    /** The results of this campaign. */
    @Transactional
    public View of(long id) {
        Campaign campaign = campaigns.get(id);
        Map<String, Long> outcomes = counts(OUTCOMES, id);
        Long open = outcomes.remove("");
        Object[] measured = (Object[])
                entities.createNativeQuery(MEASURED).setParameter(1, id).getSingleResult();
        long live = ((Number) measured[0]).longValue();
        long abandoned = ((Number) measured[1]).longValue();
        return new View(
                outcomes,
                open == null ? 0 : open,
                live,
                abandoned,
                live == 0 ? 0 : (double) abandoned / live,
                campaign.abandonmentCap,
                new Today(((Number) measured[2]).longValue(), ((Number) measured[3]).longValue()),
                counts(LEADS, id));
    }

    private Map<String, Long> counts(String sql, long id) {
        Map<String, Long> counts = new TreeMap<>();
        for (Object row : entities.createNativeQuery(sql).setParameter(1, id).getResultList()) {
            Object[] columns = (Object[]) row;
            counts.put((String) columns[0], ((Number) columns[1]).longValue());
        }
        return counts;
    }
}
