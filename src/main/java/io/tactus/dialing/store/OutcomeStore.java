package io.tactus.dialing.store;

import io.tactus.floor.effect.StoreEffect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Writes what the floor reports, in batches, in one transaction each. Writing a batch twice does no harm. */
public final class OutcomeStore {
    private static final String TIME = "(timestamptz 'epoch' + e.at_micros * interval '1 microsecond')";

    private static final String ANSWERED = """
            update attempt a set answered_at = %s
            from unnest(?::bigint[], ?::bigint[]) as e (id, at_micros) where a.id = e.id and a.answered_at is null
            """.formatted(TIME);
    private static final String DETECTED = """
            update attempt a set detection = e.detection, detection_cause = e.cause, detection_ms = e.delay
            from unnest(?::bigint[], ?::text[], ?::text[], ?::integer[]) as e (id, detection, cause, delay)
            where a.id = e.id
            """;
    private static final String CONNECTED = """
            update attempt a set connected_at = %s, agent_id = e.agent_id
            from unnest(?::bigint[], ?::bigint[], ?::bigint[]) as e (id, at_micros, agent_id) where a.id = e.id
            """.formatted(TIME);
    private static final String WAITS = """
            update attempt a set waits_in = nullif(e.queue_id, 0), parked_by = nullif(e.agent_id, 0)
            from unnest(?::bigint[], ?::bigint[], ?::bigint[]) as e (id, queue_id, agent_id) where a.id = e.id
            """;
    private static final String ENDED = """
            with over as (
              update attempt a set ended_at = %s, outcome = e.outcome, cause = nullif(e.cause, 0),
                detail = nullif(e.detail, ''), live = e.live, agent_id = coalesce(nullif(e.agent_id, 0), a.agent_id)
              from unnest(?::bigint[], ?::bigint[], ?::text[], ?::integer[], ?::text[], ?::boolean[], ?::bigint[])
                as e (id, at_micros, outcome, cause, detail, live, agent_id)
              where a.id = e.id and a.outcome is null
              returning a.id, a.lead_id, a.campaign_id, a.outcome, a.ended_at
            ), judged as (
              select o.*, (c.retry_minutes ->> o.outcome)::integer as retry, c.attempts_lifetime,
                (select min(p.position) from lead_phone p, lead l2
                 where l2.id = o.lead_id and p.lead_id = o.lead_id and p.position > l2.phone_index) as next_phone
              from over o join campaign c on c.id = o.campaign_id
            )
            update lead l set
              reservation = null, last_outcome = j.outcome,
              state = case when j.outcome = 'INVALID_NUMBER' and j.next_phone is not null then 'AVAILABLE'
                           when j.retry is not null and l.attempts < j.attempts_lifetime then 'AVAILABLE'
                           else 'DONE' end,
              due_at = case when j.outcome = 'INVALID_NUMBER' then j.ended_at
                            else j.ended_at + make_interval(mins => coalesce(j.retry, 0)) end,
              phone_index = coalesce(j.next_phone, case when j.outcome = 'INVALID_NUMBER' then l.phone_index else 0 end)
            from judged j where l.id = j.lead_id and l.reservation = j.id
            """.formatted(TIME);
    private static final String DISPOSED = """
            update attempt a set disposition = e.code, disposed_by = e.agent_id, disposed_at = %s
            from unnest(?::bigint[], ?::bigint[], ?::text[], ?::bigint[]) as e (id, at_micros, code, agent_id)
            where a.id = e.id
            """.formatted(TIME);
    /**
     * A disposition takes effect once both it and the outcome are there, in whichever order they came. Of who called in, a final one puts the lead away,
     * out of the hopper too, and at the end of a call that is on its way to the lead; another one leaves the lead as it is.
     */
    private static final String DISPOSITION_EFFECT = """
            with judged as (
              select unnest(?::bigint[]) as id
            ), disposed as (
              select distinct on (a.lead_id)
                a.lead_id, a.number, a.ended_at, a.disposition, a.disposed_by, a.inbound, d.final
              from (
                select id from judged
                union
                select i.id from judged j join attempt o on o.id = j.id and not o.inbound
                join attempt i on i.lead_id = o.lead_id and i.inbound and i.disposed_at >= o.started_at
              ) j
              join attempt a on a.id = j.id
              join lateral (select final from disposition d where d.code = a.disposition
                            and (d.campaign_id = a.campaign_id or d.campaign_id is null)
                            order by d.campaign_id nulls last limit 1) d on true
              where a.outcome = 'ANSWERED' and a.disposition is not null
              order by a.lead_id, d.final desc, a.ended_at desc
            ), asked_not_to_call as (
              insert into dnc_entry (campaign_id, number, reason, added_by)
              select null, number, 'asked the agent not to be called', 'agent ' || disposed_by from disposed
              where disposition = 'DO_NOT_CALL' and number <> ''
              on conflict do nothing
            )
            update lead l set reservation = null, state = case when d.final then 'DONE' else 'AVAILABLE' end,
              due_at = case when d.final then l.due_at else d.ended_at + interval '1 day' end
            from disposed d where l.id = d.lead_id
              and case when d.inbound then d.final and (l.reservation is null or l.state = 'RESERVED')
                       else l.reservation is null and l.last_outcome = 'ANSWERED' end
            """;

