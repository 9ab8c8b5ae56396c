package io.tactus.agent;

import io.tactus.platform.TactusConfig;
import io.tactus.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Agents' own phones outside the house. An administrator writes the number, since calls to it cost money; the agent chooses whether to work with it. */
@ApplicationScoped
public class MobilePhones {
    private static final String SET = """
            insert into mobile_phone (agent_id, number, trunk) values (?1, ?2, ?3)
            on conflict (agent_id) do update set number = excluded.number, trunk = excluded.trunk
            """;
    private static final String AT_WORK = "select 1 from agent_session where agent_id = ?1 and ended_at is null";
    private static final String CHOOSE = "update mobile_phone set chosen = ?2 where agent_id = ?1";

    private final EntityManager entities;
    private final TactusConfig config;

    MobilePhones(EntityManager entities, TactusConfig config) {
        this.entities = entities;
        this.config = config;
    }

    /** Trunks over which a phone may be rung. */
    public List<String> trunks() {
        return config.nodes().values().stream()
                .flatMap(node -> node.trunks().keySet().stream())
                .sorted()
                .toList();
    }

    /** The agent may choose this phone; null for none. Part of the caller's transaction. */
    void set(long agentId, AgentForm.@Nullable Mobile mobile) {
        if (mobile == null) {
            entities.createNativeQuery("delete from mobile_phone where agent_id = ?1")
                    .setParameter(1, agentId)
                    .executeUpdate();
            return;
        }
        if (!trunks().contains(mobile.trunk())) {
            throw ProblemException.invalid("mobile.trunk", "must be one of " + String.join(", ", trunks()));
        }
        entities.createNativeQuery(SET)
                .setParameter(1, agentId)
                .setParameter(2, mobile.number())
                .setParameter(3, mobile.trunk())
                .executeUpdate();
    }

    /** Lets the agent work with the mobile phone. */
    @Transactional
    public void choose(long agentId) {
        if (change(agentId, true) == 0) {
            throw ProblemException.conflict("You have no mobile phone here. Ask an administrator to enter its number.");
        }
    }

    /** Lets the agent work with another phone. */
    @Transactional
    public void leave(long agentId) {
        change(agentId, false);
    }

    private int change(long agentId, boolean chosen) {
        if (!entities.createNativeQuery(AT_WORK)
                .setParameter(1, agentId)
                .getResultList()
                .isEmpty()) {
            throw ProblemException.conflict("Log out before you change the phone.");
        }
        return entities.createNativeQuery(CHOOSE)
                .setParameter(1, agentId)
                .setParameter(2, chosen)
                .executeUpdate();
    }
}
