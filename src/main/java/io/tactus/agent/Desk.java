package io.tactus.agent;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.tactus.agent.Agents.AgentView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an agent needs to see: the own state, and the person on the line or in the preview. */
@ApplicationScoped
public class Desk {
    /** The present call. @param custom the list's custom fields of this lead */
    public record PresentCall(
            long callId,
            long campaignId,
            String campaign,
            long leadId,
            String number,
            String firstName,
            String lastName,
            String externalId,
            String notes,

            @JsonRawValue @Schema(implementation = Object.class)
            String custom) {}

    /** The desk. @param call the call that is shown, rings, talks or is wrapped up; left out when there is none */
    public record DeskView(
            AgentView agent, List<Long> campaigns, @Nullable PresentCall call) {}

    /** A previewed lead has no attempt yet, only its reservation; so both are asked. */
    private static final String CALL = """
            with present as (
              select c.call_id from agent_state_change c
              where c.agent_id = ?1 order by c.at desc, c.id desc limit 1
            ), found as (
              select p.call_id, a.lead_id, a.number from present p join attempt a on a.id = p.call_id
              union all
              select p.call_id, l.id, (select number from lead_phone n where n.lead_id = l.id and n.position = l.phone_index)
              from present p join lead l on l.reservation = p.call_id and l.state = 'RESERVED'
            )
            select f.call_id, l.campaign_id, c.name, l.id, coalesce(f.number, ''), l.first_name, l.last_name, l.external_id,
                   l.notes, cast(l.custom as text)
            from found f join lead l on l.id = f.lead_id join campaign c on c.id = l.campaign_id limit 1
            """;

    private final Agents agents;
    private final EntityManager entities;

    Desk(Agents agents, EntityManager entities) {
        this.agents = agents;
        this.entities = entities;
    }

    /** The desk of this agent. */
    @Transactional
    public DeskView of(long agentId) {
        AgentView agent = agents.get(agentId);
        List<?> campaigns = entities.createNativeQuery(
                        "select campaign_id from campaign_agent where agent_id = ?1 order by 1")
                .setParameter(1, agentId)
                .getResultList();
        return new DeskView(
                agent,
                campaigns.stream().map(id -> ((Number) id).longValue()).toList(),
                agent.state().equals("LOGGED_OUT") ? null : call(agentId));
    }

    private @Nullable PresentCall call(long agentId) {
        List<?> rows = entities.createNativeQuery(CALL, Object[].class)
                .setParameter(1, agentId)
                .getResultList();
        if (rows.isEmpty()) {
            return null;
        }
        Object[] c = (Object[]) rows.getFirst();
        return new PresentCall(
                ((Number) c[0]).longValue(),
                ((Number) c[1]).longValue(),
                (String) c[2],
                ((Number) c[3]).longValue(),
                (String) c[4],
                (String) c[5],
                (String) c[6],
                (String) c[7],
                (String) c[8],
                (String) c[9]);
    }
}
