package io.tactus.filter;

import com.fasterxml.jackson.databind.JsonNode;
import io.tactus.filter.Filter.All;
import io.tactus.filter.Filter.Any;
import io.tactus.filter.Filter.Condition;
import io.tactus.filter.Filter.Not;
import io.tactus.filter.InvalidFilter.Mistake;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads a filter from JSON: {@code {"all": [...]}}, {@code {"any": [...]}}, {@code {"not": {...}}} and {@code {"field": "attempts", "operator":
 * "<", "values": [3]}}. Every error names its place, such as {@code filter.all[2].values[0]}, and what was expected there.
 */
public final class FilterReader {
    /** Groups within groups. */
    private static final int DEEPEST = 5;

    private static final int MOST_CONDITIONS = 50;
    private static final int MOST_VALUES = 200;
    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_NUMBER = 40;

    /** What a filter may speak of. */
    public interface Known {
        /** The type of a field that the campaign's lists add. @param condition in which it stands */
        Optional<FieldType> findCustom(String name, JsonNode condition);

        /** Whether a field of type {@code CODE} has this value. */
        boolean hasCode(Field.Own field, String code);

        /** Whether the campaign has this list. */
        boolean hasList(long id);
    }

    /** What was checked when it was written. */
    static final Known STORED = new Known() {
        @Override
        public Optional<FieldType> findCustom(String name, JsonNode condition) {
            return Optional.of(
                    FieldType.valueOf(condition.path(FilterWriter.TYPE).asText("TEXT")));
        }

        @Override
        public boolean hasCode(Field.Own field, String code) {
            return true;
        }

        @Override
        public boolean hasList(long id) {
            return true;
        }
    };

    private final Known known;
    private final List<Mistake> mistakes = new ArrayList<>();
    private int conditions;

    private FilterReader(Known known) {
        this.known = known;
    }

    /** The filter. @param place name of the part of the request in which it stands @throws InvalidFilter with every mistake */
    public static Filter read(JsonNode json, String place, Known known) throws InvalidFilter {
        FilterReader reader = new FilterReader(known);
        Filter filter = reader.filter(json, place, 1);
        if (!reader.mistakes.isEmpty()) {
            throw new InvalidFilter(reader.mistakes);
        }
        return filter;
    }

    /** A filter that {@link FilterWriter} wrote. @throws IllegalStateException when it is none */
    public static Filter stored(JsonNode json) {
        FilterReader reader = new FilterReader(STORED);
        Filter filter = reader.filter(json, "filter", 1);
        if (!reader.mistakes.isEmpty()) {
            throw new IllegalStateException("a stored filter cannot be read: " + reader.mistakes);
        }
        return filter;
    }

    private Filter filter(JsonNode json, String place, int depth) {
        if (!json.isObject()) {
            return wrong(place, "is not an object with all, any, not or field");
        }
        if (depth > DEEPEST) {
            return wrong(place, "is too deep: " + DEEPEST + " groups within each other at most");
        }
        if (json.has("all")) {
            return new All(group(json, "all", place, depth));
        }
        if (json.has("any")) {
            return new Any(group(json, "any", place, depth));
        }
        if (json.has("not")) {
            onlyOf(json, Set.of("not"), place);
            return new Not(filter(json.get("not"), place + ".not", depth + 1));
        }
        return condition(json, place);
    }

    private List<Filter> group(JsonNode json, String word, String place, int depth) {
        onlyOf(json, Set.of(word), place);
        JsonNode members = json.get(word);
        List<Filter> group = new ArrayList<>();
        if (!members.isArray()) {
            wrong(place + "." + word, "is not a list of filters");
            return group;
        }
        if (members.isEmpty() && depth > 1) {
            wrong(place + "." + word, "is empty: add a condition or take the group away");
        }
        for (int i = 0; i < members.size() && conditions <= MOST_CONDITIONS; i++) {
            group.add(filter(members.get(i), place + "." + word + "[" + i + "]", depth + 1));
        }
        return group;
    }

    private void onlyOf(JsonNode json, Set<String> words, String place) {
        json.fieldNames().forEachRemaining(name -> {
            if (!words.contains(name)) {
                wrong(place + "." + name, "is not known here");
            }
        });
    }

    private Filter condition(JsonNode json, String place) {
        if (++conditions > MOST_CONDITIONS) {
            return wrong(place, "is one too many: " + MOST_CONDITIONS + " conditions at most");
        }
        onlyOf(json, Set.of("field", "operator", "values", FilterWriter.TYPE), place);
        Field field = FieldReader.find(json, known).orElse(null);
        Operator operator = Operator.find(json.path("operator").asText()).orElse(null);
        if (field == null) {
            return wrong(place + ".field", FieldReader.UNKNOWN);
        }
        if (operator == null || !field.type().allows(operator)) {
            return wrong(
                    place + ".operator",
                    "is not possible for " + field.word() + ": expected one of "
                            + field.type().operators().stream()
                                    .map(Operator::word)
                                    .collect(Collectors.joining(" ")));
        }
        return new Condition(field, operator, values(json.path("values"), place + ".values", field, operator));
    }

    private List<Object> values(JsonNode json, String place, Field field, Operator operator) {
        List<Object> values = new ArrayList<>();
        int wanted = operator.count();
        int given = json.isArray() ? json.size() : 0;
        boolean fits = wanted == Operator.MANY ? given >= 1 && given <= MOST_VALUES : given == wanted;
        if (!fits) {
            wrong(
                    place,
                    "expected " + (wanted == Operator.MANY ? "1 to " + MOST_VALUES : String.valueOf(wanted))
                            + " values, got " + given);
            return values;
        }
        for (int i = 0; i < given; i++) {
            Object value = value(json.get(i), field);
            if (value instanceof Refused refused) {
                wrong(place + "[" + i + "]", refused.expected());
            } else {
                values.add(value);
            }
        }
        return values;
    }

    private record Refused(String expected) {}

    private Object value(JsonNode json, Field field) {
        return switch (field.type()) {
            case TEXT ->
                json.isTextual() && !json.asText().isBlank() && json.asText().length() <= LONGEST_TEXT
                        ? json.asText()
                        : new Refused("is not a text of 1 to " + LONGEST_TEXT + " characters");
            case NUMBER -> number(json);
            case DATE -> date(json);
            case BOOLEAN -> json.isBoolean() ? (Object) json.asBoolean() : new Refused("is not true or false");
            case CODE -> code(json, field);
            case LIST ->
                json.canConvertToLong() && known.hasList(json.asLong())
                        ? (Object) json.asLong()
                        : new Refused("is no list of the campaign");
        };
    }

    private static Object number(JsonNode json) {
        if (!json.isNumber()) {
            return new Refused("is not a number");
        }
        BigDecimal number = json.decimalValue();
        boolean fits = number.precision() <= LONGEST_NUMBER && Math.abs(number.scale()) <= LONGEST_NUMBER;
        return fits ? number : new Refused("is a number of too many digits");
    }

    private static Object date(JsonNode json) {
        try {
            return LocalDate.parse(json.asText());
        } catch (DateTimeParseException e) {
            return new Refused("is not a date such as 2026-11-30");
        }
    }

    private Object code(JsonNode json, Field field) {
        boolean fits = json.isTextual() && field instanceof Field.Own own && known.hasCode(own, json.asText());
        return fits ? json.asText() : new Refused("is no " + field.word() + " that there is");
    }

    private static final Filter NOTHING = new All(List.of());

    private Filter wrong(String place, String message) {
        mistakes.add(new Mistake(place, message));
        return NOTHING;
    }
}
