package io.tactus.dialing;

import io.tactus.telephony.AgentPhone;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;

/** Agents and their sessions as the dialling needs them. */
final class AgentBook {
    /** An agent with a phone. @param node where the phone is, a browser's; empty for others */
    record Entry(long id, AgentPhone phone, boolean onDemand, String node) {
        /** A browser's phone is back when its page is. */
        boolean comesBack() {
            return !node.isEmpty();
        }
    }

    private static final String FIND = """
            select a.id, coalesce(s.endpoint, m.trunk, a.endpoint), coalesce(m.number, ''),
                   a.leg_mode = 'on_demand' and s.endpoint is null and m.number is null, coalesce(s.node, '')
            from agent a left join softphone s on s.agent_id = a.id
            left join mobile_phone m on m.agent_id = a.id and m.chosen and s.endpoint is null
            where a.id = ?
            """;
    private static final String OPEN_SESSION = """
            insert into agent_session (agent_id, node, started_at, state) values (?, ?, ?, 'LEG_CONNECTING')
            on conflict (agent_id) where ended_at is null do update set node = excluded.node
            """;

    private final DataSource dataSource;

    AgentBook(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    Optional<Entry> find(long agentId) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setLong(1, agentId);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Entry(
                                row.getLong(1),
                                phone(row.getString(2), row.getString(3)),
                                row.getBoolean(4),
                                row.getString(5)))
                        : Optional.empty();
            }
        }
    }

    private static AgentPhone phone(String endpoint, String number) {
        return number.isEmpty() ? AgentPhone.at(endpoint) : AgentPhone.mobile(endpoint, number);
    }

    void openSession(long agentId, String node, Instant now) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(OPEN_SESSION)) {
            statement.setLong(1, agentId);
            statement.setString(2, node);
            statement.setObject(3, now.atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }
}
