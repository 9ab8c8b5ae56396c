package io.tactus.inbound;

import io.tactus.dialing.store.Lease;
import io.tactus.dialing.store.LeaseLostException;
import io.tactus.lead.PhoneNumbers;
import io.tactus.lead.PhoneNumbers.NotANumber;
import io.tactus.lead.PhoneNumbers.Phone;
import io.tactus.telephony.IncomingCall;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;

/** Finds out whom a caller wants and who it is, and makes the call durable before anybody answers it. */
final class CallerStore {
    /** The queue that a number leads to. @param running whether its calls are taken */
    record Queue(long id, String region, boolean running) {}

    /** A caller as a call of a queue. */
    record Caller(long callId, long queueId, long leadId) {}

    /** A customer, and which of the customer's numbers it is. */
    private record Customer(long leadId, int position) {}

    /** The number itself, or the only one that ends so: some trunks leave country or area away. */
    private static final String QUEUE = """
            with found as (
              select d.campaign_id, d.number = '+' || ? as exact from did d
              where d.number = '+' || ? or (length(?) >= 6 and right(d.number, length(?)) = ?)
            )
            select c.id, c.default_region, c.state = 'running' from campaign c
            where c.id = (select campaign_id from found where exact)
               or (not exists (select from found where exact) and (select count(*) from found) = 1
                   and c.id = (select campaign_id from found))
            """;

    private static final String NEXT_ID = "select nextval('attempt_id')";
    private static final String FENCE =
            "select epoch from floor_lease where floor = ? and owner = ? and epoch = ? for share";
    /** The queue's own customers before others, then whoever was spoken with last. */
    private static final String BY_NUMBER = """
            select l.id, p.position from lead_phone p join lead l on l.id = p.lead_id where p.number = ?
            order by l.campaign_id = ? desc,
              (select max(a.connected_at) from attempt a where a.lead_id = l.id) desc nulls last, l.id desc
            limit 1
            """;

    private static final String BY_NAME = """
            select l.id from lead l join lead_list i on i.id = l.list_id
            where i.campaign_id = ? and i.name = ? and l.external_id = ? order by l.id limit 1
            """;
    private static final String LIST = """
            with made as (
              insert into lead_list (campaign_id, name) values (?, ?) on conflict (campaign_id, name) do nothing returning id
            )
            select id from made union all select id from lead_list where campaign_id = ? and name = ? limit 1
            """;
    private static final String NEW_LEAD =
            "insert into lead (campaign_id, list_id, state, external_id) values (?, ?, 'DONE', ?) returning id";
    private static final String NEW_PHONE =
            "insert into lead_phone (lead_id, position, number, kind, zones) values (?, 0, ?, ?, ?)";
    private static final String ATTEMPT = """
            insert into attempt (id, started_at, campaign_id, lead_id, phone_position, number, node, trunk, epoch, inbound)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, true) on conflict do nothing
            """;
    /** Of E.164 with its plus sign; some plans know longer ones, which no lead can have. */
    private static final int LONGEST = 16;
    /** The list of those whom nobody knew. */
    private static final String CALLERS = "Callers";
    /** Stands for all who do not say who they are. */
    private static final String WITHHELD = "withheld";

    private final DataSource dataSource;

    CallerStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The queue that is dialled by this number; empty when it leads nowhere. @param number digits, perhaps with a plus sign */
    Optional<Queue> findQueue(String number) throws SQLException {
        String digits = number.startsWith("+") ? number.substring(1) : number;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(QUEUE)) {
            for (int i = 1; i <= 5; i++) {
                statement.setString(i, digits);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Queue(row.getLong(1), row.getString(2), row.getBoolean(3)))
                        : Optional.empty();
            }
        }
    }

    /** An id for the call, under which {@link #write} may be tried again and again. */
    long nextId() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(NEXT_ID);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /**
     * Makes the call durable, with the customer who calls: a known one, or a new one.
     *
     * @throws LeaseLostException when another engine owns the floor
     */
    Caller write(long callId, Queue queue, IncomingCall call, Lease lease, Instant now) throws SQLException {
        String number = call.caller();
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                fence(connection, lease);
                Optional<Phone> phone = read(number, queue.region());
                Customer customer = customer(connection, queue, number, phone);
                attempt(
                        connection,
                        callId,
                        queue,
                        customer,
                        phone.map(Phone::number).orElse(number),
                        call,
                        lease,
                        now);
                connection.commit();
                return new Caller(callId, queue.id(), customer.leadId());
            } catch (SQLException | LeaseLostException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    /** A number that exists; as it stands, by its country code, or by that of the queue. */
    private static Optional<Phone> read(String number, String region) {
        for (String way : number.startsWith("+") ? new String[] {number} : new String[] {number, "+" + number}) {
            try {
                Phone phone = PhoneNumbers.read(way, region);
                if (phone.number().length() <= LONGEST) {
                    return Optional.of(phone);
                }
            } catch (NotANumber e) {
                // The next way, or none: a caller may say anything.
                continue;
            }
        }
        return Optional.empty();
    }

    private static void fence(Connection connection, Lease lease) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FENCE)) {
            statement.setString(1, lease.floor());
            statement.setString(2, lease.owner());
            statement.setLong(3, lease.epoch());
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new LeaseLostException(lease);
                }
            }
        }
    }

    private static Customer customer(Connection connection, Queue queue, String number, Optional<Phone> phone)
            throws SQLException {
        if (!number.isEmpty()) {
            // A list may hold what is no number by today's plans, and people call from it all the same.
            String asItStands = number.startsWith("+") ? number : "+" + number;
            try (PreparedStatement statement = connection.prepareStatement(BY_NUMBER)) {
                statement.setString(1, phone.map(Phone::number).orElse(asItStands));
                statement.setLong(2, queue.id());
                try (ResultSet row = statement.executeQuery()) {
                    if (row.next()) {
                        return new Customer(row.getLong(1), row.getInt(2));
                    }
                }
            }
        }
        String name = phone.map(Phone::number).orElse(number.isEmpty() ? WITHHELD : number);
        try (PreparedStatement statement = connection.prepareStatement(BY_NAME)) {
            statement.setLong(1, queue.id());
            statement.setString(2, CALLERS);
            statement.setString(3, name);
            try (ResultSet row = statement.executeQuery()) {
                if (row.next()) {
                    return new Customer(row.getLong(1), 0);
                }
            }
        }
        return new Customer(newLead(connection, queue, name, phone), 0);
    }

    private static long newLead(Connection connection, Queue queue, String name, Optional<Phone> phone)
            throws SQLException {
        long list;
        try (PreparedStatement statement = connection.prepareStatement(LIST)) {
            statement.setLong(1, queue.id());
            statement.setString(2, CALLERS);
            statement.setLong(3, queue.id());
            statement.setString(4, CALLERS);
            list = id(statement);
        }
        long lead;
        try (PreparedStatement statement = connection.prepareStatement(NEW_LEAD)) {
            statement.setLong(1, queue.id());
            statement.setLong(2, list);
            statement.setString(3, name);
            lead = id(statement);
        }
        if (phone.isPresent() && !phone.get().zones().isEmpty()) {
            try (PreparedStatement statement = connection.prepareStatement(NEW_PHONE)) {
                statement.setLong(1, lead);
                statement.setString(2, phone.get().number());
                statement.setString(3, phone.get().kind());
                statement.setArray(
                        4, connection.createArrayOf("text", phone.get().zones().toArray()));
                statement.executeUpdate();
            }
        }
        return lead;
    }

    private static long id(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void attempt(
            Connection connection,
            long callId,
            Queue queue,
            Customer customer,
            String number,
            IncomingCall call,
            Lease lease,
            Instant now)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ATTEMPT)) {
            statement.setLong(1, callId);
            statement.setObject(2, now.atOffset(ZoneOffset.UTC));
            statement.setLong(3, queue.id());
            statement.setLong(4, customer.leadId());
            statement.setInt(5, customer.position());
            statement.setString(6, number);
            statement.setString(7, call.node());
            statement.setString(8, call.trunk());
            statement.setLong(9, lease.epoch());
            statement.executeUpdate();
        }
    }
}