    private static final String VOICEMAIL = """
            insert into voicemail_message (attempt_id, campaign_id, lead_id, file, length_ms, recorded_at)
            select e.id, a.campaign_id, a.lead_id, e.file, e.length, %s
            from unnest(?::bigint[], ?::bigint[], ?::text[], ?::integer[]) as e (id, at_micros, file, length)
            join attempt a on a.id = e.id
            on conflict (attempt_id) do nothing
            """.formatted(TIME);
    private static final String AGENT_CHANGE = """
            insert into agent_state_change (agent_id, at, state, code, call_id, campaign_id)
            select e.id, %s, e.state, e.code, nullif(e.call_id, 0), nullif(e.campaign_id, 0)
            from unnest(?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::bigint[], ?::bigint[])
              as e (id, at_micros, state, code, call_id, campaign_id)
            """.formatted(TIME);
    /** Whoever does anything is at work: a log-out that is written late, or twice, ends the next session only until its next change. */
    private static final String AGENT_SESSION = """
            update agent_session s set state = e.state, code = e.code,
              ended_at = case when e.state = 'LOGGED_OUT' then %s end
            from unnest(?::bigint[], ?::bigint[], ?::text[], ?::text[]) as e (id, at_micros, state, code)
            where s.id = (select max(latest.id) from agent_session latest where latest.agent_id = e.id)
              and (s.ended_at is null or e.state <> 'LOGGED_OUT')
            """.formatted(TIME);

    private static final String CAMPAIGN_CHANGE = """
            with changed as (
              insert into campaign_state_change (campaign_id, at, state, reason)
              select e.id, %s, e.state, e.reason
              from unnest(?::bigint[], ?::bigint[], ?::text[], ?::text[]) with ordinality
                as e (id, at_micros, state, reason, nr)
            )
            update campaign c set state = lower(e.state)
            from (select distinct on (u.id) u.* from unnest(?::bigint[], ?::text[]) with ordinality as u (id, state, nr)
                  order by u.id, u.nr desc) e
            where c.id = e.id
            """.formatted(TIME);

    private static final String FENCE =
            "select epoch from floor_lease where floor = ? and owner = ? and epoch = ? for share";

    private final DataSource dataSource;

