package io.tactus.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/** Problems of requests that never reach a resource: too large, of unknown length, refused by a policy, or to no address at all. */
@ApplicationScoped
final class ProblemRoutes {
    private static final long MAX_BODY_BYTES = 1 << 20;
    private static final int BEFORE_BODIES_ARE_READ = -1_000;
    private static final Set<HttpMethod> WITH_BODY = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);

    private final ObjectMapper json;

    ProblemRoutes(ObjectMapper json) {
        this.json = json;
    }

    void register(@Observes Router router) {
        router.route("/api/*")
                .order(BEFORE_BODIES_ARE_READ)
                .handler(this::limitBody)
                .failureHandler(this::failed);
        router.route("/api/*").last().handler(context -> end(context, 404, "There is nothing at this address."));
    }

    /** Uploads have the server's own limit; every other body must say its length and be small. */
    private void limitBody(RoutingContext context) {
        if (!WITH_BODY.contains(context.request().method()) || isUpload(context.normalizedPath())) {
            context.next();
            return;
        }
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null && context.request().getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
            end(context, 411, "Send the body with its Content-Length.");
        } else if (length != null && (length.length() > 18 || Long.parseLong(length) > MAX_BODY_BYTES)) {
            end(context, 413, "The body may have at most " + MAX_BODY_BYTES + " bytes.");
        } else {
            context.next();
        }
    }

    private static boolean isUpload(String path) {
        return path.startsWith("/api/lists/") && path.endsWith("/imports")
                || path.equals("/api/imports/preview")
                || path.equals("/api/prompts")
                || path.equals("/api/dnc/upload");
    }

    private void failed(RoutingContext context) {
        if (context.response().headWritten()) {
            context.next();
            return;
        }
        switch (context.failure()) {
            case AuthenticationFailedException e ->
                end(context, 401, "The token is not valid, was revoked or has expired.");
            case UnauthorizedException e -> end(context, 401, "Log in, or send an API token.");
            case ForbiddenException e -> end(context, 403, "Your roles or the scopes of your token do not allow this.");
            case null -> {
                if (context.statusCode() == 413) {
                    end(context, 413, "The request is too large.");
                } else {
                    context.next();
                }
            }
            default -> {
                if (context.statusCode() >= 400 && context.statusCode() < 500) {
                    end(context, context.statusCode(), "The request cannot be read.");
                } else {
                    context.next();
                }
            }
        }
    }

    private void end(RoutingContext context, int status, String detail) {
        HttpServerResponse response = context.response();
        if (response.ended()) {
            return;
        }
        response.setStatusCode(status).putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        if (status == 401) {
            response.putHeader("WWW-Authenticate", "Bearer");
        }
        if (status == 411 || status == 413) {
            response.putHeader(HttpHeaders.CONNECTION, "close");
        }
        try {
            response.end(json.writeValueAsString(Problem.of(status, detail, context.normalizedPath())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem document is always JSON", e);
        }
    }
}
