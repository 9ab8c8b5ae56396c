package io.tactus.trial;

import io.tactus.floor.model.AgentState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What one campaign came to, as the database tells it.
 *
 * @param time of its agents, after the warm-up
 * @param live answers by persons, from the very beginning
 * @param abandoned among them
 * @param dials after the warm-up
 * @param connects after the warm-up
 */
record CampaignFigures(AgentTime time, long live, long abandoned, long dials, long connects) {
    private static final String CHANGES = """
            select agent_id, at, state from agent_state_change
            where agent_id in (select agent_id from campaign_agent where campaign_id = ?) order by at, id
            """;
    private static final String CALLS = """
            select count(*) filter (where live), count(*) filter (where live and outcome = 'ABANDONED'),
              count(*) filter (where started_at >= ? and started_at < ?),
              count(*) filter (where connected_at >= ? and connected_at < ?)
            from attempt where campaign_id = ?
            """;

    /** Reads them. Nobody else may serve a second campaign. @param from end of the warm-up */
    static CampaignFigures read(Connection database, long campaign, Instant from, Instant to) throws SQLException {
        List<AgentTime.Change> changes = new ArrayList<>();
        try (PreparedStatement statement = database.prepareStatement(CHANGES)) {
            statement.setLong(1, campaign);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    changes.add(new AgentTime.Change(
                            row.getLong(1),
                            micros(row.getTimestamp(2).toInstant()),
                            AgentState.valueOf(row.getString(3))));
                }
            }
        }
        AgentTime time = AgentTime.of(changes, micros(from), micros(to));
        try (PreparedStatement statement = database.prepareStatement(CALLS)) {
            for (int place : new int[] {1, 3}) {
                statement.setTimestamp(place, Timestamp.from(from));
                statement.setTimestamp(place + 1, Timestamp.from(to));
            }
            statement.setLong(5, campaign);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new CampaignFigures(time, row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
            }
        }
    }

    private static long micros(Instant instant) {
        return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
    }

    /** Abandoned calls among live answers. */
    double abandonment() {
        return live == 0 ? 0 : abandoned / (double) live;
    }

    /** Dials for each connected call. */
    double dialsPerConnect() {
        return connects == 0 ? 0 : dials / (double) connects;
    }
}
