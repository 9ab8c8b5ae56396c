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
            update lead l set state = 'AVAILABLE', reservation = null,
              due_at = case when o.agent_id is null then o.due_at else 'infinity' end,
              priority = l.priority + case when o.agent_id is null then %1$d else 0 end
            from opened o where l.id = o.lead_id and (l.reservation is null or l.state = 'RESERVED')
            """.formatted(PRIORITY);
    /** Who called us in the meantime is not called for the promise: the lead is due as after a talk, though the hopper has it. */
    private static final String DONE = """
            with done as (
              update callback c set state = 'DONE' from attempt a
              where a.id = any (?::bigint[]) and a.outcome = 'ANSWERED' and c.lead_id = a.lead_id and c.state = 'OPEN'
                and c.call_id <> a.id
              returning c.lead_id, c.agent_id, a.inbound, a.ended_at
            )
            update lead l set
              priority = l.priority - case when d.agent_id is null and l.priority >= %1$d then %1$d else 0 end,
              state = case when d.inbound and l.state = 'RESERVED' then 'AVAILABLE' else l.state end,
              reservation = case when d.inbound and l.state = 'RESERVED' then null else l.reservation end,
              due_at = case when d.inbound and l.state <> 'DIALLING' then d.ended_at + interval '1 day' else l.due_at end
            from done d where l.id = d.lead_id
            """.formatted(PRIORITY);
    /** Nobody answered the own agent's call: it stays that agent's. What was promised to a caller while the lead was dialled counts now. */
    private static final String KEPT = """
            update lead l set state = 'AVAILABLE',
              due_at = case when c.agent_id is null then c.due_at else 'infinity' end,
              priority = l.priority + case when c.agent_id is null then %1$d else 0 end
            from callback c, attempt a
            where a.id = any (?::bigint[]) and a.outcome is not null and c.lead_id = a.lead_id and c.state = 'OPEN'
              and (c.agent_id is not null or l.priority < %1$d) and l.id = c.lead_id and l.reservation is null
            """.formatted(PRIORITY);

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
