package io.tactus.dialing.store;

import io.tactus.filter.Filter;
import io.tactus.filter.FilterSql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** What a filter does to the leads of a campaign, as {@link ReservationStore} applies it. */
public final class FilterStore {
    /** How long a count may take. */
    public static final int SECONDS = 20;

    /** How many leads pass. @param now those that could be reserved at this moment @param leads all of the campaign */
    public record Count(long passing, long now, long leads) {}

    private static final String COUNT = """
            select count(*) filter (where passes), count(*) filter (where passes and state = 'AVAILABLE' and due_at <= ?), count(*)
            from (select %s as passes, l.state, l.due_at from lead l where l.campaign_id = ?) l
            """;
    private static final String WITHDRAW = """
            with taken as (
              select l.id, l.reservation from lead l where l.campaign_id = ? and l.state = 'RESERVED' and not %s for update
            )
            update lead o set state = 'AVAILABLE', reservation = null from taken where o.id = taken.id returning taken.reservation
            """;

    private final DataSource dataSource;
    private final int seconds;

    /** The filters of this database. */
    public FilterStore(DataSource dataSource) {
        this(dataSource, SECONDS);
    }

    /** The same with another limit for counts. */
    FilterStore(DataSource dataSource, int seconds) {
        this.dataSource = dataSource;
        this.seconds = seconds;
    }

    /** Counts the campaign's leads. @throws java.sql.SQLTimeoutException when it takes longer than {@link #SECONDS} */
    public Count count(long campaignId, Filter filter, Instant now) throws SQLException {
        FilterSql sql = CampaignPlan.withPromised(FilterSql.of(filter));
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(COUNT.formatted(sql.text()))) {
            statement.setQueryTimeout(seconds);
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            statement.setLong(CampaignPlan.bind(sql.values(), statement, 2), campaignId);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Count(row.getLong(1), row.getLong(2), row.getLong(3));
            }
        } catch (SQLException e) {
            throw TimeLimit.told(e);
        }
    }

    /** Takes reserved leads that do not pass back from the hopper, and answers their reservations. */
    public List<Long> withdraw(long campaignId, Filter filter) throws SQLException {
        FilterSql sql = CampaignPlan.withPromised(FilterSql.of(filter));
        List<Long> reservations = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(WITHDRAW.formatted(sql.text()))) {
            statement.setLong(1, campaignId);
            CampaignPlan.bind(sql.values(), statement, 2);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reservations.add(rows.getLong(1));
                }
            }
        }
        return reservations;
    }
}
