package io.tactus.dialing.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tactus.pacing.forecast.ForecastMemory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** What campaigns have learnt, one JSON document each. */
public final class ForecastStore {
    private static final Logger LOG = Logger.getLogger(ForecastStore.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String KEEP = """
            insert into campaign_memory (campaign_id, learnt_at, memory)
            select id, ?, ?::jsonb from campaign where id = ?
            on conflict (campaign_id) do update set learnt_at = excluded.learnt_at, memory = excluded.memory
            """;
    private static final String FIND = "select learnt_at, memory::text from campaign_memory where campaign_id = ?";

    private final DataSource dataSource;

    /** Memories in this database. */
    public ForecastStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Keeps what the campaign has learnt in place of what it knew before. */
    public void keep(long campaignId, ForecastMemory memory, Instant at) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(KEEP)) {
            statement.setObject(1, at.atOffset(ZoneOffset.UTC));
            statement.setString(2, JSON.writeValueAsString(memory));
            statement.setLong(3, campaignId);
            statement.executeUpdate();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the memory of campaign " + campaignId + " cannot be written as JSON", e);
        }
    }

    /** What the campaign had learnt; empty when there is nothing, when it is older than that, or cannot be read, which the log says. */
    public Optional<ForecastMemory> find(long campaignId, Instant now, Duration oldest) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setLong(1, campaignId);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? read(
                                campaignId,
                                row.getObject(1, OffsetDateTime.class).toInstant(),
                                row.getString(2),
                                now,
                                oldest)
                        : Optional.empty();
            }
        }
    }

    private static Optional<ForecastMemory> read(
            long campaignId, Instant learntAt, String text, Instant now, Duration oldest) {
        if (learntAt.isBefore(now.minus(oldest))) {
            LOG.infof("Campaign %d learns anew: what it knew is of %s", campaignId, learntAt);
            return Optional.empty();
        }
        try {
            ForecastMemory memory = JSON.readValue(text, ForecastMemory.class);
            memory.requireKnown();
            return Optional.of(memory);
        } catch (JsonProcessingException | RuntimeException e) {
            LOG.warnf("Campaign %d learns anew: what it knew cannot be read: %s", campaignId, e.getMessage());
            return Optional.empty();
        }
    }
}
