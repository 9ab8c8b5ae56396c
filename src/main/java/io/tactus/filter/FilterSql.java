package io.tactus.filter;

import io.tactus.filter.Filter.All;
import io.tactus.filter.Filter.Any;
import io.tactus.filter.Filter.Condition;
import io.tactus.filter.Filter.Not;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * A filter as a condition on a row {@code l} of the table of leads. What a user wrote is in the parameters alone, names of fields included;
 * the text is put together from constants. It is never null.
 *
 * @param text with a question mark for each value
 * @param values in their order: texts, decimals, booleans, longs
 */
public record FilterSql(String text, List<Object> values) {
    private static final String NEXT_PHONE =
            "exists (select from lead_phone p where p.lead_id = l.id and p.position = l.phone_index and ";

    /** Copies the list. */
    public FilterSql {
        values = List.copyOf(values);
    }

    /** The condition. */
    public static FilterSql of(Filter filter) {
        List<Object> values = new ArrayList<>();
        return new FilterSql(text(filter, values), values);
    }

    private static String text(Filter filter, List<Object> values) {
        return switch (filter) {
            case All all -> group(all.of(), " and ", "true", values);
            case Any any -> group(any.of(), " or ", "false", values);
            case Not not -> "not " + text(not.of(), values);
            case Condition condition -> condition(condition, values);
        };
    }

    private static String group(List<Filter> members, String word, String empty, List<Object> values) {
        if (members.isEmpty()) {
            return empty;
        }
        StringJoiner joined = new StringJoiner(word, "(", ")");
        members.forEach(member -> joined.add(text(member, values)));
        return joined.toString();
    }

    private static String condition(Condition condition, List<Object> values) {
        if (condition.field() == Field.Own.ZONE) {
            return ofNextPhone("p.zones && array[%s]::text[])", condition, values);
        }
        if (condition.field() == Field.Own.PHONE_KIND) {
            return ofNextPhone("p.kind = any (array[%s]::text[]))", condition, values);
        }
        return compared(FieldSql.value(condition.field(), values), condition, values);
    }

    private static String ofNextPhone(String test, Condition condition, List<Object> values) {
        String found = NEXT_PHONE + test.formatted(marks(condition.values().size()));
        values.addAll(condition.values());
        return condition.operator() == Operator.IS_NOT ? "not " + found : found;
    }

    private static String compared(String column, Condition condition, List<Object> values) {
        boolean text = condition.field().type() == FieldType.TEXT;
        String blank = text ? "coalesce(%s, '') = ''" : "(%s) is null";
        int before = values.size();
        condition.values().forEach(value -> values.add(bound(value, text)));
        int given = values.size() - before;
        return switch (condition.operator()) {
            case IS, EQUALS -> known("(%s) = ?", column);
            case IS_NOT, NOT_EQUALS -> "coalesce((%s) <> ?, true)".formatted(column);
            case ONE_OF -> known("(%s) in (" + marks(given) + ")", column);
            case STARTS_WITH -> known("starts_with(%s, ?)", column);
            case CONTAINS -> known("strpos(%s, ?) > 0", column);
            case EMPTY -> "(" + blank.formatted(column) + ")";
            case NOT_EMPTY -> "not (" + blank.formatted(column) + ")";
            case LESS, BEFORE -> known("(%s) < ?", column);
            case AT_MOST -> known("(%s) <= ?", column);
            case MORE, AFTER -> known("(%s) > ?", column);
            case AT_LEAST -> known("(%s) >= ?", column);
            case BETWEEN -> known("(%s) between ? and ?", column);
        };
    }

    /** An empty value answers no. */
    private static String known(String test, String column) {
        return "coalesce(" + test.formatted(column) + ", false)";
    }

    private static Object bound(Object value, boolean text) {
        if (text) {
            return value.toString().toLowerCase(Locale.ROOT);
        }
        return value instanceof LocalDate day ? day.toString() : value;
    }

    private static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }
}
