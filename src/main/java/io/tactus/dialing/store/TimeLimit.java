package io.tactus.dialing.store;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;

/** Statements that may take so long and no longer. */
final class TimeLimit {
    /** What PostgreSQL says of a statement that was cancelled; its driver does so when the time is over, and tells it as any other failure. */
    private static final String CANCELLED = "57014";

    private TimeLimit() {}

    /** The failure, as one of time when the statement was cancelled. */
    static SQLException told(SQLException failure) {
        return CANCELLED.equals(failure.getSQLState())
                ? new SQLTimeoutException(failure.getMessage(), failure.getSQLState(), failure)
                : failure;
    }
}
