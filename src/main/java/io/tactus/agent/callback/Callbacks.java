package io.tactus.agent.callback;

import io.tactus.campaign.Campaign;
import io.tactus.compliance.CallWindow;
import io.tactus.platform.EngineClock;
import io.tactus.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Promised calls. */
@ApplicationScoped
public class Callbacks {
    private static final Duration LONGEST = Duration.ofDays(180);

    private static final String VIEW = """
            select c.id, c.call_id, c.lead_id, c.campaign_id, m.name, l.first_name, l.last_name,
                   coalesce((select number from lead_phone n where n.lead_id = l.id and n.position = l.phone_index), ''),
                   c.due_at, c.zone, c.note, c.state, c.agent_id
            from callback c join lead l on l.id = c.lead_id join campaign m on m.id = c.campaign_id
            where c.state in ('WANTED', 'OPEN') and (?1 = 0 or c.agent_id = ?1) and c.due_at < ?2
            order by c.due_at, c.id limit ?3
            """;
    /** Only who had the call may promise another one; the lead's campaign makes it, whichever queue took the call. */
    private static final String CALL = """
            select a.lead_id, l.campaign_id, coalesce(array_to_string(p.zones, ' '), '')
            from attempt a join lead l on l.id = a.lead_id
            left join lead_phone p on p.lead_id = a.lead_id and p.position = a.phone_position
            where a.id = ?1 and (a.agent_id = ?2 or exists (
              select from agent_state_change s where s.agent_id = ?2 and s.call_id = a.id))
            """;

    private static final String MAKE = """
            insert into callback (call_id, lead_id, campaign_id, agent_id, due_at, zone, note, made_by)
            values (?1, ?2, ?3, cast(nullif(?4, 0) as bigint), ?5, ?6, ?7, ?8)
            on conflict (call_id) do update set agent_id = excluded.agent_id, due_at = excluded.due_at,
              zone = excluded.zone, note = excluded.note
            where callback.state = 'WANTED'
            """;
    private static final String CANCEL = """
            with cancelled as (
              update callback set state = 'CANCELLED'
              where id = ?1 and state in ('WANTED', 'OPEN') and (?2 = 0 or agent_id = ?2) returning lead_id
            )
            update lead l set state = 'DONE' from cancelled c
            where l.id = c.lead_id and l.state = 'AVAILABLE'
            """;

    private final EntityManager entities;
    private final EngineClock clock;

    Callbacks(EntityManager entities, EngineClock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** Promised calls that are not done, the first due first. @param agentId 0 for those of everybody */
    @Transactional
    public List<CallbackView> list(long agentId, Instant before, int limit) {
        List<?> rows = entities.createNativeQuery(VIEW, Object[].class)
                .setParameter(1, agentId)
                .setParameter(2, before)
                .setParameter(3, limit)
                .getResultList();
        return rows.stream().map(row -> view((Object[]) row)).toList();
    }

    private static CallbackView view(Object[] c) {
        return new CallbackView(
                id(c[0]),
                id(c[1]),
                id(c[2]),
                id(c[3]),
                (String) c[4],
                (String) c[5],
                (String) c[6],
                (String) c[7],
                (Instant) c[8],
                (String) c[9],
                (String) c[10],
                (String) c[11],
                c[12] == null ? null : id(c[12]));
    }

    private static long id(Object column) {
        return ((Number) column).longValue();
    }

    /** Those due in the agent's next days, and overdue. */
    public List<CallbackView> own(long agentId) {
        return list(agentId, clock.instant().plus(LONGEST), 200);
    }

    /** Promises a call. It counts once the present one is over and disposed of; before that it can be promised otherwise. */
    @Transactional
    public void make(long agentId, Promise promise) {
        List<?> calls = entities.createNativeQuery(CALL, Object[].class)
                .setParameter(1, promise.callId())
                .setParameter(2, agentId)
                .getResultList();
        if (calls.isEmpty()) {
            throw ProblemException.conflict("Call " + promise.callId() + " was not yours.");
        }
        Object[] call = (Object[]) calls.getFirst();
        if (call[2].equals("")) {
            throw ProblemException.conflict("No number of this customer is known: ask for one.");
        }
        List<ZoneId> zones =
                Arrays.stream(((String) call[2]).split(" ")).map(ZoneId::of).toList();
        ZoneId zone = zone(promise.zone(), zones);
        Instant due = due(promise.at(), zone);
        Campaign campaign = Campaign.<Campaign>findById(id(call[1]));
        if (campaign.takesCallers() && !promise.mine()) {
            throw ProblemException.invalid(
                    "mine", "must be set: the customer belongs to a queue, which dials nobody by itself");
        }
        if (!window(campaign).allows(due, zones)) {
            throw ProblemException.invalid("at", "is outside the hours in which the campaign may call this number");
        }
        int made = entities.createNativeQuery(MAKE)
                .setParameter(1, promise.callId())
                .setParameter(2, id(call[0]))
                .setParameter(3, id(call[1]))
                .setParameter(4, promise.mine() ? agentId : 0)
                .setParameter(5, due)
                .setParameter(6, zone.getId())
                .setParameter(7, promise.note())
                .setParameter(8, agentId)
                .executeUpdate();
        if (made == 0) {
            throw ProblemException.conflict("The callback of this call counts already.");
        }
    }

    private static ZoneId zone(String wanted, List<ZoneId> zones) {
        return zones.stream()
                .filter(zone -> zone.getId().equals(wanted))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid("zone", "must be one of the customer's: " + zones));
    }

    private Instant due(LocalDateTime at, ZoneId zone) {
        Instant due = at.atZone(zone).toInstant();
        Instant now = clock.instant();
        if (due.isBefore(now) || due.isAfter(now.plus(LONGEST))) {
            throw ProblemException.invalid("at", "must lie within the next " + LONGEST.toDays() + " days");
        }
        return due;
    }

    private static CallWindow window(Campaign campaign) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (List.of(campaign.windowDays).contains(day.name().substring(0, 3))) {
                days.add(day);
            }
        }
        return new CallWindow(days, campaign.windowFrom, campaign.windowTo);
    }

    /** Nobody calls. @param agentId whose callback it must be; 0 for anybody's */
    @Transactional
    public void cancel(long id, long agentId) {
        Optional<?> known = entities.createNativeQuery(
                        "select id from callback where id = ?1 and state in ('WANTED', 'OPEN')"
                                + " and (?2 = 0 or agent_id = ?2)")
                .setParameter(1, id)
                .setParameter(2, agentId)
                .getResultStream()
                .findFirst();
        if (known.isEmpty()) {
            throw ProblemException.notFound("callback", id);
        }
        entities.createNativeQuery(CANCEL)
                .setParameter(1, id)
                .setParameter(2, agentId)
                .executeUpdate();
    }
}
