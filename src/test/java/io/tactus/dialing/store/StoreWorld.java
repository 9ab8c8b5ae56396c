package io.tactus.dialing.store;

import io.tactus.dialing.store.ReservationStore.Reserved;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** A store, and short words for putting things into it and looking at them. */
interface StoreWorld extends AutoCloseable {
    /** A Tuesday, 15:00 in New York, 12:00 in Los Angeles. */
    Instant TUESDAY = Instant.parse("2026-11-24T20:00:00Z");

    DialingStore store();

    /** The lease of the floor "main". */
    Lease lease();

    /** A campaign with the call window that every new one has: Monday to Friday, 8 to 21 o'clock. */
    long campaign(int attemptsPerDay, int attemptsLifetime);

    default long campaign() {
        return campaign(3, 10);
    }

    /** A lead with one phone. */
    long lead(long campaign, String number, String... zones);

    void phone(long lead, int position, String number, String... zones);

    void doNotCall(String number, long campaign);

    /** Whether the number is on the list of the whole system. */
    boolean listed(String number);

    /** State and last outcome, for example {@code DONE DNC}; {@code -} for no outcome. */
    String leadState(long lead);

    Instant dueAt(long lead);

    /** The attempt's outcome; {@code none} while it has none, empty when there is no attempt. */
    String outcome(long callId);

    /** An agent with an open session. */
    long agentAtWork();

    void logIn(long agent);

    @Override
    void close() throws IOException;

    /** Reserves exactly one lead of the campaign. */
    default Reserved reserveOne(long campaign) throws SQLException {
        return store().reserve(campaign, 1, lease(), TUESDAY).getFirst();
    }

    default String gate(Reserved lead, Instant now) throws SQLException {
        return gate(lead, lease(), now);
    }

    default String gate(Reserved lead, Lease fence, Instant now) throws SQLException {
        var request = new GateStore.Request(lead.callId(), lead.leadId(), "n1", "t1", 0);
        return store().judge(List.of(request), fence, now).getFirst().rule();
    }
}
