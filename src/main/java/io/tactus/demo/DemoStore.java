package io.tactus.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Puts the demo's campaign, agents and people into the database, once. */
final class DemoStore {
    /** Minutes until a lead is dialled again, by outcome. */
    private static final String REDIAL = """
            {"BUSY": 15, "NO_ANSWER": 120, "MACHINE": 240, "CONGESTION": 5, "FAILED": 5, "INTERRUPTED": 30}""";

    private static final String CAMPAIGN = """
            insert into campaign (name, mode, lines_per_agent, abandonment_cap, measuring_period, ring_timeout_ms,
              answer_budget_ms, overflow, wrap_up_ms, attempts_per_day, attempts_lifetime, caller_id,
              window_days, window_from, window_to, max_calls_in_flight, retry_minutes)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::time, ?::time, 10000, ?::jsonb)
            on conflict (name) do update set mode = excluded.mode
            returning id
            """;
    private static final String LIST = """
            insert into lead_list (campaign_id, name, custom_fields) values (?, 'Made up by the demo',
              '[{"name":"city","type":"text"},{"name":"tenure","type":"text"},{"name":"roof_m2","type":"number"}]')
            on conflict (campaign_id, name) do nothing
            """;
    /** Numbers below +999, a country code that is assigned to no one; the simulated network answers for them. */
    private static final String PEOPLE = """
            with fresh as (
              insert into lead (campaign_id, list_id, first_name, last_name, external_id, custom)
              select l.campaign_id, l.id,
                (array['Ada', 'Ben', 'Chloe', 'David', 'Elena', 'Femi', 'Grace', 'Hugo', 'Ines', 'Jonas', 'Kira', 'Liam', 'Mona'])[1 + n % 13],
                (array['Adler', 'Brook', 'Castle', 'Dale', 'Elm', 'Forest', 'Glen', 'Hill', 'Isle', 'Juniper', 'Knoll'])[1 + n % 11],
                'D' || n,
                jsonb_build_object(
                  'city', (array['Springfield', 'Riverton', 'Lakeside', 'Hilltop', 'Oakham'])[1 + n % 5],
                  'tenure', (array['owner', 'tenant', 'owner'])[1 + n % 3], 'roof_m2', 35 + n % 60)
              from lead_list l, generate_series(?::bigint, ?::bigint) n
              where l.campaign_id = ? and l.name = 'Made up by the demo'
              returning id, external_id
            )
            insert into lead_phone (lead_id, position, number, kind, zones)
            select id, 0, '+999' || lpad(substr(external_id, 2), 9, '0'), 'unknown', '{Etc/UTC}' from fresh
            """;

    private static final String COUNT_PEOPLE = """
            select coalesce(max(substr(external_id, 2)::bigint), 0), count(*) filter (where state = 'AVAILABLE')
            from lead where campaign_id = ? and external_id ~ '^D[0-9]+$'
            """;
    private static final String ASSIGN =
            "insert into campaign_agent (campaign_id, agent_id) select ?, unnest(?::bigint[]) on conflict do nothing";
    private static final String DESK = "update campaign set script = ?, recording = 'on_demand' where id = ?";
    private static final String AGENT = """
            with person as (
              insert into app_user (username, display_name, password_hash) values (?, ?, '!')
              on conflict (lower(username)) do update set display_name = excluded.display_name
              returning id
            ), role as (
              insert into app_user_role (user_id, role) select id, 'agent' from person on conflict do nothing
            )
            insert into agent (id, endpoint) select id, ? from person
            on conflict (id) do update set endpoint = excluded.endpoint
            returning id
            """;

    private static final String QUEUE = """
            insert into campaign (name, mode, wrap_up_ms) values ('Service line', 'inbound', ?)
            on conflict (name) do update set mode = excluded.mode
            returning id
            """;
    private static final String NUMBER = """
            insert into did (number, campaign_id, description) values (?, ?, 'The demo''s simulated callers dial it')
            on conflict do nothing
            """;
    private static final String SERVED_ALIKE = """
            insert into campaign_agent (campaign_id, agent_id) select ?, agent_id from campaign_agent where campaign_id = ?
            on conflict do nothing
            """;

    private final DataSource dataSource;

    DemoStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Makes the campaign if it is not there; answers its id. */
    long campaign(ExampleCampaign example, String mode, double linesPerAgent, double abandonmentCap, boolean redial)
            throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement campaign = connection.prepareStatement(CAMPAIGN);
                PreparedStatement list = connection.prepareStatement(LIST)) {
            campaign.setString(1, example.name());
            campaign.setString(2, mode);
            campaign.setDouble(3, linesPerAgent);
            campaign.setDouble(4, abandonmentCap);
            campaign.setString(5, example.measuringPeriod());
            campaign.setInt(6, millis(example.ringTimeoutSeconds()));
            campaign.setInt(7, millis(example.answerBudgetSeconds()));
            campaign.setString(8, example.overflow());
            campaign.setInt(9, millis(example.wrapUpSeconds()));
            campaign.setInt(10, example.attemptsPerDay());
            campaign.setInt(11, example.attemptsLifetime());
            campaign.setString(12, example.callerId());
            campaign.setArray(
                    13,
                    connection.createArrayOf("text", example.callWindow().days().toArray()));
            campaign.setString(14, example.callWindow().from());
            campaign.setString(15, example.callWindow().to());
            campaign.setString(16, redial ? REDIAL : "{}");
            try (ResultSet row = campaign.executeQuery()) {
                row.next();
                long id = row.getLong(1);
                list.setLong(1, id);
                list.executeUpdate();
                return id;
            }
        }
    }

    /** Makes a queue that is served by the agents of the campaign. @param number that leads to it, E.164 */
    long queue(String number, long campaignId, double wrapUpSeconds) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement queue = connection.prepareStatement(QUEUE);
                PreparedStatement leads = connection.prepareStatement(NUMBER);
                PreparedStatement served = connection.prepareStatement(SERVED_ALIKE)) {
            queue.setInt(1, millis(wrapUpSeconds));
            try (ResultSet row = queue.executeQuery()) {
                row.next();
                long id = row.getLong(1);
                leads.setString(1, number);
                leads.setLong(2, id);
                leads.executeUpdate();
                served.setLong(1, id);
                served.setLong(2, campaignId);
                served.executeUpdate();
                return id;
            }
        }
    }

    private static int millis(double seconds) {
        return (int) Math.round(seconds * 1_000);
    }

    /** Makes sure that at least so many made-up people can be dialled. */
    void people(long campaignId, int wanted) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement count = connection.prepareStatement(COUNT_PEOPLE);
                PreparedStatement insert = connection.prepareStatement(PEOPLE)) {
            count.setLong(1, campaignId);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                long last = row.getLong(1);
                long missing = wanted - row.getLong(2);
                if (missing > 0) {
                    insert.setLong(1, last + 1);
                    insert.setLong(2, last + missing);
                    insert.setLong(3, campaignId);
                    insert.executeUpdate();
                }
            }
        }
    }

    /** The campaign's script, and an agent who serves it and is no simulated one. */
    void desk(long campaignId, String script, long agentId) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement campaign = connection.prepareStatement(DESK);
                PreparedStatement assign = connection.prepareStatement(ASSIGN)) {
            campaign.setString(1, script);
            campaign.setLong(2, campaignId);
            campaign.executeUpdate();
            assign.setLong(1, campaignId);
            assign.setArray(2, connection.createArrayOf("bigint", new Object[] {agentId}));
            assign.executeUpdate();
        }
    }

    /** Makes so many agents for the campaign; answers their ids. Nobody can log in as one of them: they have no password. */
    List<Long> agents(long campaignId, int count) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement agent = connection.prepareStatement(AGENT);
                PreparedStatement assign = connection.prepareStatement(ASSIGN)) {
            for (int i = 1; i <= count; i++) {
                agent.setString(1, "sim-agent-%04d".formatted(i));
                agent.setString(2, "Simulated agent " + i);
                agent.setString(3, "sim-phone-%04d".formatted(i));
                try (ResultSet row = agent.executeQuery()) {
                    row.next();
                    ids.add(row.getLong(1));
                }
            }
            assign.setLong(1, campaignId);
            assign.setArray(2, connection.createArrayOf("bigint", ids.toArray()));
            assign.executeUpdate();
        }
        return ids;
    }
}
