package io.tactus.recording;

import io.quarkus.scheduler.Scheduled;
import io.tactus.platform.EngineClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Deletes recordings and voicemail messages that are older than their campaign keeps them: the file first, then the row, so that nothing is forgotten
 * that still lies on the disk. A file that cannot be deleted keeps its row, and is tried again.
 */
@ApplicationScoped
public class Retention {
    private static final Logger LOG = Logger.getLogger(Retention.class);
    private static final int AT_ONCE = 500;

    /** A recording whose end was not seen has ended after a day. */
    private static final String RECORDINGS = """
            select r.id, r.file from recording r join campaign c on c.id = r.campaign_id
            where c.recording_days > 0 and r.id > ?
              and coalesce(r.ended_at, r.started_at + interval '1 day') < ?::timestamptz - c.recording_days * interval '1 day'
            order by r.id limit ?
            """;

    private static final String MESSAGES = """
            select v.id, v.file from voicemail_message v join campaign c on c.id = v.campaign_id
            where c.voicemail_days > 0 and v.id > ? and v.recorded_at < ?::timestamptz - c.voicemail_days * interval '1 day'
            order by v.id limit ?
            """;

    private final DataSource dataSource;
    private final SoundFiles files;
    private final EngineClock clock;

    Retention(DataSource dataSource, SoundFiles files, EngineClock clock) {
        this.dataSource = dataSource;
        this.files = files;
        this.clock = clock;
    }

    private record Sounded(long id, String file) {}

    /** Deletes what is too old now. */
    @Scheduled(every = "1h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void sweep() {
        try {
            int recordings = sweep(RECORDINGS, "delete from recording where id = any (?)");
            int messages = sweep(MESSAGES, "delete from voicemail_message where id = any (?)");
            if (recordings + messages > 0) {
                LOG.infof(
                        "%d recordings and %d voicemail messages were kept as long as their campaigns say, and are deleted",
                        recordings, messages);
            }
        } catch (SQLException e) {
            LOG.warn("What is too old could not be deleted; it is tried again in an hour", e);
        }
    }

    private int sweep(String find, String delete) throws SQLException {
        Instant now = clock.instant();
        int deleted = 0;
        long after = 0;
        try (Connection connection = dataSource.getConnection()) {
            for (List<Sounded> old = find(connection, find, after, now);
                    !old.isEmpty();
                    old = find(connection, find, after, now)) {
                after = old.getLast().id();
                List<Long> gone = new ArrayList<>();
                for (Sounded each : old) {
                    if (deleted(each)) {
                        gone.add(each.id());
                    }
                }
                try (PreparedStatement statement = connection.prepareStatement(delete)) {
                    statement.setArray(1, connection.createArrayOf("bigint", gone.toArray()));
                    deleted += statement.executeUpdate();
                }
            }
        }
        return deleted;
    }

    private static List<Sounded> find(Connection connection, String sql, long after, Instant now) throws SQLException {
        List<Sounded> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, after);
            statement.setObject(2, now.atOffset(ZoneOffset.UTC));
            statement.setInt(3, AT_ONCE);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new Sounded(rows.getLong(1), rows.getString(2)));
                }
            }
        }
        return found;
    }

    private boolean deleted(Sounded old) {
        try {
            files.delete(old.file());
            return true;
        } catch (IOException e) {
            LOG.warnf("The file %s is too old and cannot be deleted: %s", old.file(), e.getMessage());
            return false;
        }
    }
}
