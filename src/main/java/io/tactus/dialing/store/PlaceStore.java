package io.tactus.dialing.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Puts the leads of campaigns with an order in their places, ahead of the reservations that take them. */
public final class PlaceStore {
    /** As far as leads without a place are counted. */
    public static final int MOST_COUNTED = 100_000;

    private static final String CAMPAIGNS = "select id from campaign where order_version > 0 order by id";
    private static final String WAITING = """
            select (select count(*) from (select from lead
                    where campaign_id = ? and state = 'AVAILABLE' and left_out = 0 and placed_by = 0 and due_at <= ? limit ?) fresh)
                 + (select count(*) from (select from lead
                    where campaign_id = ? and state = 'AVAILABLE' and placed_by <> 0
                      and placed_by < (select order_version from campaign where id = ?) limit ?) old)
            """;

    private final DataSource dataSource;

    /** The places of this database. */
    public PlaceStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Campaigns that have an order, or had one. */
    public List<Long> campaigns() throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(CAMPAIGNS);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                ids.add(row.getLong(1));
            }
        }
        return ids;
    }

    /** Puts up to so many leads in their places, in one transaction. @return how many were looked at; 0 when all are in their places */
    public int settle(long campaignId, int count, Instant now) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                CampaignPlan plan = CampaignPlan.locked(connection, campaignId);
                int settled = plan.places() ? Places.give(connection, campaignId, plan, count, now) : 0;
                settled += Places.renew(connection, campaignId, plan, Math.max(1, count - settled));
                connection.commit();
                return settled;
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    /** How many due leads of a campaign with an order are not in their places yet, counted up to {@link #MOST_COUNTED} and a little more. */
    public long waiting(long campaignId, Instant now) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(WAITING)) {
            statement.setLong(1, campaignId);
            statement.setObject(2, ReservationStore.utc(now));
            statement.setInt(3, MOST_COUNTED);
            statement.setLong(4, campaignId);
            statement.setLong(5, campaignId);
            statement.setInt(6, MOST_COUNTED);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
