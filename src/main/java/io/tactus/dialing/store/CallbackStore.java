package io.tactus.dialing.store;

import io.tactus.floor.effect.StoreEffect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What promised calls do to their leads, behind outcomes and dispositions. A callback counts once the call in which it was promised is
 * over and disposed of: for any agent the lead is due at that time, before all others of the campaign; for one agent the lead is due
 * never, because that agent dials it. It is done when somebody has talked with the customer again.
 */
final class CallbackStore {
    /** What a due callback is preferred by. */
    static final int PRIORITY = 1_000_000;

    private static final String OPEN = """
            with opened as (
              update callback c set state = 'OPEN' from attempt a
              where c.call_id = any (?::bigint[]) and c.state = 'WANTED' and a.id = c.call_id
                and a.outcome is not null and a.disposition is not null
              returning c.lead_id, c.due_at, c.agent_id
            )
            update lead l set state = 'AVAILABLE',
              due_at = case when o.agent_id is null then o.due_at else 'infinity' end,
              priority = l.priority + case when o.agent_id is null then %1$d else 0 end
            from opened o where l.id = o.lead_id and l.reservation is null
            """.formatted(PRIORITY);
    private static final String DONE = """
            with done as (
              update callback c set state = 'DONE' from attempt a
              where a.id = any (?::bigint[]) and a.outcome = 'ANSWERED' and c.lead_id = a.lead_id and c.state = 'OPEN'
                and c.call_id <> a.id
              returning c.lead_id, c.agent_id
            )
            update lead l set priority = l.priority - %1$d
            from done d where l.id = d.lead_id and d.agent_id is null and l.priority >= %1$d
            """.formatted(PRIORITY);
    /** Nobody answered the own agent's call: it stays that agent's. */
    private static final String KEPT = """
            update lead l set state = 'AVAILABLE', due_at = 'infinity' from callback c, attempt a
            where a.id = any (?::bigint[]) and a.outcome is not null and c.lead_id = a.lead_id and c.state = 'OPEN'
              and c.agent_id is not null and l.id = c.lead_id and l.reservation is null
            """;

    private CallbackStore() {}

    static void write(Connection connection, List<StoreEffect> effects) throws SQLException {
        Set<Long> calls = new LinkedHashSet<>();
        OutcomeStore.of(effects, StoreEffect.CallEnded.class).forEach(ended -> calls.add(ended.callId()));
        OutcomeStore.of(effects, StoreEffect.CallDisposed.class).forEach(disposed -> calls.add(disposed.callId()));
        if (calls.isEmpty()) {
            return;
        }
        for (String sql : List.of(DONE, OPEN, KEPT)) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setArray(1, Batch.bigints(connection, List.copyOf(calls), id -> id));
                statement.executeUpdate();
            }
        }
    }
}
