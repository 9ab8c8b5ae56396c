package io.tactus.agent.stream;

import io.tactus.agent.stream.DeskView.Figures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An agent's own figures since the beginning of the day. */
@ApplicationScoped
class DeskFigures {
    private static final String CALLS = "select count(*) from attempt where agent_id = ?1 and started_at >= ?2";
    /** A talk belongs to everybody who had the customer, whoever had him last. */
    private static final String TALKS = """
            select count(distinct call_id) from agent_state_change where agent_id = ?1 and at >= ?2 and state = 'TALKING'
            """;

    private static final String DISPOSITIONS = """
            select disposition, count(*) from attempt
            where disposed_by = ?1 and agent_id = ?1 and started_at >= ?2 and disposition is not null group by 1
            """;
    private static final String STATES = """
            select state, coalesce(sum(extract(epoch from until - at)), 0) from (
              select state, at, lead(at) over (order by at, id) as until
              from agent_state_change where agent_id = ?1 and at >= ?2
            ) s where until is not null group by state
            """;

    private final EntityManager entities;

    DeskFigures(EntityManager entities) {
        this.entities = entities;
    }

    @Transactional
    Figures since(long agentId, Instant from) {
        Map<String, Integer> dispositions = new TreeMap<>();
        rows(DISPOSITIONS, agentId, from).forEach(c -> dispositions.put((String) c[0], ((Number) c[1]).intValue()));
        Map<String, Long> states = new TreeMap<>();
        rows(STATES, agentId, from).forEach(c -> states.put((String) c[0], ((Number) c[1]).longValue()));
        return new Figures(
                count(CALLS, agentId, from),
                count(TALKS, agentId, from),
                states.getOrDefault("TALKING", 0L),
                dispositions,
                states);
    }

    private int count(String sql, long agentId, Instant from) {
        return ((Number) entities.createNativeQuery(sql)
                        .setParameter(1, agentId)
                        .setParameter(2, from)
                        .getSingleResult())
                .intValue();
    }

    private List<Object[]> rows(String sql, long agentId, Instant from) {
        List<?> rows = entities.createNativeQuery(sql, Object[].class)
                .setParameter(1, agentId)
                .setParameter(2, from)
                .getResultList();
        return rows.stream().map(row -> (Object[]) row).toList();
    }
}