    /** The outcomes of this database. */
    public OutcomeStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Writes the effects; all of them or none. Effects of other kinds than these are not for this store and are passed over.
     *
     * @throws LeaseLostException when another engine owns the floor, which tells the story of these calls now
     */
    public void write(List<StoreEffect> effects, Lease lease) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                checkFence(connection, lease);
                writeAll(connection, effects);
                connection.commit();
            } catch (SQLException | LeaseLostException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private static void checkFence(Connection connection, Lease lease) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FENCE)) {
            statement.setString(1, lease.floor());
            statement.setString(2, lease.owner());
            statement.setLong(3, lease.epoch());
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new LeaseLostException(lease);
                }
            }
        }
    }

    private static void writeAll(Connection connection, List<StoreEffect> effects) throws SQLException {
        var answered = of(effects, StoreEffect.CallAnswered.class);
        run(connection, ANSWERED, answered, s -> {
            s.setArray(1, Batch.bigints(connection, answered, StoreEffect.CallAnswered::callId));
            s.setArray(2, Batch.bigints(connection, answered, StoreEffect.CallAnswered::atMicros));
        });
        var detected = of(effects, StoreEffect.CallDetected.class);
        run(connection, DETECTED, detected, s -> {
            s.setArray(1, Batch.bigints(connection, detected, StoreEffect.CallDetected::callId));
            s.setArray(2, Batch.texts(connection, detected, StoreEffect.CallDetected::detection));
            s.setArray(3, Batch.texts(connection, detected, StoreEffect.CallDetected::cause));
            s.setArray(4, Batch.ints(connection, detected, StoreEffect.CallDetected::delayMillis));
        });
        var connected = of(effects, StoreEffect.CallConnected.class);
        run(connection, CONNECTED, connected, s -> {
            s.setArray(1, Batch.bigints(connection, connected, StoreEffect.CallConnected::callId));
            s.setArray(2, Batch.bigints(connection, connected, StoreEffect.CallConnected::atMicros));
            s.setArray(3, Batch.bigints(connection, connected, StoreEffect.CallConnected::agentId));
        });
        var waits = lastOfEach(of(effects, StoreEffect.CallWaits.class));
        run(connection, WAITS, waits, s -> {
            s.setArray(1, Batch.bigints(connection, waits, StoreEffect.CallWaits::callId));
            s.setArray(2, Batch.bigints(connection, waits, StoreEffect.CallWaits::queueId));
            s.setArray(3, Batch.bigints(connection, waits, StoreEffect.CallWaits::parkedById));
        });
        var ended = of(effects, StoreEffect.CallEnded.class);
        run(connection, ENDED, ended, s -> {
            s.setArray(1, Batch.bigints(connection, ended, StoreEffect.CallEnded::callId));
            s.setArray(2, Batch.bigints(connection, ended, StoreEffect.CallEnded::atMicros));
            s.setArray(3, Batch.texts(connection, ended, e -> e.outcome().name()));
            s.setArray(4, Batch.ints(connection, ended, StoreEffect.CallEnded::cause));
            s.setArray(5, Batch.texts(connection, ended, StoreEffect.CallEnded::detail));
            s.setArray(6, Batch.booleans(connection, ended, StoreEffect.CallEnded::live));
            s.setArray(7, Batch.bigints(connection, ended, StoreEffect.CallEnded::agentId));
        });
        var disposed = of(effects, StoreEffect.CallDisposed.class);
        run(connection, DISPOSED, disposed, s -> {
            s.setArray(1, Batch.bigints(connection, disposed, StoreEffect.CallDisposed::callId));
            s.setArray(2, Batch.bigints(connection, disposed, StoreEffect.CallDisposed::atMicros));
            s.setArray(3, Batch.texts(connection, disposed, StoreEffect.CallDisposed::disposition));
            s.setArray(4, Batch.bigints(connection, disposed, StoreEffect.CallDisposed::agentId));
        });
        List<Long> judged = new ArrayList<>();
        ended.forEach(e -> judged.add(e.callId()));
        disposed.forEach(e -> judged.add(e.callId()));
        run(connection, DISPOSITION_EFFECT, judged, s -> s.setArray(1, Batch.bigints(connection, judged, id -> id)));
        var voicemail = of(effects, StoreEffect.VoicemailLeft.class);
        run(connection, VOICEMAIL, voicemail, s -> {
            s.setArray(1, Batch.bigints(connection, voicemail, StoreEffect.VoicemailLeft::callId));
            s.setArray(2, Batch.bigints(connection, voicemail, StoreEffect.VoicemailLeft::atMicros));
            s.setArray(3, Batch.texts(connection, voicemail, StoreEffect.VoicemailLeft::file));
            s.setArray(4, Batch.ints(connection, voicemail, StoreEffect.VoicemailLeft::lengthMillis));
        });
        RecordingStore.write(connection, effects);
        CallbackStore.write(connection, effects);
        agents(connection, of(effects, StoreEffect.AgentChanged.class));
        campaigns(connection, of(effects, StoreEffect.CampaignChanged.class));
    }

    private static void agents(Connection connection, List<StoreEffect.AgentChanged> changes) throws SQLException {
        run(connection, AGENT_CHANGE, changes, s -> {
            s.setArray(1, Batch.bigints(connection, changes, StoreEffect.AgentChanged::agentId));
            s.setArray(2, Batch.bigints(connection, changes, StoreEffect.AgentChanged::atMicros));
            s.setArray(3, Batch.texts(connection, changes, c -> c.state().name()));
            s.setArray(4, Batch.texts(connection, changes, StoreEffect.AgentChanged::code));
            s.setArray(5, Batch.bigints(connection, changes, StoreEffect.AgentChanged::callId));
            s.setArray(6, Batch.bigints(connection, changes, StoreEffect.AgentChanged::campaignId));
        });
        List<StoreEffect.AgentChanged> last = lastOfEachAgent(changes);
        run(connection, AGENT_SESSION, last, s -> {
            s.setArray(1, Batch.bigints(connection, last, StoreEffect.AgentChanged::agentId));
            s.setArray(2, Batch.bigints(connection, last, StoreEffect.AgentChanged::atMicros));
            s.setArray(3, Batch.texts(connection, last, c -> c.state().name()));
            s.setArray(4, Batch.texts(connection, last, StoreEffect.AgentChanged::code));
        });
    }

    private static List<StoreEffect.AgentChanged> lastOfEachAgent(List<StoreEffect.AgentChanged> changes) {
        var last = new java.util.LinkedHashMap<Long, StoreEffect.AgentChanged>();
        changes.forEach(change -> last.put(change.agentId(), change));
        return List.copyOf(last.values());
    }

    private static void campaigns(Connection connection, List<StoreEffect.CampaignChanged> changes)
            throws SQLException {
        run(connection, CAMPAIGN_CHANGE, changes, s -> {
            s.setArray(1, Batch.bigints(connection, changes, StoreEffect.CampaignChanged::campaignId));
            s.setArray(2, Batch.bigints(connection, changes, StoreEffect.CampaignChanged::atMicros));
            s.setArray(3, Batch.texts(connection, changes, c -> c.state().name()));
            s.setArray(4, Batch.texts(connection, changes, StoreEffect.CampaignChanged::reason));
            s.setArray(5, Batch.bigints(connection, changes, StoreEffect.CampaignChanged::campaignId));
            s.setArray(6, Batch.texts(connection, changes, c -> c.state().name()));
        });
    }

    private static List<StoreEffect.CallWaits> lastOfEach(List<StoreEffect.CallWaits> waits) {
        Map<Long, StoreEffect.CallWaits> last = new LinkedHashMap<>();
        waits.forEach(each -> last.put(each.callId(), each));
        return List.copyOf(last.values());
    }

    static <T> List<T> of(List<StoreEffect> effects, Class<T> kind) {
        return effects.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private static void run(Connection connection, String sql, List<?> rows, Binding binding) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.bind(statement);
            statement.executeUpdate();
        }
    }
}
