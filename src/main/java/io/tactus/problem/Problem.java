package io.tactus.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * An error as RFC 9457 wants it.
 *
 * @param title what kind of error
 * @param status the HTTP status
 * @param detail what was wrong and what to do
 * @param instance the path that was asked for
 * @param errors the fields at fault; left out when there are none
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(String title, int status, String detail, String instance, List<FieldError> errors) {
    /** The media type of problems. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** Copies the list. */
    public Problem {
        errors = List.copyOf(errors);
    }

    /** One field at fault. @param field its path in the request, for example {@code phones[0].number} */
    public record FieldError(String field, String message) {}

    /** A problem without fields. */
    public static Problem of(int status, String detail, String instance) {
        return new Problem(title(status), status, detail, instance, List.of());
    }

    /** The usual words for a status. */
    public static String title(int status) {
        return switch (status) {
            case 400 -> "Bad request";
            case 401 -> "Not logged in";
            case 403 -> "Not allowed";
            case 404 -> "Not found";
            case 405 -> "Method not allowed";
            case 406 -> "Not acceptable";
            case 409 -> "Conflict";
            case 411 -> "Length required";
            case 413 -> "Too large";
            case 415 -> "Unsupported media type";
            case 429 -> "Too many requests";
            case 503 -> "Not available";
            default -> status >= 500 ? "Internal error" : "Refused";
        };
    }
}
