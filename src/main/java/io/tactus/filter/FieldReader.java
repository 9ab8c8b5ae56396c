package io.tactus.filter;

import com.fasterxml.jackson.databind.JsonNode;
import io.tactus.filter.FilterReader.Known;
import java.util.Optional;

/** Finds the field that a part of a request names. */
final class FieldReader {
    static final String UNKNOWN = "is no field of the campaign's leads";

    private FieldReader() {}

    /** The field named by {@code field}; empty when the campaign's leads have no such one. */
    static Optional<Field> find(JsonNode json, Known known) {
        String word = json.path("field").asText();
        Optional<Field> own = Field.Own.find(word);
        if (own.isPresent() || !word.startsWith(Field.Custom.PREFIX) || word.length() == Field.Custom.PREFIX.length()) {
            return own;
        }
        String name = word.substring(Field.Custom.PREFIX.length());
        return known.findCustom(name, json).map(type -> new Field.Custom(name, type));
    }
}
