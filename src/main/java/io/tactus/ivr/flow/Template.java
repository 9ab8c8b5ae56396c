package io.tactus.ivr.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Text with variables in braces: {@code Good morning, {firstName}}. A brace that belongs to no variable cannot be written. */
public record Template(List<Part> parts) {
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9_]{0,39}");

    /** A part of a template. */
    public sealed interface Part {}

    /** Text as it is. */
    public record Literal(String text) implements Part {}

    /** The value of a variable. */
    public record Value(String variable) implements Part {}

    /** Copies the list. */
    public Template {
        parts = List.copyOf(parts);
    }

    /** Whether a variable may be called so: a small letter first, 40 letters, digits and {@code _} at most. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** Reads a template. @throws IllegalArgumentException whose message says what is wrong, to be read after the place of the text */
    public static Template parse(String text) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf('{', at);
            int end = open < 0 ? text.length() : open;
            if (text.substring(at, end).contains("}")) {
                throw new IllegalArgumentException("has a } without a {");
            }
            if (end > at) {
                parts.add(new Literal(text.substring(at, end)));
            }
            if (open < 0) {
                break;
            }
            int close = text.indexOf('}', open);
            if (close < 0) {
                throw new IllegalArgumentException("has a { without a }");
            }
            String name = text.substring(open + 1, close);
            if (!isName(name)) {
                throw new IllegalArgumentException(
                        "has something in braces that is no name of a variable: a small letter, then letters, digits and _, 40 at most");
            }
            parts.add(new Value(name));
            at = close + 1;
        }
        return new Template(parts);
    }

    /** As it was written. */
    public String text() {
        return with(name -> "{" + name + "}");
    }

    /** The text. @param value what stands for a variable */
    public String with(UnaryOperator<String> value) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            text.append(
                    switch (part) {
                        case Literal literal -> literal.text();
                        case Value variable -> value.apply(variable.variable());
                    });
        }
        return text.toString();
    }

    /** Its variables, in the order in which they stand. */
    public List<String> reads() {
        return parts.stream()
                .filter(Value.class::isInstance)
                .map(part -> ((Value) part).variable())
                .distinct()
                .toList();
    }
}
