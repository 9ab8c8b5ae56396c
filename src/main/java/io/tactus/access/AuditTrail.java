package io.tactus.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads the audit. */
@ApplicationScoped
class AuditTrail {
    /** An event. @param status left out when the event was written in the transaction of the deed */
    public record Event(
            long id,
            Instant at,
            String actor,
            @Nullable Long userId,
            @Nullable Long tokenId,
            String action,
            String entity,
            @Nullable Long entityId,
            String result,
            @Nullable Integer status,
            String detail,
            String address) {}

    /** Events, the latest first. @param next {@code before} of the next page; left out on the last */
    public record Page(List<Event> events, @Nullable Long next) {}

    /** What to look for; empty and null let everything through. @param action a part of it */
    record Query(
            String actor,
            String action,
            String entity,
            @Nullable Long entityId,
            @Nullable Instant from,
            @Nullable Instant to,
            long before,
            int limit) {}

    private static final String FIND = """
            select * from audit_event
            where (? = '' or actor = ?) and position(? in action) > 0 and (? = '' or entity = ?)
              and (?::bigint is null or entity_id = ?) and at >= coalesce(?::timestamptz, '-infinity') and at < coalesce(?::timestamptz, 'infinity')
              and id < ?
            order by id desc limit ?
            """;

    private final DataSource dataSource;

    AuditTrail(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    Page find(Query query) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setString(1, query.actor());
            statement.setString(2, query.actor());
            statement.setString(3, query.action());
            statement.setString(4, query.entity());
            statement.setString(5, query.entity());
            statement.setObject(6, query.entityId(), Types.BIGINT);
            statement.setObject(7, query.entityId(), Types.BIGINT);
            statement.setObject(8, utc(query.from()), Types.TIMESTAMP_WITH_TIMEZONE);
            statement.setObject(9, utc(query.to()), Types.TIMESTAMP_WITH_TIMEZONE);
            statement.setLong(10, query.before() == 0 ? Long.MAX_VALUE : query.before());
            statement.setInt(11, query.limit() + 1);
            List<Event> events = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    events.add(event(row));
                }
            }
            boolean more = events.size() > query.limit();
            List<Event> page = more ? events.subList(0, query.limit()) : events;
            return new Page(List.copyOf(page), more ? page.getLast().id() : null);
        } catch (SQLException e) {
            throw new IllegalStateException("the audit cannot be read", e);
        }
    }

    private static Event event(ResultSet row) throws SQLException {
        return new Event(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getObject("user_id", Long.class),
                row.getObject("token_id", Long.class),
                row.getString("action"),
                row.getString("entity"),
                row.getObject("entity_id", Long.class),
                row.getString("result"),
                row.getObject("status", Integer.class),
                row.getString("detail"),
                row.getString("address"));
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
