package io.tactus.lab.past;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** Reads what happened out of the attempts and the histories of agents and campaigns, row by row. */
@ApplicationScoped
class PastStore {
    private static final int FETCH = 2_000;
    private static final int LONGEST_SECONDS = 60;

    private static final String DIALS = """
            select extract(epoch from started_at - ?)::float8, extract(epoch from answered_at - started_at)::float8,
                   extract(epoch from connected_at - started_at)::float8, extract(epoch from ended_at - started_at)::float8,
                   outcome, coalesce(cause, 0), coalesce(detail, ''), coalesce(detection_ms, 0), coalesce(agent_id, 0)
            from attempt where campaign_id = ? and started_at >= ? and started_at < ?
              and (outcome is distinct from 'FAILED' or coalesce(detail, '') not similar to 'not dialled%%|gate:%%')
            order by started_at %s, id limit ?
            """;
    private static final String COUNT = """
            select count(*) from (select from attempt where campaign_id = ? and started_at >= ? and started_at < ? limit ?) a
            """;
    private static final String STATES_BEFORE = """
            select a.id, 0::float8, c.state, coalesce(c.campaign_id, 0)
            from unnest(?::bigint[]) as a (id) cross join lateral (
              select state, campaign_id from agent_state_change
              where agent_id = a.id and at < ? order by at desc, id desc limit 1) c
            """;
    private static final String STATES = """
            select agent_id, extract(epoch from at - ?)::float8, state, coalesce(campaign_id, 0)
            from agent_state_change where agent_id = any (?::bigint[]) and at >= ? and at < ?
            order by agent_id, at, id limit ?
            """;
    private static final String RUNNING = """
            (select 0::float8, state from campaign_state_change where campaign_id = ? and at < ? order by at desc, id desc limit 1)
            union all
            (select extract(epoch from at - ?)::float8, state from campaign_state_change
             where campaign_id = ? and at >= ? and at < ? order by at, id)
            """;
    /** The zone of the campaign's schedule, else the one in which most of the numbers dialled last lie. */
    private static final String ZONE = """
            select coalesce(
              (select zone from campaign_schedule where campaign_id = ? order by id limit 1),
              (select p.zones[1] from (select lead_id, phone_position from attempt
                 where campaign_id = ? and started_at < ? order by started_at desc limit 500) a
               join lead_phone p on p.lead_id = a.lead_id and p.position = a.phone_position
               group by 1 order by count(*) desc, 1 limit 1))
            """;

    private final DataSource dataSource;

    PastStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Takes what was read; may write it to a file. */
    interface Sink<T> {
        void take(T found) throws IOException;
    }

    /** Takes dials. */
    interface DialSink {
        void take(Dial dial, long agentId) throws IOException;
    }

    /** Some time of a campaign. */
    record Span(long campaignId, Instant from, Instant to) {}

    /** The zone in which the campaign's hours are counted; empty when nothing tells. */
    Optional<ZoneId> zone(long campaignId, Instant before) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(ZONE)) {
            statement.setLong(1, campaignId);
            statement.setLong(2, campaignId);
            time(statement, 3, before);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return Optional.ofNullable(row.getString(1)).map(ZoneId::of);
            }
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** How many dials there are, counted up to this many. */
    int count(Span span, int most) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(COUNT)) {
            statement.setLong(1, span.campaignId());
            time(statement, 2, span.from());
            time(statement, 3, span.to());
            statement.setInt(4, most);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /**
     * Reads dials.
     *
     * @param latestFirst whether the limit takes the latest
     * @param found is given each dial with the id of the agent who talked; 0 for none
     */
    void dials(Span span, double answerBudget, boolean latestFirst, int limit, DialSink found)
            throws SQLException, IOException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement statement =
                    connection.prepareStatement(DIALS.formatted(latestFirst ? "desc" : ""))) {
                time(statement, 1, span.from());
                statement.setLong(2, span.campaignId());
                time(statement, 3, span.from());
                time(statement, 4, span.to());
                statement.setInt(5, limit);
                rows(statement, row -> {
                    AttemptRow attempt = AttemptRow.of(row);
                    found.take(attempt.dial(answerBudget), attempt.agentId());
                });
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    /** Reads the agents' states, agent by agent. @param agents the recording's numbers by id. Answers whether all came within the limit. */
    boolean duties(Span span, Map<Long, Integer> agents, int limit, Sink<Duty> found) throws SQLException, IOException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement before = connection.prepareStatement(STATES_BEFORE);
                    PreparedStatement during = connection.prepareStatement(STATES)) {
                Map<Long, Boolean> elsewhere = new HashMap<>();
                int[] count = {0};
                Rows each = row -> {
                    count[0]++;
                    found.take(duty(row, span.campaignId(), agents, elsewhere));
                };
                before.setArray(1, ids(connection, agents.keySet()));
                time(before, 2, span.from());
                rows(before, each);
                count[0] = 0;
                time(during, 1, span.from());
                during.setArray(2, ids(connection, agents.keySet()));
                time(during, 3, span.from());
                time(during, 4, span.to());
                during.setInt(5, limit);
                rows(during, each);
                return count[0] < limit;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    /** A wrap-up carries no campaign of its own: it belongs to the talk before it. */
    private static Duty duty(ResultSet row, long campaignId, Map<Long, Integer> agents, Map<Long, Boolean> elsewhere)
            throws SQLException {
        long agent = row.getLong(1);
        long forCampaign = row.getLong(4);
        Duty.State state = switch (row.getString(3)) {
            case "LOGGED_OUT" -> Duty.State.OUT;
            case "LEG_CONNECTING" -> Duty.State.CONNECTING;
            case "PAUSED" -> Duty.State.PAUSED;
            case "RESERVED" -> Duty.State.RESERVED;
            case "TALKING" -> Duty.State.TALKING;
            case "WRAP_UP" -> Duty.State.WRAP_UP;
            default -> Duty.State.READY;
        };
        if (state == Duty.State.RESERVED || state == Duty.State.TALKING) {
            elsewhere.put(agent, forCampaign != 0 && forCampaign != campaignId);
        }
        boolean busy = state.atWork() && state != Duty.State.READY;
        return new Duty(
                Math.max(0, row.getDouble(2)),
                agents.getOrDefault(agent, 1),
                busy && elsewhere.getOrDefault(agent, false) ? Duty.State.ELSEWHERE : state);
    }

    /** Reads when the campaign dialled. */
    void running(Span span, Sink<Running> found) throws SQLException, IOException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(RUNNING)) {
            statement.setLong(1, span.campaignId());
            time(statement, 2, span.from());
            time(statement, 3, span.from());
            statement.setLong(4, span.campaignId());
            time(statement, 5, span.from());
            time(statement, 6, span.to());
            rows(
                    statement,
                    row -> found.take(new Running(
                            Math.max(0, row.getDouble(1)), row.getString(2).equals("RUNNING"))));
        }
    }

    private interface Rows {
        void accept(ResultSet row) throws SQLException, IOException;
    }

    private static void rows(PreparedStatement statement, Rows each) throws SQLException, IOException {
        statement.setFetchSize(FETCH);
        statement.setQueryTimeout(LONGEST_SECONDS);
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                each.accept(row);
            }
        }
    }

    private static Array ids(Connection connection, Collection<Long> ids) throws SQLException {
        return connection.createArrayOf("bigint", ids.toArray());
    }

    private static void time(PreparedStatement statement, int index, Instant at) throws SQLException {
        statement.setObject(index, at.atOffset(ZoneOffset.UTC));
    }
}
