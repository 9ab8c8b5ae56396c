package io.tactus.dialing.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/** Columns of a batch as PostgreSQL arrays, for {@code unnest}. */
final class Batch {
    private Batch() {}

    static <T> Array bigints(Connection connection, List<T> rows, Function<T, Long> column) throws SQLException {
        return connection.createArrayOf("bigint", rows.stream().map(column).toArray());
    }

    static <T> Array ints(Connection connection, List<T> rows, Function<T, Integer> column) throws SQLException {
        return connection.createArrayOf("integer", rows.stream().map(column).toArray());
    }

    static <T> Array texts(Connection connection, List<T> rows, Function<T, String> column) throws SQLException {
        return connection.createArrayOf("text", rows.stream().map(column).toArray());
    }

    static <T> Array booleans(Connection connection, List<T> rows, Function<T, Boolean> column) throws SQLException {
        return connection.createArrayOf("boolean", rows.stream().map(column).toArray());
    }
}
