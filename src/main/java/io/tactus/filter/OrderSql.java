package io.tactus.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * The place of a row {@code l} of the table of leads in an order, as bits that sort as the leads do; what a user wrote is in the parameters alone.
 *
 * @param text with a question mark for each value
 * @param values in their order
 */
public record OrderSql(String text, List<Object> values) {
    private static final String NOWHERE = "B''";

    /** Copies the list. */
    public OrderSql {
        values = List.copyOf(values);
    }

    /** The place. */
    public static OrderSql of(Order order) {
        if (order.keys().isEmpty()) {
            return new OrderSql(NOWHERE, List.of());
        }
        List<Object> values = new ArrayList<>();
        StringJoiner joined = new StringJoiner(" || ");
        order.keys().forEach(key -> joined.add(place(key, values)));
        return new OrderSql(joined.toString(), values);
    }

    private static String place(Order.Key key, List<Object> values) {
        String value = FieldSql.value(key.field(), values);
        String bits = switch (key.field().type()) {
            case NUMBER, LIST -> "place_of_number(%s, %b)";
            case BOOLEAN -> "place_of_number((%s)::integer, %b)";
            // Days sort as their texts do.
            case TEXT, DATE, CODE -> "place_of_text(%s, %b)";
        };
        return bits.formatted(value, key.descending());
    }
}
