package io.tactus.dialing.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** A database with the real schema, and short words for putting things into it. */
final class StoreWorld implements AutoCloseable {
    /** A Tuesday, 15:00 in New York, 12:00 in Los Angeles. */
    static final Instant TUESDAY = Instant.parse("2026-11-24T20:00:00Z");

    private final EmbeddedPostgres server;
    final DataSource dataSource;
    final Lease lease;
    private int numbers;

    StoreWorld() {
        try {
            server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start();
            dataSource = server.getPostgresDatabase();
            Flyway.configure().dataSource(dataSource).load().migrate();
            new RecoveryStore(dataSource).preparePartitions(TUESDAY);
            lease = new LeaseStore(dataSource).tryTake("main", "test").orElseThrow();
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long campaign(String more) {
        long id = insert("insert into campaign (name, mode) values ('C' || random(), 'progressive') returning id");
        if (!more.isEmpty()) {
            run("update campaign set " + more + " where id = " + id);
        }
        insert("insert into lead_list (campaign_id, name) values (" + id + ", 'L') returning id");
        return id;
    }

    long lead(long campaign, String... zones) {
        return lead(campaign, "+1202555%04d".formatted(++numbers), zones);
    }

    long lead(long campaign, String number, String[] zones) {
        long id = insert("insert into lead (campaign_id, list_id) select " + campaign
                + ", id from lead_list where campaign_id = " + campaign + " returning id");
        phone(id, 0, number, zones);
        return id;
    }

    void phone(long lead, int position, String number, String... zones) {
        run("insert into lead_phone (lead_id, position, number, zones) values (" + lead + ", " + position + ", '"
                + number + "', '{" + String.join(",", zones) + "}')");
    }

    String number(long lead) {
        return text("select number from lead_phone where lead_id = " + lead + " and position = 0");
    }

    /** Reserves exactly one lead of the campaign. */
    ReservationStore.Reserved reserveOne(long campaign) throws SQLException {
        return new ReservationStore(dataSource)
                .reserve(campaign, 1, lease.epoch(), TUESDAY)
                .getFirst();
    }

    String gate(ReservationStore.Reserved lead, Instant now) throws SQLException {
        return gate(lead, lease, now);
    }

    String gate(ReservationStore.Reserved lead, Lease fence, Instant now) throws SQLException {
        var request = new GateStore.Request(lead.callId(), lead.leadId(), "n1", "t1", 0);
        return new GateStore(dataSource)
                .run(List.of(request), fence, now)
                .getFirst()
                .rule();
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
