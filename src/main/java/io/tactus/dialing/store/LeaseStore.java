package io.tactus.dialing.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Ownership of floors: one row each, by the database's clock. */
public final class LeaseStore {
    /** Seconds that a lease lives without being renewed. */
    public static final int TTL_SECONDS = 2;

    private static final String TAKE = """
            insert into floor_lease as l (floor, owner, epoch, expires_at)
            values (?, ?, 1, clock_timestamp() + make_interval(secs => ?))
            on conflict (floor) do update
              set owner = excluded.owner, epoch = l.epoch + 1, expires_at = excluded.expires_at
              where l.expires_at < clock_timestamp()
            returning epoch
            """;
    private static final String RENEW = """
            update floor_lease set expires_at = clock_timestamp() + make_interval(secs => ?)
            where floor = ? and owner = ? and epoch = ?
            """;
    private static final String GIVE_UP =
            "update floor_lease set expires_at = clock_timestamp() where floor = ? and owner = ? and epoch = ?";

    private final DataSource dataSource;

    /** Leases of this database. */
    public LeaseStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Takes the floor if nobody holds it; empty while somebody does. */
    public Optional<Lease> tryTake(String floor, String owner) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(TAKE)) {
            statement.setString(1, floor);
            statement.setString(2, owner);
            statement.setDouble(3, TTL_SECONDS);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(new Lease(floor, owner, row.getLong(1))) : Optional.empty();
            }
        }
    }

    /** Keeps the floor; false when another engine has taken it. */
    public boolean renew(Lease lease) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(RENEW)) {
            statement.setDouble(1, TTL_SECONDS);
            statement.setString(2, lease.floor());
            statement.setString(3, lease.owner());
            statement.setLong(4, lease.epoch());
            return statement.executeUpdate() == 1;
        }
    }

    /** Lets the floor go, so that the next owner need not wait. */
    public void giveUp(Lease lease) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(GIVE_UP)) {
            statement.setString(1, lease.floor());
            statement.setString(2, lease.owner());
            statement.setLong(3, lease.epoch());
            statement.executeUpdate();
        }
    }
}
