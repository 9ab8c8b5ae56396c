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
        return switch (condition.field()) {
            case Field.Own own ->
                switch (own) {
                    case LIST -> compared("l.list_id", condition, values);
                    case ATTEMPTS -> compared("l.attempts", condition, values);
                    case PRIORITY -> compared("l.priority", condition, values);
                    case LAST_OUTCOME -> compared("coalesce(l.last_outcome, '" + Field.NEVER + "')", condition, values);
                    case FIRST_NAME -> compared("lower(l.first_name)", condition, values);
                    case LAST_NAME -> compared("lower(l.last_name)", condition, values);
                    case EXTERNAL_ID -> compared("lower(l.external_id)", condition, values);
                    case NOTES -> compared("lower(l.notes)", condition, values);
                    case ZONE -> ofNextPhone("p.zones && array[%s]::text[])", condition, values);
                    case PHONE_KIND -> ofNextPhone("p.kind = any (array[%s]::text[]))", condition, values);
                };
            case Field.Custom custom -> compared(column(custom, values), condition, values);
        };
    }

    private static String ofNextPhone(String test, Condition condition, List<Object> values) {
        String found = NEXT_PHONE + test.formatted(marks(condition.values().size()));
        values.addAll(condition.values());
        return condition.operator() == Operator.IS_NOT ? "not " + found : found;
    }

    /** The value of a list's field; null when there is none, or one of another type. */
    private static String column(Field.Custom custom, List<Object> values) {
        values.add(custom.name());
        values.add(custom.name());
        return switch (custom.type()) {
            case NUMBER -> "case when jsonb_typeof(l.custom -> ?) = 'number' then (l.custom ->> ?)::numeric end";
            case BOOLEAN -> "case when jsonb_typeof(l.custom -> ?) = 'boolean' then (l.custom ->> ?)::boolean end";
            // Days sort as their texts do.
            case DATE -> "case when jsonb_typeof(l.custom -> ?) = 'string' then l.custom ->> ? end collate \"C\"";
            case TEXT, CODE, LIST -> "lower(case when jsonb_typeof(l.custom -> ?) = 'string' then l.custom ->> ? end)";
        };
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
