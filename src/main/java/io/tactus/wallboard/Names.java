package io.tactus.wallboard;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Names of campaigns and agents, read now and then; the floor knows only their ids. */
@ApplicationScoped
class Names {
    private static final Logger LOG = Logger.getLogger(Names.class);
    private final DataSource dataSource;
    private volatile Map<Long, String> campaigns = Map.of();
    private volatile Map<Long, String> agents = Map.of();

    Names(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Reads the names again; keeps the old ones when the database does not answer. */
    void refresh() {
        try (Connection connection = dataSource.getConnection()) {
            campaigns = read(connection, "select id, name from campaign");
            agents = read(connection, "select a.id, u.display_name from agent a join app_user u on u.id = a.id");
        } catch (SQLException e) {
            LOG.debug("The names could not be read; the old ones are shown", e);
        }
    }

    private static Map<Long, String> read(Connection connection, String sql) throws SQLException {
        Map<Long, String> names = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                names.put(rows.getLong(1), rows.getString(2));
            }
        }
        return names;
    }

    String campaign(long id) {
        return campaigns.getOrDefault(id, "Campaign " + id);
    }

    String agent(long id) {
        return agents.getOrDefault(id, "Agent " + id);
    }
}
