package io.tactus.filter;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tactus.filter.Filter.All;
import io.tactus.filter.Filter.Any;
import io.tactus.filter.Filter.Condition;
import io.tactus.filter.Filter.Not;
import java.math.BigDecimal;
import java.util.List;

/** Writes a filter as {@link FilterReader} reads it, with the types of the lists' own fields as they were when it was made. */
public final class FilterWriter {
    /** Name of the type of a list's own field in a stored filter. */
    static final String TYPE = "type";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private FilterWriter() {}

    /** The filter as JSON. */
    public static ObjectNode write(Filter filter) {
        ObjectNode json = JSON.objectNode();
        switch (filter) {
            case All all -> json.set("all", group(all.of()));
            case Any any -> json.set("any", group(any.of()));
            case Not not -> json.set("not", write(not.of()));
            case Condition condition -> {
                json.put("field", condition.field().word());
                if (condition.field() instanceof Field.Custom custom) {
                    json.put(TYPE, custom.type().name());
                }
                json.put("operator", condition.operator().word());
                ArrayNode values = json.putArray("values");
                condition.values().forEach(value -> put(values, value));
            }
        }
        return json;
    }

    private static ArrayNode group(List<Filter> members) {
        ArrayNode group = JSON.arrayNode();
        members.forEach(member -> group.add(write(member)));
        return group;
    }

    private static void put(ArrayNode values, Object value) {
        switch (value) {
            case BigDecimal number -> values.add(number);
            case Long number -> values.add(number);
            case Boolean truth -> values.add(truth);
            default -> values.add(value.toString());
        }
    }
}
