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

    /** What is told of a lead {@code l} that was reserved. */
    static final String TOLD = """
            l.reservation, l.id,
            coalesce((select p.number from lead_phone p where p.lead_id = l.id and p.position = l.phone_index), ''),
            coalesce((select p.zones from lead_phone p where p.lead_id = l.id and p.position = l.phone_index), '{}'),
            l.attempts, coalesce(l.last_outcome, '')
            """;

    private static final String RESERVE = """
            with fence as (
              select epoch from floor_lease where floor = ? and owner = ? and epoch = ? for share
            ), picked as (
              select id from lead
              where campaign_id = ? and state = 'AVAILABLE' and left_out = 0 and placed_by = 0 and due_at <= ?
                and exists (select from fence)
              order by priority desc, due_at, id
              limit ? for update skip locked
            )
            update lead l
            set state = 'RESERVED', reservation = nextval('attempt_id'), reserved_until = ?, reserved_epoch = ?
            from picked
            where l.id = picked.id
            returning %s
            """.formatted(TOLD);
    /** The same where the campaign has a filter: more are looked at than are wanted, and what does not pass is set aside. */
    private static final String RESERVE_FILTERED = """
            with fence as (
              select epoch from floor_lease where floor = ? and owner = ? and epoch = ? for share
            ), seen as (
              select l.id, l.priority, l.due_at, %s as passes from lead l
              where l.campaign_id = ? and l.state = 'AVAILABLE' and l.left_out = 0 and l.placed_by = 0 and l.due_at <= ?
                and exists (select from fence)
              order by l.priority desc, l.due_at, l.id
              limit ? for update skip locked
            ), aside as (
              update lead o set left_out = ? from seen where o.id = seen.id and not seen.passes
            ), picked as (
              select id from seen where passes order by priority desc, due_at, id limit ?
            ), taken as (
              update lead l
              set state = 'RESERVED', reservation = nextval('attempt_id'), reserved_until = ?, reserved_epoch = ?
              from picked
              where l.id = picked.id
              returning %s
            )
            select taken.*, (select count(*) from seen) from (values (1)) one left join taken on true
            """;

    /** An array and a sequence, so that the indexes are read: statistics of before promise many such leads, and the whole table would be read for none. */
    static final String ASK_AGAIN = """
            update lead set left_out = 0
            where id = any (array(select id from lead where campaign_id = ? and left_out <> 0 and left_out < ?
                                  order by left_out limit ? for update skip locked))
            """;

    private static final String RESERVE_ONE = """
            with fence as (
              select epoch from floor_lease where floor = ? and owner = ? and epoch = ? for share
            )
            update lead l
            set state = 'RESERVED', reservation = nextval('attempt_id'), reserved_until = ?, reserved_epoch = ?
            where l.id = ? and l.campaign_id = ? and state in ('AVAILABLE', 'DONE') and exists (select from fence)
            returning %s
            """.formatted(TOLD);
    private static final String GIVE_BACK = """
            update lead l set state = 'AVAILABLE', reservation = null, due_at = r.due_at
            from unnest(?::bigint[], ?::bigint[], ?::timestamptz[]) as r (call_id, lead_id, due_at)
            where l.id = r.lead_id and l.state = 'RESERVED' and l.reservation = r.call_id
            """;
    private static final String GIVE_BACK_UNKNOWN = """
            update lead set state = 'AVAILABLE', reservation = null
            where campaign_id = ? and state = 'RESERVED' and reserved_epoch = ? and reservation <> all (?::bigint[])
            """;
    static final String ANY_LEFT = """
            select exists (select from lead where campaign_id = ? and state = 'AVAILABLE' and left_out = 0 and placed_by = 0)
                or exists (select from lead where campaign_id = ? and state = 'AVAILABLE' and placed_by <> 0)
                or exists (select from lead where campaign_id = ? and state in ('RESERVED', 'DIALLING'))
                or exists (select from callback where campaign_id = ? and state in ('WANTED', 'OPEN'))
                or coalesce((select min(left_out) from lead where campaign_id = ? and left_out <> 0)
                            < (select filter_version from campaign where id = ?), false)
            """;
    static final int LEASE_MINUTES = 10;
    static final int LOOKED_AT = 1_000;
    static final int ROUNDS = 20;
    static final int ASKED_AGAIN_AT_ONCE = 5_000;

    private final DataSource dataSource;

    /** The hopper of this database. */
    public ReservationStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Reserves up to so many leads of the campaign that are due, the most urgent first; none for who has lost the lease. */
    public List<Reserved> reserve(long campaignId, int count, Lease lease, Instant now) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                List<Reserved> reserved = planned(connection, campaignId, count, lease, now);
                connection.commit();
                return reserved;
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private static List<Reserved> planned(Connection connection, long campaignId, int count, Lease lease, Instant now)
            throws SQLException {
        // Nobody changes the filter before what passes this one is reserved: another filter must find it, to withdraw
        // it.
        CampaignPlan plan = CampaignPlan.locked(connection, campaignId);
        if (plan.filterVersion() > 0) {
            askAgain(connection, campaignId, plan.filterVersion());
        }
        Places.renew(connection, campaignId, plan, ASKED_AGAIN_AT_ONCE);
        if (plan.places()) {
            return Places.reserve(connection, campaignId, plan, count, lease, now);
        }
        return plan.filtered()
                ? reserve(connection, plan, campaignId, count, lease, now)
                : reserve(connection, campaignId, count, lease, now);
    }

    private static List<Reserved> reserve(Connection connection, long campaignId, int count, Lease lease, Instant now)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RESERVE)) {
            fence(statement, lease);
            statement.setLong(4, campaignId);
            statement.setObject(5, utc(now));
            statement.setInt(6, count);
            statement.setObject(7, utc(now).plusMinutes(LEASE_MINUTES));
            statement.setLong(8, lease.epoch());
            return read(statement);
        }
    }

    /** Looks at so many leads that a filter which few pass does not starve the campaign, and no longer than some tenths of a second. */
    private static List<Reserved> reserve(
            Connection connection, CampaignPlan plan, long campaignId, int count, Lease lease, Instant now)
            throws SQLException {
        List<Reserved> reserved = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                RESERVE_FILTERED.formatted(plan.filter().text(), TOLD))) {
            boolean more = true;
            for (int round = 0; round < ROUNDS && more && reserved.size() < count; round++) {
                fence(statement, lease);
                int next = CampaignPlan.bind(plan.filter().values(), statement, 4);
                statement.setLong(next, campaignId);
                statement.setObject(next + 1, utc(now));
                statement.setInt(next + 2, Math.max(count, LOOKED_AT));
                statement.setInt(next + 3, plan.filterVersion());
                statement.setInt(next + 4, count - reserved.size());
                statement.setObject(next + 5, utc(now).plusMinutes(LEASE_MINUTES));
                statement.setLong(next + 6, lease.epoch());
                more = readSeen(statement, reserved);
            }
        }
        return reserved;
    }

    /** Says whether any lead was looked at. */
    private static boolean readSeen(PreparedStatement statement, List<Reserved> reserved) throws SQLException {
        long seen = 0;
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                seen = rows.getLong(7);
                if (rows.getObject(1) != null) {
                    reserved.add(reserved(rows));
                }
            }
        }
        return seen > 0;
    }

    /** Another filter: what those before have set aside is looked at again, some of it each time. */
    private static void askAgain(Connection connection, long campaignId, int version) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ASK_AGAIN)) {
            statement.setLong(1, campaignId);
            statement.setInt(2, version);
            statement.setInt(3, ASKED_AGAIN_AT_ONCE);
            statement.executeUpdate();
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

    static void fence(PreparedStatement statement, Lease lease) throws SQLException {
        statement.setString(1, lease.floor());
        statement.setString(2, lease.owner());
        statement.setLong(3, lease.epoch());
    }

    static List<Reserved> read(PreparedStatement statement) throws SQLException {
        List<Reserved> reserved = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                reserved.add(reserved(rows));
            }
        }
        return reserved;
    }

    private static Reserved reserved(ResultSet row) throws SQLException {
        String[] zones = (String[]) row.getArray(4).getArray();
        return new Reserved(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                Arrays.stream(zones).map(ZoneId::of).toList(),
                row.getInt(5),
                row.getString(6));
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
            statement.setLong(4, campaignId);
            statement.setLong(5, campaignId);
            statement.setLong(6, campaignId);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
