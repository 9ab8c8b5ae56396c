package io.tactus.problem;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Values of a request that arrive as text. */
public final class Parameters {
    private Parameters() {}

    /** The instant of a field; null when it is not given. @throws ProblemException with 400 when it is none */
    public static @Nullable Instant instant(String field, @Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw ProblemException.invalid(field, "must be an instant such as 2026-11-22T17:00:00Z");
        }
    }
}
