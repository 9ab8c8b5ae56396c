package io.tactus.agent.stream;

import io.tactus.agent.stream.DeskView.Attempt;
import io.tactus.agent.stream.DeskView.Choice;
import io.tactus.agent.stream.DeskView.Customer;
import io.tactus.agent.stream.DeskView.MyCampaign;
import io.tactus.agent.stream.DeskView.Pause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the database knows for the desk: the agent, the customer, the campaigns. The day's figures are in {@link DeskFigures}. */
@ApplicationScoped
class DeskRows {
    /** An agent and the phone. @param mobile number of the own mobile phone; empty for none */
    record Person(long id, String name, String phone, String mobile, boolean rungForEachCall) {}

    /** A customer in short. */
    record Name(String name, String number) {}

    private static final String PERSON = """
            select u.display_name, case when s.endpoint is not null then 'browser' when m.chosen then 'mobile' else 'own' end,
                   coalesce(m.number, ''), a.leg_mode = 'on_demand' and s.endpoint is null and m.chosen is not true
            from agent a join app_user u on u.id = a.id left join softphone s on s.agent_id = a.id
            left join mobile_phone m on m.agent_id = a.id where a.id = ?1
            """;
    /** A previewed lead has no attempt yet, only its reservation; so both are asked. */
    private static final String CUSTOMER = """
            with found as (
              select a.lead_id, a.number, a.phone_position as position, a.inbound from attempt a where a.id = ?1
              union all
              select l.id, n.number, n.position, false from lead l
              join lead_phone n on n.lead_id = l.id and n.position = l.phone_index
              where l.reservation = ?1 and l.state = 'RESERVED'
            )
            select l.id, l.campaign_id, f.number, coalesce(array_to_string(p.zones, ' '), 'Etc/UTC'), l.first_name, l.last_name,
                   l.external_id, l.notes, cast(l.custom as text), cast(i.custom_fields as text), f.inbound
            from found f join lead l on l.id = f.lead_id join lead_list i on i.id = l.list_id
            left join lead_phone p on p.lead_id = l.id and p.position = f.position limit 1
            """;

    private static final String ATTEMPTS = """
            select a.id, a.started_at, coalesce(a.outcome, ''), coalesce(a.disposition, ''), coalesce(u.display_name, ''),
                   coalesce(cast(extract(epoch from a.ended_at - a.connected_at) as integer), 0), a.inbound
            from attempt a left join app_user u on u.id = a.agent_id
            where a.lead_id = ?1 and a.id <> ?2 order by a.started_at desc limit 50
            """;
    private static final String CAMPAIGNS = """
            select c.id, c.name, c.mode, c.state, c.script, c.recording, c.forced_disposition
            from campaign c where exists (select from campaign_agent a where a.campaign_id = c.id and a.agent_id = ?1)
            order by c.name
            """;
    private static final String NOT_SERVED = """
            select c.id, c.name, c.mode, c.state, c.script, c.recording, c.forced_disposition
            from campaign c where c.id = ?2
              and not exists (select from campaign_agent a where a.campaign_id = c.id and a.agent_id = ?1)
            """;
    private static final String WHO = """
            select trim(l.first_name || ' ' || l.last_name), a.number from attempt a join lead l on l.id = a.lead_id where a.id = ?1
            """;
    private static final String DISPOSITIONS = """
            select distinct on (d.code) d.code, d.label, d.final, d.below from disposition d
            where d.campaign_id is null or d.campaign_id = ?1 order by d.code, d.campaign_id nulls last
            """;

    private final EntityManager entities;

    DeskRows(EntityManager entities) {
        this.entities = entities;
    }

    private List<Object[]> rows(String sql, Object... values) {
        var query = entities.createNativeQuery(sql, Object[].class);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        List<?> rows = query.getResultList();
        return rows.stream().map(row -> (Object[]) row).toList();
    }

    private static long id(Object column) {
        return ((Number) column).longValue();
    }

    /** The agent; empty for a user who is none. */
    @Transactional
    Optional<Person> find(long agentId) {
        return rows(PERSON, agentId).stream()
                .map(c -> new Person(agentId, (String) c[0], (String) c[1], (String) c[2], (Boolean) c[3]))
                .findFirst();
    }

    /** Whom this call is with; empty while the store has not heard of it. */
    @Transactional
    Optional<Customer> customer(long callId) {
        return rows(CUSTOMER, callId).stream().findFirst().map(c -> {
            List<Attempt> attempts = rows(ATTEMPTS, id(c[0]), callId).stream()
                    .map(a -> new Attempt(
                            id(a[0]),
                            (Instant) a[1],
                            (String) a[2],
                            (String) a[3],
                            (String) a[4],
                            (int) id(a[5]),
                            (Boolean) a[6]))
                    .toList();
            return new Customer(
                    callId,
                    id(c[0]),
                    id(c[1]),
                    (String) c[2],
                    Arrays.asList(((String) c[3]).split(" ")),
                    (String) c[4],
                    (String) c[5],
                    (String) c[6],
                    (String) c[7],
                    (String) c[8],
                    (String) c[9],
                    (Boolean) c[10],
                    attempts);
        });
    }

    /** The campaigns that the agent serves, with what can be said of their calls. */
    @Transactional
    List<MyCampaign> campaigns(long agentId) {
        return rows(CAMPAIGNS, agentId).stream().map(this::campaign).toList();
    }

    /** This campaign, if the agent does not serve it. */
    @Transactional
    Optional<MyCampaign> notServed(long agentId, long campaignId) {
        return rows(NOT_SERVED, agentId, campaignId).stream()
                .map(this::campaign)
                .findFirst();
    }

    /** Whom this call is with, in short. */
    @Transactional
    Optional<Name> who(long callId) {
        return rows(WHO, callId).stream().findFirst().map(c -> new Name((String) c[0], (String) c[1]));
    }

    private MyCampaign campaign(Object[] c) {
        return new MyCampaign(
                id(c[0]),
                (String) c[1],
                (String) c[2],
                ((String) c[3]).toUpperCase(java.util.Locale.ROOT),
                (String) c[4],
                (String) c[5],
                (Boolean) c[6],
                rows(DISPOSITIONS, id(c[0])).stream()
                        .map(d -> new Choice((String) d[0], (String) d[1], (Boolean) d[2], (String) d[3]))
                        .toList());
    }

    /** Why one may pause. */
    @Transactional
    List<Pause> pauses() {
        return rows("select code, label, limit_minutes from pause_code order by label").stream()
                .map(c -> new Pause((String) c[0], (String) c[1], (int) id(c[2])))
                .toList();
    }
}
