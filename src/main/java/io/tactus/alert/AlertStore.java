package io.tactus.alert;

import io.tactus.alert.AlertBook.Changes;
import io.tactus.alert.AlertBook.Open;
import io.tactus.alert.AlertSettings.Setting;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The tables of alerts. */
@ApplicationScoped
class AlertStore {
    /**
     * An alert of before or of now.
     *
     * @param subject name of the agent, campaign, trunk or node
     * @param value as it was when the alert opened
     * @param closedAt left out while it is open
     */
    public record Event(
            long id,
            String role,
            AlertKind kind,
            long subjectId,
            String subject,
            double threshold,
            double value,
            Instant openedAt,
            @Nullable Instant closedAt) {}

    private static final String OPEN = """
            insert into alert_event (role, kind, subject_id, subject, threshold, value, opened_at) values (?, ?, ?, ?, ?, ?, ?)
            on conflict do nothing
            """;
    private static final String CLOSE = """
            update alert_event set closed_at = ? where role = ? and kind = ? and subject_id = ? and subject = ? and closed_at is null
            """;
    private static final String CLOSE_ALL = "update alert_event set closed_at = ? where closed_at is null";
    private static final String CLEAN = "delete from alert_event where opened_at < ?";
    private static final String LIST = """
            select e.id, e.role, e.kind, e.subject_id, coalesce(nullif(e.subject, ''), u.display_name, ''), e.threshold, e.value,
              e.opened_at, e.closed_at
            from alert_event e left join app_user u on u.id = e.subject_id and e.subject = ''
            where e.role = any (?) and (? = 0 or e.id < ?) order by e.id desc limit ?
            """;
    private static final String SETTINGS = "select role, kind, active, threshold from alert_setting";
    private static final String SET = """
            insert into alert_setting (role, kind, active, threshold, changed_by) values (?, ?, ?, ?, ?)
            on conflict (role, kind) do update
            set active = excluded.active, threshold = excluded.threshold, changed_by = excluded.changed_by, changed_at = now()
            """;

    private final DataSource dataSource;

    AlertStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Writes what a look changed, in one transaction. */
    void write(Changes changes, Instant now) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement close = connection.prepareStatement(CLOSE);
                PreparedStatement open = connection.prepareStatement(OPEN)) {
            connection.setAutoCommit(false);
            for (Open alert : changes.closed()) {
                close.setObject(1, utc(now));
                close.setString(2, alert.key().role());
                close.setString(3, alert.key().kind().name());
                close.setLong(4, alert.key().subjectId());
                close.setString(5, alert.subject());
                close.addBatch();
            }
            for (Open alert : changes.opened()) {
                open.setString(1, alert.key().role());
                open.setString(2, alert.key().kind().name());
                open.setLong(3, alert.key().subjectId());
                open.setString(4, alert.subject());
                open.setDouble(5, alert.threshold());
                open.setDouble(6, alert.value());
                open.setObject(7, utc(alert.openedAt()));
                open.addBatch();
            }
            close.executeBatch();
            open.executeBatch();
            connection.commit();
        }
    }

    /** Closes what an engine of before left open. */
    void closeAll(Instant now) throws SQLException {
        update(CLOSE_ALL, now);
    }

    /** Forgets what opened before this instant. */
    void removeBefore(Instant oldest) throws SQLException {
        update(CLEAN, oldest);
    }

    private void update(String sql, Instant instant) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, utc(instant));
            statement.executeUpdate();
        }
    }

    /** Alerts of these roles, the latest first. @param before 0 for the first page, else the last id of the page before */
    List<Event> list(Collection<String> roles, long before, int limit) throws SQLException {
        List<Event> events = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(LIST)) {
            statement.setArray(1, connection.createArrayOf("text", roles.toArray()));
            statement.setLong(2, before);
            statement.setLong(3, before);
            statement.setInt(4, limit);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    OffsetDateTime closed = row.getObject(9, OffsetDateTime.class);
                    events.add(new Event(
                            row.getLong(1),
                            row.getString(2),
                            AlertKind.valueOf(row.getString(3)),
                            row.getLong(4),
                            row.getString(5),
                            row.getDouble(6),
                            row.getDouble(7),
                            row.getObject(8, OffsetDateTime.class).toInstant(),
                            closed == null ? null : closed.toInstant()));
                }
            }
        }
        return events;
    }

    /** What the roles chose. */
    AlertSettings settings() throws SQLException {
        Map<String, Map<AlertKind, Setting>> chosen = new HashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(SETTINGS);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                chosen.computeIfAbsent(row.getString(1), role -> new EnumMap<>(AlertKind.class))
                        .put(AlertKind.valueOf(row.getString(2)), new Setting(row.getBoolean(3), row.getDouble(4)));
            }
        }
        return AlertSettings.of(chosen);
    }

    void set(String role, AlertKind kind, Setting setting, String by) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(SET)) {
            statement.setString(1, role);
            statement.setString(2, kind.name());
            statement.setBoolean(3, setting.active());
            statement.setDouble(4, setting.threshold());
            statement.setString(5, by);
            statement.executeUpdate();
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
