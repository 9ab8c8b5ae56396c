package io.tactus.dialing.store;

import io.tactus.floor.input.NetworkInput.CallRestored;
import io.tactus.floor.model.AbandonmentCounts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** What a new owner of a floor must know and put right before it dials. */
public final class RecoveryStore {
    /** An agent who was at work. @param working whether the agent wanted calls */
    public record OpenSession(long agentId, String node, boolean working) {}

    private static final String FREE_RESERVED =
            "update lead set state = 'AVAILABLE', reservation = null where state = 'RESERVED' and reserved_epoch < ?";
    private static final String OPEN_CALLS = """
            select id, campaign_id, lead_id, node, trunk, answered_at is not null, connected_at is not null,
                   coalesce(agent_id, 0), inbound, coalesce(waits_in, 0), coalesce(parked_by, 0)
            from attempt where outcome is null order by id
            """;
    private static final String OPEN_SESSIONS = """
            select s.agent_id, s.node,
                   s.state in ('READY', 'RESERVED', 'TALKING', 'WRAP_UP', 'LEG_CONNECTING')
            from agent_session s where s.ended_at is null order by s.agent_id
            """;
    private static final String COUNTS = """
            select count(*) filter (where live), count(*) filter (where outcome = 'ABANDONED'),
                   count(*) filter (where detection = 'MACHINE'),
                   count(*) filter (where outcome = 'MACHINE' and connected_at is null)
            from attempt where campaign_id = ? and started_at >= ?
            """;

    private final DataSource dataSource;

    /** Recovery on this database. */
    public RecoveryStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Frees the leads that an earlier owner had reserved and not yet dialled; answers how many. */
    public int freeReserved(long epoch) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(FREE_RESERVED)) {
            statement.setLong(1, epoch);
            return statement.executeUpdate();
        }
    }

    /** Attempts without an outcome. */
    public List<CallRestored> openCalls() throws SQLException {
        List<CallRestored> calls = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(OPEN_CALLS);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                calls.add(new CallRestored(
                        rows.getLong(1),
                        rows.getLong(2),
                        rows.getLong(3),
                        rows.getString(4),
                        rows.getString(5),
                        rows.getBoolean(6),
                        rows.getBoolean(7),
                        rows.getLong(8),
                        rows.getBoolean(9),
                        rows.getLong(10),
                        rows.getLong(11)));
            }
        }
        return calls;
    }

    /** Agents who did not log out. */
    public List<OpenSession> openSessions() throws SQLException {
        List<OpenSession> sessions = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(OPEN_SESSIONS);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                sessions.add(new OpenSession(rows.getLong(1), rows.getString(2), rows.getBoolean(3)));
            }
        }
        return sessions;
    }

    /** Live answers and abandoned calls of a campaign since then. */
    public AbandonmentCounts countsSince(long campaignId, Instant since) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(COUNTS)) {
            statement.setLong(1, campaignId);
            statement.setObject(2, since.atOffset(ZoneOffset.UTC));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new AbandonmentCounts(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
            }
        }
    }

    /** Makes sure that the attempts of this month and the next have partitions of their own. */
    public void preparePartitions(Instant now) throws SQLException {
        YearMonth month = YearMonth.from(now.atOffset(ZoneOffset.UTC));
        try (Connection connection = dataSource.getConnection()) {
            for (YearMonth each : List.of(month, month.plusMonths(1))) {
                String sql =
                        "create table if not exists attempt_%d_%02d partition of attempt for values from ('%s-01') to ('%s-01')"
                                .formatted(each.getYear(), each.getMonthValue(), each, each.plusMonths(1));
                try (PreparedStatement statement = connection.prepareStatement(sql)) {
                    statement.execute();
                }
            }
        }
    }
}
