package io.tactus.decision;

import io.tactus.floor.effect.NewsEffect.Paced;
import io.tactus.floor.effect.NewsEffect.Shadowed;
import io.tactus.floor.model.DialMode;
import io.tactus.pacing.PacingDecision.Why;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The table of decisions. */
@ApplicationScoped
class DecisionStore {
    /** A decision about a campaign that was deleted meanwhile is left out. */
    private static final String INSERT = """
            insert into pacing_decision (campaign_id, at, node, launched, released, reason, free_agents, in_flight, waiting,
                live_answers, abandoned, expected_free, expected_answers, horizon_seconds, risk, allowed_risk, price, headroom,
                shadow_mode, shadow_launches, shadow_releases, shadow_reason, shadow_risk, live_risk, compared, differed)
            select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? where exists (select from campaign where id = ?)
            """;

    private static final String LIST = """
            select * from pacing_decision where campaign_id = ? and at >= ? and at <= ? order by at desc, id desc limit ?
            """;

    private static final String COMPARE = """
            select shadow_mode, min(at), max(at), sum(launched), sum(shadow_launches),
                   coalesce(sum(live_risk * compared) / nullif(sum(compared), 0), 0),
                   coalesce(sum(shadow_risk * compared) / nullif(sum(compared), 0), 0), sum(compared), sum(differed)
            from pacing_decision where campaign_id = ? and at >= ? and at <= ? and shadow_mode is not null
            group by shadow_mode order by max(at) desc
            """;

    private static final String CAMPAIGNS = "select id from campaign";
    private static final int CLEANED_AT_ONCE = 10_000;
    private static final String CLEAN = """
            delete from pacing_decision where ctid = any (array(
                select ctid from pacing_decision where campaign_id = ? and at < ? order by at limit %d))
            """.formatted(CLEANED_AT_ONCE);

    private final DataSource dataSource;

    DecisionStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Writes a batch, all or nothing. */
    void write(List<Paced> decisions) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
                for (Paced decision : decisions) {
                    bind(statement, decision);
                    statement.addBatch();
                }
                statement.executeBatch();
                connection.commit();
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private static void bind(PreparedStatement s, Paced d) throws SQLException {
        s.setLong(1, d.campaignId());
        s.setObject(2, Instant.EPOCH.plus(d.atMicros(), ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
        s.setString(3, d.node());
        s.setInt(4, d.launched());
        s.setInt(5, d.released());
        s.setString(6, d.reason());
        s.setInt(7, d.freeAgents());
        s.setInt(8, d.inFlight());
        s.setInt(9, d.waiting());
        s.setLong(10, d.liveAnswers());
        s.setLong(11, d.abandoned());
        boolean weighed = !d.why().equals(Why.NONE);
        setDouble(s, 12, weighed, d.why().expectedFree());
        setDouble(s, 13, weighed, d.why().expectedAnswers());
        setDouble(s, 14, weighed, d.why().horizonSeconds());
        setDouble(s, 15, weighed, d.why().risk());
        setDouble(s, 16, weighed, d.why().allowedRisk());
        setDouble(s, 17, weighed, d.why().price());
        setDouble(s, 18, weighed, d.why().headroom());
        Shadowed shadow = d.shadow().orElse(null);
        s.setString(19, shadow == null ? null : shadow.mode().name());
        s.setObject(20, shadow == null ? null : shadow.launches(), Types.INTEGER);
        s.setObject(21, shadow == null ? null : shadow.releases(), Types.INTEGER);
        s.setString(22, shadow == null ? null : shadow.reason());
        setDouble(s, 23, shadow != null, shadow == null ? 0 : shadow.risk());
        setDouble(s, 24, shadow != null, shadow == null ? 0 : shadow.liveRisk());
        s.setObject(25, shadow == null ? null : shadow.compared(), Types.INTEGER);
        s.setObject(26, shadow == null ? null : shadow.differed(), Types.INTEGER);
        s.setLong(27, d.campaignId());
    }

    private static void setDouble(PreparedStatement s, int index, boolean known, double value) throws SQLException {
        if (known) {
            s.setDouble(index, value);
        } else {
            s.setNull(index, Types.DOUBLE);
        }
    }

    /** Decisions about a campaign in this time, the latest first. */
    List<DecisionView> list(long campaignId, Instant from, Instant to, int limit) throws SQLException {
        List<DecisionView> found = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(LIST)) {
            statement.setLong(1, campaignId);
            statement.setObject(2, from.atOffset(ZoneOffset.UTC));
            statement.setObject(3, to.atOffset(ZoneOffset.UTC));
            statement.setInt(4, limit);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(read(row));
                }
            }
        }
        return found;
    }

    private static DecisionView read(ResultSet row) throws SQLException {
        return new DecisionView(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("node"),
                row.getInt("launched"),
                row.getInt("released"),
                row.getString("reason"),
                row.getInt("free_agents"),
                row.getInt("in_flight"),
                row.getInt("waiting"),
                row.getLong("live_answers"),
                row.getLong("abandoned"),
                why(row),
                shadow(row));
    }

    private static @Nullable Shadowed shadow(ResultSet row) throws SQLException {
        String mode = row.getString("shadow_mode");
        return mode == null
                ? null
                : new Shadowed(
                        DialMode.valueOf(mode),
                        row.getInt("shadow_launches"),
                        row.getInt("shadow_releases"),
                        row.getString("shadow_reason"),
                        row.getDouble("shadow_risk"),
                        row.getDouble("live_risk"),
                        row.getInt("compared"),
                        row.getInt("differed"));
    }

    private static @Nullable Why why(ResultSet row) throws SQLException {
        double free = row.getDouble("expected_free");
        return row.wasNull()
                ? null
                : new Why(
                        free,
                        row.getDouble("expected_answers"),
                        row.getDouble("horizon_seconds"),
                        row.getDouble("risk"),
                        row.getDouble("allowed_risk"),
                        row.getDouble("price"),
                        row.getDouble("headroom"));
    }

    /** What the live policy and its shadow did in this time, by the shadow's mode; the one that was compared last comes first. */
    List<Comparison> compare(long campaignId, Instant from, Instant to) throws SQLException {
        List<Comparison> found = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(COMPARE)) {
            statement.setLong(1, campaignId);
            statement.setObject(2, from.atOffset(ZoneOffset.UTC));
            statement.setObject(3, to.atOffset(ZoneOffset.UTC));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(Comparison.of(
                            DialMode.valueOf(row.getString(1)),
                            row.getObject(2, OffsetDateTime.class).toInstant(),
                            row.getObject(3, OffsetDateTime.class).toInstant(),
                            row.getLong(4),
                            row.getLong(5),
                            row.getDouble(6),
                            row.getDouble(7),
                            row.getLong(8),
                            row.getLong(9)));
                }
            }
        }
        return found;
    }

    /** Removes decisions made before; campaign by campaign, which keeps to the index. Answers how many. */
    long removeBefore(Instant time) throws SQLException {
        long removed = 0;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement clean = connection.prepareStatement(CLEAN)) {
            for (long campaign : campaigns(connection)) {
                int step;
                do {
                    clean.setLong(1, campaign);
                    clean.setObject(2, time.atOffset(ZoneOffset.UTC));
                    step = clean.executeUpdate();
                    removed += step;
                } while (step == CLEANED_AT_ONCE);
            }
        }
        return removed;
    }

    private static List<Long> campaigns(Connection connection) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(CAMPAIGNS);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
        }
        return ids;
    }
}
