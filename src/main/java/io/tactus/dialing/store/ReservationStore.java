package io.tactus.dialing.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The hopper's statements: reserve the next leads of a campaign, give leads back. */
public final class ReservationStore {
    /**
     * A reserved lead.
     *
     * @param callId id of the attempt that this may become
     * @param number the lead's next number, E.164; empty when it has none
     * @param zones every zone that this number may be in
     * @param attempts how often the lead was dialled before
     * @param lastOutcome what came of the last time; empty for never
     */
    public record Reserved(
            long callId, long leadId, String number, List<ZoneId> zones, int attempts, String lastOutcome) {
        /** Copies the list. */
        public Reserved {
            zones = List.copyOf(zones);
        }
    }

    /** A lead that is given back. @param dueAt when it may be reserved again */
    public record Returned(long callId, long leadId, Instant dueAt) {}

    private static final String RESERVE = """
            with fence as (
              select epoch from floor_lease where floor = ? and owner = ? and epoch = ? for share
            ), picked as (
              select id from lead
              where campaign_id = ? and state = 'AVAILABLE' and due_at <= ? and exists (select from fence)
              order by priority desc, due_at, id
              limit ? for update skip locked
            )
            update lead l
            set state = 'RESERVED', reservation = nextval('attempt_id'), reserved_until = ?, reserved_epoch = ?
            from picked
            where l.id = picked.id
            returning l.reservation, l.id,
              coalesce((select p.number from lead_phone p where p.lead_id = l.id and p.position = l.phone_index), ''),
              coalesce((select p.zones from lead_phone p where p.lead_id = l.id and p.position = l.phone_index), '{}'),
              l.attempts, coalesce(l.last_outcome, '')
            """;
    private static final String RESERVE_ONE = """
            with fence as (
              select epoch from floor_lease where floor = ? and owner = ? and epoch = ? for share
            )
            update lead l
            set state = 'RESERVED', reservation = nextval('attempt_id'), reserved_until = ?, reserved_epoch = ?
            where l.id = ? and l.campaign_id = ? and state in ('AVAILABLE', 'DONE') and exists (select from fence)
            returning l.reservation, l.id,
              coalesce((select p.number from lead_phone p where p.lead_id = l.id and p.position = l.phone_index), ''),
              coalesce((select p.zones from lead_phone p where p.lead_id = l.id and p.position = l.phone_index), '{}'),
              l.attempts, coalesce(l.last_outcome, '')
            """;
    private static final String GIVE_BACK = """
            update lead l set state = 'AVAILABLE', reservation = null, due_at = r.due_at
            from unnest(?::bigint[], ?::bigint[], ?::timestamptz[]) as r (call_id, lead_id, due_at)
            where l.id = r.lead_id and l.state = 'RESERVED' and l.reservation = r.call_id
            """;
    private static final String GIVE_BACK_UNKNOWN = """
            update lead set state = 'AVAILABLE', reservation = null
            where campaign_id = ? and state = 'RESERVED' and reserved_epoch = ? and reservation <> all (?::bigint[])
            """;
    private static final String ANY_LEFT = """
            select exists (select from lead where campaign_id = ? and state = 'AVAILABLE')
                or exists (select from lead where campaign_id = ? and state in ('RESERVED', 'DIALLING'))
                or exists (select from callback where campaign_id = ? and state in ('WANTED', 'OPEN'))
            """;
    private static final int LEASE_MINUTES = 10;

    private final DataSource dataSource;

    /** The hopper of this database. */
    public ReservationStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Reserves up to so many leads of the campaign that are due, the most urgent first; none for who has lost the lease. */
    public List<Reserved> reserve(long campaignId, int count, Lease lease, Instant now) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(RESERVE)) {
            fence(statement, lease);
            statement.setLong(4, campaignId);
            statement.setObject(5, utc(now));
            statement.setInt(6, count);
            statement.setObject(7, utc(now).plusMinutes(LEASE_MINUTES));
            statement.setLong(8, lease.epoch());
            return read(statement);
        }
    }

    /** Reserves this lead for an agent who dials by hand; empty when it is on its way already or belongs to another campaign. */
    public Optional<Reserved> reserveOne(long campaignId, long leadId, Lease lease, Instant now) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(RESERVE_ONE)) {
            fence(statement, lease);
            statement.setObject(4, utc(now).plusMinutes(LEASE_MINUTES));
            statement.setLong(5, lease.epoch());
            statement.setLong(6, leadId);
            statement.setLong(7, campaignId);
            return read(statement).stream().findFirst();
        }
    }

    private static void fence(PreparedStatement statement, Lease lease) throws SQLException {
        statement.setString(1, lease.floor());
        statement.setString(2, lease.owner());
        statement.setLong(3, lease.epoch());
    }

    private static List<Reserved> read(PreparedStatement statement) throws SQLException {
        List<Reserved> reserved = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                String[] zones = (String[]) rows.getArray(4).getArray();
                reserved.add(new Reserved(
                        rows.getLong(1),
                        rows.getLong(2),
                        rows.getString(3),
                        Arrays.stream(zones).map(ZoneId::of).toList(),
                        rows.getInt(5),
                        rows.getString(6)));
            }
        }
        return reserved;
    }

    /** Gives leads back undialled. */
    public void giveBack(List<Returned> leads) throws SQLException {
        if (leads.isEmpty()) {
            return;
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(GIVE_BACK)) {
            statement.setArray(1, Batch.bigints(connection, leads, Returned::callId));
            statement.setArray(2, Batch.bigints(connection, leads, Returned::leadId));
            statement.setArray(3, Batch.texts(connection, leads, r -> r.dueAt().toString()));
            statement.executeUpdate();
        }
    }

    /** Frees what this owner reserved for the campaign in a try whose answer was lost. @param known calls that it knows of */
    public void giveBackUnknown(long campaignId, Lease lease, Collection<Long> known) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(GIVE_BACK_UNKNOWN)) {
            statement.setLong(1, campaignId);
            statement.setLong(2, lease.epoch());
            statement.setArray(3, Batch.bigints(connection, List.copyOf(known), id -> id));
            statement.executeUpdate();
        }
    }

    /** Whether any lead of the campaign may still be dialled, now or later. */
    public boolean anyLeft(long campaignId) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(ANY_LEFT)) {
            statement.setLong(1, campaignId);
            statement.setLong(2, campaignId);
            statement.setLong(3, campaignId);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
