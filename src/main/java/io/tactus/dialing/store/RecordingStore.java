package io.tactus.dialing.store;

import io.tactus.floor.effect.StoreEffect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Writes where recordings of talks begin and end. Their files are named by call and recording, as the telephony names them. */
final class RecordingStore {
    private static final String BEGAN = """
            insert into recording (attempt_id, part, campaign_id, agent_id, file, started_at)
            select e.id, e.part, a.campaign_id, e.agent, 'rec-' || e.id || '-' || e.part || '.raw',
              timestamptz 'epoch' + e.at_micros * interval '1 microsecond'
            from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[]) as e (id, part, agent, at_micros)
            join attempt a on a.id = e.id
            on conflict (attempt_id, part) do nothing
            """;
    private static final String ENDED = """
            update recording r set failure = e.failure,
              ended_at = timestamptz 'epoch' + e.at_micros * interval '1 microsecond'
            from unnest(?::bigint[], ?::bigint[], ?::text[], ?::bigint[]) as e (id, part, failure, at_micros)
            where r.attempt_id = e.id and r.part = e.part and r.ended_at is null
            """;

    private RecordingStore() {}

    static void write(Connection connection, List<StoreEffect> effects) throws SQLException {
        var began = OutcomeStore.of(effects, StoreEffect.RecordingBegan.class);
        if (!began.isEmpty()) {
            try (PreparedStatement statement = connection.prepareStatement(BEGAN)) {
                statement.setArray(1, Batch.bigints(connection, began, StoreEffect.RecordingBegan::callId));
                statement.setArray(2, Batch.bigints(connection, began, StoreEffect.RecordingBegan::recording));
                statement.setArray(3, Batch.bigints(connection, began, StoreEffect.RecordingBegan::agentId));
                statement.setArray(4, Batch.bigints(connection, began, StoreEffect.RecordingBegan::atMicros));
                statement.executeUpdate();
            }
        }
        var ended = OutcomeStore.of(effects, StoreEffect.RecordingEnded.class);
        if (!ended.isEmpty()) {
            try (PreparedStatement statement = connection.prepareStatement(ENDED)) {
                statement.setArray(1, Batch.bigints(connection, ended, StoreEffect.RecordingEnded::callId));
                statement.setArray(2, Batch.bigints(connection, ended, StoreEffect.RecordingEnded::recording));
                statement.setArray(3, Batch.texts(connection, ended, StoreEffect.RecordingEnded::failure));
                statement.setArray(4, Batch.bigints(connection, ended, StoreEffect.RecordingEnded::atMicros));
                statement.executeUpdate();
            }
        }
    }
}
