package io.tactus.inbound;

import io.tactus.platform.EngineClock;
import io.tactus.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Customers who called in, got nobody, and have not been spoken with since; one entry for each customer and queue, whoever hides the number left out. An
 * entry goes by itself when somebody talks with the customer, in whichever direction, or when somebody says that all is done.
 */
@ApplicationScoped
public class MissedCalls {
    /**
     * A customer who waits to be called back.
     *
     * @param leadCampaignId the campaign in which an agent dials the customer
     * @param calls how often the customer called since all was well
     * @param message the latest voicemail message of these calls; null when there is none
     * @param agentId who has taken it on; null for nobody
     */
    public record MissedCall(
            long campaignId,
            String campaign,
            long leadId,
            long leadCampaignId,
            String customer,
            String number,
            long calls,
            Instant firstAt,
            Instant lastAt,
            @Nullable Long message,
            @Nullable Long agentId,
            @Nullable String agent) {}

    private static final Duration LOOKED_BACK = Duration.ofDays(30);

    /** ?4 restricts it to the queues that an agent serves; 0 for all. */
    private static final String LIST = """
            select a.campaign_id, c.name, a.lead_id, l.campaign_id, trim(l.first_name || ' ' || l.last_name), max(a.number), count(*),
                   min(a.started_at), max(a.started_at), max(v.id),
                   case when m.taken_at >= min(a.started_at) then m.agent_id end,
                   case when m.taken_at >= min(a.started_at) then u.display_name end
            from attempt a
            join campaign c on c.id = a.campaign_id
            join lead l on l.id = a.lead_id
            left join missed_call m on m.campaign_id = a.campaign_id and m.lead_id = a.lead_id
            left join app_user u on u.id = m.agent_id
            left join voicemail_message v on v.attempt_id = a.id
            where a.inbound and a.outcome = 'ABANDONED' and a.number <> '' and a.started_at > ?1
              and (?2 = 0 or a.campaign_id = ?2) and (?3 = 0 or a.lead_id = ?3)
              and (?4 = 0 or exists (select from campaign_agent s where s.campaign_id = a.campaign_id and s.agent_id = ?4))
              and (m.closed_at is null or a.ended_at > m.closed_at)
              and not exists (select from attempt t where t.lead_id = a.lead_id and t.started_at > a.started_at and t.outcome = 'ANSWERED')
            group by a.campaign_id, c.name, a.lead_id, l.campaign_id, l.first_name, l.last_name, m.agent_id, m.taken_at, u.display_name
            order by coalesce(m.agent_id is not null and m.taken_at >= min(a.started_at), false), min(a.started_at) limit ?5
            """;

    private static final String TAKE = """
            insert into missed_call (campaign_id, lead_id, agent_id, taken_at) values (?1, ?2, ?3, ?4)
            on conflict (campaign_id, lead_id) do update set agent_id = excluded.agent_id, taken_at = excluded.taken_at
            where missed_call.agent_id is null or missed_call.agent_id = excluded.agent_id or missed_call.taken_at < ?5
            """;
    private static final String GIVE_BACK =
            "update missed_call set agent_id = null where campaign_id = ?1 and lead_id = ?2";
    private static final String CLOSE = """
            insert into missed_call (campaign_id, lead_id, closed_at, closed_by) values (?1, ?2, ?3, ?4)
            on conflict (campaign_id, lead_id) do update
              set agent_id = null, closed_at = excluded.closed_at, closed_by = excluded.closed_by
            """;

    private final EntityManager entities;
    private final EngineClock clock;

    MissedCalls(EntityManager entities, EngineClock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** Those whom nobody has taken on first, then who has waited longest. @param agentId restricts it to the queues that this agent serves; 0 for all */
    @Transactional
    public List<MissedCall> list(long agentId, long campaignId, int limit) {
        return find(agentId, campaignId, 0, limit);
    }

    private List<MissedCall> find(long agentId, long campaignId, long leadId, int limit) {
        List<?> rows = entities.createNativeQuery(LIST, Object[].class)
                .setParameter(1, clock.instant().minus(LOOKED_BACK))
                .setParameter(2, campaignId)
                .setParameter(3, leadId)
                .setParameter(4, agentId)
                .setParameter(5, limit)
                .getResultList();
        return rows.stream().map(row -> view((Object[]) row)).toList();
    }

    private static MissedCall view(Object[] c) {
        return new MissedCall(
                number(c[0]),
                (String) c[1],
                number(c[2]),
                number(c[3]),
                (String) c[4],
                (String) c[5],
                number(c[6]),
                (Instant) c[7],
                (Instant) c[8],
                c[9] == null ? null : number(c[9]),
                c[10] == null ? null : number(c[10]),
                (String) c[11]);
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }

    /** The agent looks after the customer from now on. */
    @Transactional
    public void take(long agentId, long campaignId, long leadId) {
        MissedCall call = require(agentId, campaignId, leadId);
        int taken = entities.createNativeQuery(TAKE)
                .setParameter(1, campaignId)
                .setParameter(2, leadId)
                .setParameter(3, agentId)
                .setParameter(4, clock.instant())
                .setParameter(5, call.firstAt())
                .executeUpdate();
        if (taken == 0) {
            throw ProblemException.conflict(
                    call.agent() == null ? "Somebody else has taken it on." : call.agent() + " has taken it on.");
        }
    }

    /** Nobody in particular looks after the customer any more. @param agentId who must have the customer now; 0: whoever it is */
    @Transactional
    public void giveBack(long agentId, long campaignId, long leadId) {
        requireMine(agentId, require(agentId, campaignId, leadId));
        entities.createNativeQuery(GIVE_BACK)
                .setParameter(1, campaignId)
                .setParameter(2, leadId)
                .executeUpdate();
    }

    /** All is done without a call. @param agentId who must have the customer now, unless nobody has; 0: whoever it is */
    @Transactional
    public void close(long agentId, String by, long campaignId, long leadId) {
        MissedCall call = require(agentId, campaignId, leadId);
        if (call.agentId() != null) {
            requireMine(agentId, call);
        }
        entities.createNativeQuery(CLOSE)
                .setParameter(1, campaignId)
                .setParameter(2, leadId)
                .setParameter(3, clock.instant())
                .setParameter(4, by)
                .executeUpdate();
    }

    private MissedCall require(long agentId, long campaignId, long leadId) {
        return find(agentId, campaignId, leadId, 1).stream()
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("missed call of lead", leadId));
    }

    private static void requireMine(long agentId, MissedCall call) {
        Long owner = call.agentId();
        if (agentId != 0 && (owner == null || owner != agentId)) {
            throw ProblemException.conflict(
                    owner == null ? "Nobody has taken it on." : call.agent() + " has taken it on.");
        }
    }
}
