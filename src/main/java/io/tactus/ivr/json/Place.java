package io.tactus.ivr.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.tactus.ivr.flow.Exit;
import io.tactus.ivr.flow.Template;
import io.tactus.ivr.json.InvalidFlow.Mistake;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** A place in a JSON document that knows its name. What is wrong there is noted, and something harmless answered instead. */
final class Place {
    /** Further ones are not noted. */
    static final int MOST_MISTAKES = 100;
    /** Nothing in a flow is longer; how long each text may be, the validator says. */
    private static final int LONGEST_TEXT = 10_000;
    /** Of any list, so that nothing that is made of a document is much larger than it. */
    private static final int MOST_ELEMENTS = 1_000;
    /** Of a field's name in the name of a place. */
    private static final int LONGEST_WORD = 100;

    private final JsonNode json;
    private final String name;
    private final List<Mistake> mistakes;

    private Place(JsonNode json, String name, List<Mistake> mistakes) {
        this.json = json;
        this.name = name;
        this.mistakes = mistakes;
    }

    /** The whole document. @param mistakes gets what is wrong */
    static Place root(JsonNode json, String name, List<Mistake> mistakes) {
        return new Place(json, name, mistakes);
    }

    void wrong(String message) {
        if (mistakes.size() < MOST_MISTAKES) {
            mistakes.add(new Mistake(name, message));
        }
    }

    Place at(String field) {
        String word = field.length() <= LONGEST_WORD ? field : field.substring(0, LONGEST_WORD) + "...";
        return new Place(json.path(field), name + "." + word, mistakes);
    }

    boolean has(String field) {
        return json.has(field);
    }

    /** Whether it is an object with no other fields than these. */
    boolean isObjectOf(Set<String> fields) {
        if (!json.isObject()) {
            wrong("is not an object");
            return false;
        }
        json.fieldNames().forEachRemaining(field -> {
            if (!fields.contains(field)) {
                at(field).wrong("is not known here");
            }
        });
        return true;
    }

    /** The fields of an object; none when it is left out. */
    List<String> fields() {
        List<String> fields = new ArrayList<>();
        if (json.size() > MOST_ELEMENTS) {
            wrong("has more than " + MOST_ELEMENTS + " fields");
        } else if (json.isObject()) {
            json.fieldNames().forEachRemaining(fields::add);
            if (fields.removeIf(field -> field.codePoints().anyMatch(Place::isUnreadable))) {
                wrong("has a field whose name has a character that is no part of a text");
            }
        } else if (!json.isMissingNode()) {
            wrong("is not an object");
        }
        return fields;
    }

    /** The elements of a list; none when it is left out. */
    List<Place> elements() {
        List<Place> elements = new ArrayList<>();
        if (json.size() > MOST_ELEMENTS) {
            wrong("has more than " + MOST_ELEMENTS + " elements");
        } else if (json.isArray()) {
            for (int i = 0; i < json.size(); i++) {
                elements.add(new Place(json.get(i), name + "[" + i + "]", mistakes));
            }
        } else if (!json.isMissingNode()) {
            wrong("is not a list");
        }
        return elements;
    }

    String text() {
        if (!json.isTextual()) {
            wrong(json.isMissingNode() ? "must be given" : "is not a text");
            return "";
        }
        String text = json.asText();
        if (text.length() > LONGEST_TEXT) {
            wrong("is longer than " + LONGEST_TEXT + " characters");
            return "";
        }
        if (text.codePoints().anyMatch(Place::isUnreadable)) {
            wrong("has a character that is no part of a text");
            return "";
        }
        return text;
    }

    /** Controls, and halves of characters. */
    private static boolean isUnreadable(int c) {
        return Character.isISOControl(c) || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    /** The id of a node; nowhere when it is left out. */
    String exit() {
        return json.isMissingNode() ? Exit.NOWHERE : text();
    }

    List<String> texts() {
        return elements().stream().map(Place::text).toList();
    }

    Template template() {
        try {
            return Template.parse(text());
        } catch (IllegalArgumentException e) {
            wrong(String.valueOf(e.getMessage()));
            return new Template(List.of());
        }
    }

    String variable() {
        String text = text();
        if (json.isTextual() && !Template.isName(text)) {
            wrong("is no name of a variable: a small letter, then letters, digits and _, 40 at most");
        }
        return text;
    }

    char key() {
        String text = text();
        if (json.isTextual() && !isKey(text)) {
            wrong("is no key: 0 to 9, * or #");
        }
        return isKey(text) ? text.charAt(0) : '0';
    }

    static boolean isKey(String text) {
        return text.length() == 1 && "0123456789*#".contains(text);
    }

    int integer() {
        if (!json.canConvertToExactIntegral() || !json.canConvertToInt()) {
            wrong(json.isMissingNode() ? "must be given" : "is not a whole number");
            return 0;
        }
        return json.intValue();
    }

    long id() {
        if (!json.canConvertToExactIntegral() || !json.canConvertToLong() || json.longValue() < 1) {
            wrong("is not a number from 1 on");
            return 1;
        }
        return json.longValue();
    }

    Duration seconds() {
        return Duration.ofSeconds(integer());
    }

    /** Reads a text as something of time. @param otherwise what is answered when it is none @param message what it should be */
    <T> T parse(Function<String, T> reader, T otherwise, String message) {
        String text = text();
        try {
            return json.isTextual() ? reader.apply(text) : otherwise;
        } catch (DateTimeException e) {
            wrong(message);
            return otherwise;
        }
    }
}
