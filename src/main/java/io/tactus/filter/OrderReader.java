package io.tactus.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tactus.filter.FilterReader.Known;
import io.tactus.filter.InvalidFilter.Mistake;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads an order from JSON, {@code [{"field": "custom.score", "descending": true}]}, and writes it. Every error names its place. */
public final class OrderReader {
    private static final String FIELD = "field";
    private static final String DESCENDING = "descending";

    private OrderReader() {}

    /** The order. @param place name of the part of the request in which it stands @throws InvalidFilter with every mistake */
    public static Order read(JsonNode json, String place, Known known) throws InvalidFilter {
        List<Mistake> mistakes = new ArrayList<>();
        List<Order.Key> keys = new ArrayList<>();
        if (!json.isArray()) {
            throw new InvalidFilter(List.of(new Mistake(place, "is not a list of fields")));
        }
        if (json.size() > Order.MOST_KEYS) {
            throw new InvalidFilter(List.of(new Mistake(place, "has more than " + Order.MOST_KEYS + " fields")));
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < json.size(); i++) {
            JsonNode key = json.get(i);
            String here = place + "[" + i + "]";
            mistakes.addAll(strangers(key, here));
            Optional<Field> field = FieldReader.find(key, known);
            if (field.isEmpty()) {
                mistakes.add(new Mistake(here + "." + FIELD, FieldReader.UNKNOWN));
            } else if (!field.get().sortable()) {
                mistakes.add(new Mistake(here + "." + FIELD, "has no order"));
            } else if (!seen.add(field.get().word())) {
                mistakes.add(new Mistake(here + "." + FIELD, "stands above already"));
            } else if (key.has(DESCENDING) && !key.get(DESCENDING).isBoolean()) {
                mistakes.add(new Mistake(here + "." + DESCENDING, "is not true or false"));
            } else {
                keys.add(new Order.Key(field.get(), key.path(DESCENDING).asBoolean()));
            }
        }
        if (!mistakes.isEmpty()) {
            throw new InvalidFilter(mistakes);
        }
        return new Order(keys);
    }

    private static List<Mistake> strangers(JsonNode key, String place) {
        List<Mistake> mistakes = new ArrayList<>();
        key.fieldNames().forEachRemaining(name -> {
            if (!Set.of(FIELD, DESCENDING, FilterWriter.TYPE).contains(name)) {
                mistakes.add(new Mistake(place + "." + name, "is not known here"));
            }
        });
        return mistakes;
    }

    /** An order that {@link #write} wrote. @throws IllegalStateException when it is none */
    public static Order stored(JsonNode json) {
        try {
            return read(json, "order", FilterReader.STORED);
        } catch (InvalidFilter e) {
            throw new IllegalStateException("a stored order cannot be read: " + e.mistakes(), e);
        }
    }

    /** The order as JSON, with the types of the lists' own fields as they were when it was made. */
    public static ArrayNode write(Order order) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        for (Order.Key key : order.keys()) {
            ObjectNode written = json.addObject().put(FIELD, key.field().word());
            if (key.field() instanceof Field.Custom custom) {
                written.put(FilterWriter.TYPE, custom.type().name());
            }
            written.put(DESCENDING, key.descending());
        }
        return json;
    }
}
