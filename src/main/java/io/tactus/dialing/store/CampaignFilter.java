package io.tactus.dialing.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tactus.filter.FilterReader;
import io.tactus.filter.FilterSql;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * What leads of a campaign must be like to be dialled, as the campaign's row has it.
 *
 * @param sql a condition on row {@code l}; of a campaign without a filter it is true
 * @param any whether there is a filter at all
 * @param version how many filters the campaign has had; leads are set aside by it
 */
record CampaignFilter(FilterSql sql, boolean any, int version) {
    /** What was promised is dialled in any case. */
    private static final String PROMISED =
            "exists (select from callback b where b.lead_id = l.id and b.state = 'OPEN')";

    private static final String READ = "select filter::text, filter_version from campaign where id = ?";
    private static final FilterSql EVERYBODY = new FilterSql("true", List.of());
    private static final ObjectMapper JSON = new ObjectMapper();

    static CampaignFilter of(Connection connection, long campaignId) throws SQLException {
        return read(connection, READ, campaignId);
    }

    /** The same; it stays so until the transaction ends. */
    static CampaignFilter locked(Connection connection, long campaignId) throws SQLException {
        return read(connection, READ + " for share", campaignId);
    }

    private static CampaignFilter read(Connection connection, String sql, long campaignId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, campaignId);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return new CampaignFilter(EVERYBODY, false, 0);
                }
                String filter = row.getString(1);
                return new CampaignFilter(filter == null ? EVERYBODY : compile(filter), filter != null, row.getInt(2));
            }
        }
    }

    private static FilterSql compile(String filter) {
        try {
            return withPromised(FilterSql.of(FilterReader.stored(JSON.readTree(filter))));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the campaign's filter is no JSON", e);
        }
    }

    static FilterSql withPromised(FilterSql sql) {
        return new FilterSql("(" + sql.text() + " or " + PROMISED + ")", sql.values());
    }

    /** Sets the condition's parameters. @return the index of the next one */
    int bind(PreparedStatement statement, int first) throws SQLException {
        return bind(sql, statement, first);
    }

    /** Sets the parameters of any condition. @return the index of the next one */
    static int bind(FilterSql sql, PreparedStatement statement, int first) throws SQLException {
        int index = first;
        for (Object value : sql.values()) {
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
