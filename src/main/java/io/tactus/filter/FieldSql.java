package io.tactus.filter;

import java.util.List;

/** The value of a field of a row {@code l} of the table of leads, as SQL. */
final class FieldSql {
    private FieldSql() {}

    /** The value; null when there is none, or one of another type. @throws IllegalArgumentException for a field of which a lead has several */
    static String value(Field field, List<Object> values) {
        return switch (field) {
            case Field.Own own ->
                switch (own) {
                    case LIST -> "l.list_id";
                    case ATTEMPTS -> "l.attempts";
                    case PRIORITY -> "l.priority";
                    case LAST_OUTCOME -> "coalesce(l.last_outcome, '" + Field.NEVER + "')";
                    case FIRST_NAME -> "lower(l.first_name)";
                    case LAST_NAME -> "lower(l.last_name)";
                    case EXTERNAL_ID -> "lower(l.external_id)";
                    case NOTES -> "lower(l.notes)";
                    case ZONE, PHONE_KIND ->
                        throw new IllegalArgumentException(own + " is a matter of the next number");
                };
            case Field.Custom custom -> custom(custom, values);
        };
    }

    private static String custom(Field.Custom custom, List<Object> values) {
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
}
