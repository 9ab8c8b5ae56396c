package io.tactus.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.tactus.problem.Problem.FieldError;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hibernate.exception.ConstraintViolationException.ConstraintKind;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every exception that leaves a resource becomes a problem document here. */
public final class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    Response refused(ProblemException e, UriInfo uri) {
        return respond(e.toProblem(uri.getPath()));
    }

    @ServerExceptionMapper
    Response notLoggedIn(UnauthorizedException e, UriInfo uri) {
        return respond(401, "Log in, or send an API token.", uri);
    }

    @ServerExceptionMapper
    Response wrongCredentials(AuthenticationFailedException e, UriInfo uri) {
        return respond(401, "The token is not valid, was revoked or has expired.", uri);
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e, UriInfo uri) {
        return respond(403, "Your roles or the scopes of your token do not allow this.", uri);
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException e, UriInfo uri) {
        List<FieldError> errors = e.getConstraintViolations().stream()
                .map(violation -> new FieldError(field(violation), violation.getMessage()))
                .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::message))
                .toList();
        return respond(new Problem(Problem.title(400), 400, "Some fields are not valid.", uri.getPath(), errors));
    }

    /** The path without the names of method and parameter, which are ours and not the client's. */
    private static String field(ConstraintViolation<?> violation) {
        List<Path.Node> nodes = new ArrayList<>();
        violation.getPropertyPath().forEach(nodes::add);
        StringBuilder path = new StringBuilder();
        for (Path.Node node : nodes) {
            boolean ours = node.getKind() == ElementKind.METHOD
                    || (node.getKind() == ElementKind.PARAMETER && nodes.size() > 2)
                    || node.getKind() == ElementKind.CONTAINER_ELEMENT
                    || node.getName() == null;
            if (node.getIndex() != null) {
                path.append('[').append(node.getIndex()).append(']');
            }
            if (!ours) {
                path.append(path.isEmpty() ? "" : ".").append(node.getName());
            }
        }
        return path.isEmpty() ? "body" : path.toString();
    }

    @ServerExceptionMapper
    Response malformed(JsonProcessingException e, UriInfo uri) {
        return respond(new Problem(
                Problem.title(400), 400, "The body is not the JSON that is expected here.", uri.getPath(), errors(e)));
    }

    /** For Jackson's own mapper in Quarkus, which would otherwise be the more specific one. */
    @ServerExceptionMapper
    Response mismatched(MismatchedInputException e, UriInfo uri) {
        return malformed(e, uri);
    }

    private static List<FieldError> errors(JsonProcessingException e) {
        String where = e instanceof JsonMappingException mapping ? field(mapping) : "body";
        return List.of(new FieldError(
                where,
                switch (e) {
                    case UnrecognizedPropertyException unknown -> "is not a field of this request";
                    case InvalidFormatException format ->
                        "cannot be read as " + format.getTargetType().getSimpleName();
                    case MismatchedInputException mismatch -> "has the wrong type";
                    case JsonMappingException mapping -> "cannot be read";
                    default ->
                        "is not well-formed JSON at line %d, column %d"
                                .formatted(
                                        e.getLocation() == null
                                                ? 0
                                                : e.getLocation().getLineNr(),
                                        e.getLocation() == null
                                                ? 0
                                                : e.getLocation().getColumnNr());
                }));
    }

    private static String field(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference reference : e.getPath()) {
            if (reference.getFieldName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
            }
        }
        return path.isEmpty() ? "body" : path.toString();
    }

    @ServerExceptionMapper
    Response stale(OptimisticLockException e, UriInfo uri) {
        return respond(409, "Somebody else changed this at the same time. Read it again and repeat your change.", uri);
    }

    @ServerExceptionMapper
    Response constraint(org.hibernate.exception.ConstraintViolationException e, UriInfo uri) {
        String detail = e.getKind() == ConstraintKind.UNIQUE
                ? "This exists already."
                : "The database's rules do not allow this: " + e.getConstraintName() + ".";
        return respond(409, detail, uri);
    }

    @ServerExceptionMapper
    Response web(WebApplicationException e, UriInfo uri) {
        int status = e.getResponse().getStatus();
        if (e.getCause() instanceof JsonProcessingException json) {
            return malformed(json, uri);
        }
        String detail = switch (status) {
            case 400 -> "The request cannot be read.";
            case 404 -> "There is nothing at this address, or a value in it has the wrong form.";
            case 405 ->
                "This address does not know the method. Allowed: "
                        + e.getResponse().getAllowedMethods() + ".";
            case 406 -> "This address cannot answer with a type that you accept.";
            case 413 -> "The request is too large.";
            case 415 -> "This address does not take a body of that type.";
            default -> String.valueOf(e.getMessage());
        };
        return respond(status, detail, uri);
    }

    @ServerExceptionMapper
    Response unexpected(Exception e, UriInfo uri) {
        LOG.errorf(e, "%s failed", uri.getPath());
        return respond(500, "The engine could not do this; the log says why.", uri);
    }

    private static Response respond(int status, String detail, UriInfo uri) {
        return respond(Problem.of(status, detail, uri.getPath()));
    }

    private static Response respond(Problem problem) {
        Response.ResponseBuilder response =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        return problem.status() == 401
                ? response.header("WWW-Authenticate", "Bearer").build()
                : response.build();
    }
}
