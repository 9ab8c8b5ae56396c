package io.tactus.agent;

import io.tactus.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Agents and what they are doing. */
@ApplicationScoped
public class Agents {
    /** An agent with the state that the floor last stored. */
    public record AgentView(
            long id,
            String username,
            String displayName,
            String endpoint,
            String legMode,
            String phoneKind,
            AgentForm.@Nullable Mobile mobile,
            String state,
            String pauseCode,
            @Nullable Instant since) {}

    private static final String VIEW = """
            select a.id, u.username, u.display_name, a.endpoint, a.leg_mode, a.phone_kind, m.number, m.trunk,
                   coalesce(s.state, 'LOGGED_OUT'), coalesce(s.code, ''),
                   (select max(c.at) from agent_state_change c where c.agent_id = a.id)
            from agent a join app_user u on u.id = a.id
            left join mobile_phone m on m.agent_id = a.id
            left join agent_session s on s.agent_id = a.id and s.ended_at is null
            where (a.id = ?1 or ?1 = 0) order by lower(u.username)
            """;

    private final EntityManager entities;
    private final MobilePhones mobiles;

    Agents(EntityManager entities, MobilePhones mobiles) {
        this.entities = entities;
        this.mobiles = mobiles;
    }

    /** All agents by name. */
    @Transactional
    public List<AgentView> list() {
        return read(0);
    }

    /** One agent. */
    @Transactional
    public AgentView get(long id) {
        return read(id).stream().findFirst().orElseThrow(() -> ProblemException.notFound("agent", id));
    }

    private List<AgentView> read(long id) {
        List<?> rows = entities.createNativeQuery(VIEW, Object[].class)
                .setParameter(1, id)
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(c -> new AgentView(
                        ((Number) c[0]).longValue(),
                        (String) c[1],
                        (String) c[2],
                        (String) c[3],
                        (String) c[4],
                        (String) c[5],
                        c[6] == null ? null : new AgentForm.Mobile((String) c[6], (String) c[7]),
                        (String) c[8],
                        (String) c[9],
                        (Instant) c[10]))
                .toList();
    }

    /** Gives a user a phone. */
    @Transactional
    public AgentView create(AgentForm form) {
        if (form.userId() == null) {
            throw ProblemException.invalid("userId", "must be given for a new agent");
        }
        long users = ((Number) entities.createNativeQuery("select count(*) from app_user where id = ?1")
                        .setParameter(1, form.userId())
                        .getSingleResult())
                .longValue();
        if (users == 0) {
            throw ProblemException.invalid("userId", "there is no user " + form.userId());
        }
        if (AgentRow.findById(form.userId()) != null) {
            throw ProblemException.conflict("The user is an agent already.");
        }
        AgentRow agent = new AgentRow();
        agent.id = form.userId();
        copy(form, agent);
        agent.persistAndFlush();
        mobiles.set(agent.id, form.mobile());
        return get(agent.id);
    }

    /** Makes sure that the user is an agent with this phone. */
    @Transactional
    public void ensure(long userId, String endpoint, String legMode, String phoneKind) {
        AgentRow agent = AgentRow.findById(userId);
        if (agent == null) {
            create(new AgentForm(userId, endpoint, legMode, phoneKind, null));
        } else {
            copy(new AgentForm(userId, endpoint, legMode, phoneKind, null), agent);
        }
    }

    /** Another phone; takes effect at the next log-in. */
    @Transactional
    public AgentView update(long id, AgentForm form) {
        AgentRow agent = row(id);
        copy(form, agent);
        AgentRow.flush();
        mobiles.set(id, form.mobile());
        return get(id);
    }

    /** Takes the phone away; the user stays. */
    @Transactional
    public void delete(long id) {
        if (!get(id).state().equals("LOGGED_OUT")) {
            throw ProblemException.conflict("The agent is at work. Log the agent out first.");
        }
        row(id).delete();
    }

    private static AgentRow row(long id) {
        return AgentRow.<AgentRow>findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("agent", id));
    }

    private static void copy(AgentForm form, AgentRow agent) {
        agent.endpoint = form.endpoint();
        agent.legMode = form.legMode();
        agent.phoneKind = form.phoneKind();
    }
}
