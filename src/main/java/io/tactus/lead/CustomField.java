package io.tactus.lead;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/** A field that a list adds to its leads. */
public record CustomField(
        @NotNull
        @Pattern(regexp = "[A-Za-z][A-Za-z0-9_ ]{0,59}", message = "a letter, then letters, digits, _ or spaces")
        String name,

        @NotNull @Pattern(regexp = "text|number|date|boolean", message = "text, number, date or boolean")
        String type) {

    /** The text as a value of this field's type, as JSON has it; empty when it is none. */
    public Optional<Object> read(String text) {
        return switch (type) {
            case "text" -> Optional.of(text);
            case "number" -> number(text);
            case "date" -> date(text);
            case "boolean" -> truth(text);
            default -> throw new IllegalStateException("unknown type " + type + " of custom field " + name);
        };
    }

    private static Optional<Object> number(String text) {
        try {
            return text.length() > 40 ? Optional.empty() : Optional.of(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Object> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text).toString());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<Object> truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1" -> Optional.of(true);
            case "false", "no", "0" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** What a value of this type looks like. */
    public String expected() {
        return switch (type) {
            case "number" -> "a number such as 12.50";
            case "date" -> "a date such as 2026-11-30";
            case "boolean" -> "true or false";
            default -> "a text";
        };
    }
}
