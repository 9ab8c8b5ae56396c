package io.tactus.problem;

import io.tactus.problem.Problem.FieldError;
import java.util.List;

/** A request that cannot be answered as asked; becomes a {@link Problem}. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient List<FieldError> errors;

    private ProblemException(int status, String detail, List<FieldError> errors) {
        super(detail);
        this.status = status;
        this.errors = errors;
    }

    /** What was asked for does not exist. */
    public static ProblemException notFound(String what, Object id) {
        return new ProblemException(404, "There is no " + what + " " + id + ".", List.of());
    }

    /** The request does not fit the present state; the caller may look again and retry. */
    public static ProblemException conflict(String detail) {
        return new ProblemException(409, detail, List.of());
    }

    /** The value of one field cannot be accepted. */
    public static ProblemException invalid(String field, String message) {
        return invalid(List.of(new FieldError(field, message)));
    }

    /** The values of several fields cannot be accepted. */
    public static ProblemException invalid(List<FieldError> errors) {
        return new ProblemException(400, "Some fields are not valid.", List.copyOf(errors));
    }

    /** Another refusal. */
    public static ProblemException of(int status, String detail) {
        return new ProblemException(status, detail, List.of());
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The problem document. */
    public Problem toProblem(String instance) {
        return new Problem(Problem.title(status), status, String.valueOf(getMessage()), instance, errors);
    }
}
