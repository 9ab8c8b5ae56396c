package io.tactus.dialing.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tactus.filter.FilterReader;
import io.tactus.filter.FilterSql;
import io.tactus.filter.Order;
import io.tactus.filter.OrderReader;
import io.tactus.filter.OrderSql;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * Which leads a campaign dials and in what order, as the campaign's row has it.
 *
 * @param filter a condition on row {@code l}; of a campaign without a filter it is true
 * @param filtered whether there is a filter at all
 * @param filterVersion how many filters the campaign has had; leads are set aside by it
 * @param order the place of row {@code l} within its priority and lane
 * @param ordered whether there is an order at all
 * @param mixed whether each list is a lane of its own
 * @param version how many filters, orders and mixes it has had; places are given by it
 */
record CampaignPlan(
        FilterSql filter,
        boolean filtered,
        int filterVersion,
        OrderSql order,
        boolean ordered,
        boolean mixed,
        int version) {
    /** What was promised is dialled in any case. */
    private static final String PROMISED =
            "exists (select from callback b where b.lead_id = l.id and b.state = 'OPEN')";

    private static final String READ =
            "select filter::text, filter_version, lead_order::text, mixes_lists, order_version"
                    + " from campaign where id = ?";
    private static final FilterSql EVERYBODY = new FilterSql("true", List.of());
    private static final CampaignPlan NONE =
            new CampaignPlan(EVERYBODY, false, 0, OrderSql.of(Order.NONE), false, false, 0);
    private static final ObjectMapper JSON = new ObjectMapper();

    static CampaignPlan of(Connection connection, long campaignId) throws SQLException {
        return read(connection, READ, campaignId);
    }

    /** The same; it stays so until the transaction ends. */
    static CampaignPlan locked(Connection connection, long campaignId) throws SQLException {
        return read(connection, READ + " for share", campaignId);
    }

    private static CampaignPlan read(Connection connection, String sql, long campaignId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, campaignId);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? read(row) : NONE;
            }
        }
    }

    private static CampaignPlan read(ResultSet row) throws SQLException {
        String filter = row.getString(1);
        String order = row.getString(3);
        try {
            return new CampaignPlan(
                    filter == null ? EVERYBODY : withPromised(FilterSql.of(FilterReader.stored(JSON.readTree(filter)))),
                    filter != null,
                    row.getInt(2),
                    OrderSql.of(order == null ? Order.NONE : OrderReader.stored(JSON.readTree(order))),
                    order != null,
                    row.getBoolean(4),
                    row.getInt(5));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what the campaign's row says of its leads is no JSON", e);
        }
    }

    /** Whether its leads have places. */
    boolean places() {
        return ordered || mixed;
    }

    static FilterSql withPromised(FilterSql sql) {
        return new FilterSql("(" + sql.text() + " or " + PROMISED + ")", sql.values());
    }

    /** Sets parameters. @return the index of the next one */
    static int bind(List<Object> values, PreparedStatement statement, int first) throws SQLException {
        int index = first;
        for (Object value : values) {
            switch (value) {
                case String text -> statement.setString(index, text);
                case BigDecimal number -> statement.setBigDecimal(index, number);
                case Long number -> statement.setLong(index, number);
                case Boolean truth -> statement.setBoolean(index, truth);
                default -> throw new IllegalStateException("no value of a filter: " + value.getClass());
            }
            index++;
        }
        return index;
    }
}
