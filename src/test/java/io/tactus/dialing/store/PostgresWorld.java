package io.tactus.dialing.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** A database with the real schema. */
final class PostgresWorld implements StoreWorld {
    private final EmbeddedPostgres server;
    final DataSource dataSource;
    private final PostgresStore store;
    private final Lease lease;
    private int agents;

    PostgresWorld() {
        try {
            server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start();
            dataSource = server.getPostgresDatabase();
            Flyway.configure().dataSource(dataSource).load().migrate();
            store = new PostgresStore(dataSource);
            store.preparePartitions(TUESDAY);
            lease = store.tryTake("main", "test").orElseThrow();
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public DialingStore store() {
        return store;
    }

    @Override
    public Lease lease() {
        return lease;
    }

    @Override
    public long campaign(int attemptsPerDay, int attemptsLifetime) {
        long id =
                insert("insert into campaign (name, mode, attempts_per_day, attempts_lifetime) values ('C' || random(),"
                        + " 'progressive', " + attemptsPerDay + ", " + attemptsLifetime + ") returning id");
        insert("insert into lead_list (campaign_id, name) values (" + id + ", 'L') returning id");
        return id;
    }

    @Override
    public long lead(long campaign, String number, String... zones) {
        long id = insert("insert into lead (campaign_id, list_id) select " + campaign
                + ", id from lead_list where campaign_id = " + campaign + " returning id");
        phone(id, 0, number, zones);
        return id;
    }

    @Override
    public void phone(long lead, int position, String number, String... zones) {
        run("insert into lead_phone (lead_id, position, number, zones) values (" + lead + ", " + position + ", '"
                + number + "', '{" + String.join(",", zones) + "}')");
    }

    @Override
    public void doNotCall(String number, long campaign) {
        run("insert into dnc_entry (number, campaign_id, added_by) values ('" + number + "', nullif(" + campaign
                + ", 0), 'test')");
    }

    @Override
    public boolean listed(String number) {
        return count("select count(*) from dnc_entry where campaign_id is null and number = '" + number + "'") == 1;
    }

    @Override
    public String leadState(long lead) {
        return text("select state || ' ' || coalesce(last_outcome, '-') from lead where id = " + lead);
    }

    @Override
    public Instant dueAt(long lead) {
        return Instant.ofEpochSecond(count("select extract(epoch from due_at)::bigint from lead where id = " + lead));
    }

    @Override
    public String outcome(long callId) {
        return text("select coalesce((select coalesce(outcome, 'none') from attempt where id = " + callId + "), '')");
    }

    @Override
    public long agentAtWork() {
        String name = "agent" + ++agents;
        long id = insert("insert into app_user (username, display_name, password_hash) values ('" + name + "', '" + name
                + "', '') returning id");
        run("insert into agent (id, endpoint) values (" + id + ", '" + name + "')");
        logIn(id);
        return id;
    }

    @Override
    public void logIn(long agent) {
        run("insert into agent_session (agent_id, node, started_at, state) values (" + agent
                + ", 'n1', now(), 'LEG_CONNECTING') on conflict (agent_id) where ended_at is null do nothing");
    }

    long insert(String sql) {
        return count(sql);
    }

    long count(String sql) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    String text(String sql) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    void run(String sql) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
