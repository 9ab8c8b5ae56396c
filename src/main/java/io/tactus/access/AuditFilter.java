package io.tactus.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.BlockingOperationControl;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.tactus.access.AuditedRequest.Actor;
import io.tactus.access.AuditedRequest.Asked;
import io.tactus.access.TokenStore.Holder;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Has every request that changes something, or opens the sound of a talk, written to the audit, whatever came of it. Left out are an
 * agent's own desk, whose every step is in the history of agents and attempts, save that a lead is changed there, and the refusals of those who are not logged in, with
 * which anybody could fill the table; a wrong password is noted, further tries of a name that must wait are not.
 */
class AuditFilter {
    private static final String DESK = "agent";
    /** What an agent does at the desk to a lead. */
    private static final String CORRECTION = "/api/agent/customer";

    private static final String LOG_IN = "POST /api/session";
    private static final Set<Integer> MADE = Set.of(201, 202);
    private static final int UNAUTHORIZED = 401;
    private static final int TOO_MANY = 429;

    private final Audit audit;
    private final AuditedRequest request;
    private final ObjectMapper json;

    AuditFilter(Audit audit, AuditedRequest request, ObjectMapper json) {
        this.audit = audit;
        this.request = request;
        this.json = json;
    }

    @ServerRequestFilter
    public void before(ContainerRequestContext context, ResourceInfo resource, RoutingContext routing) {
        describe(context, resource, routing);
    }

    @ServerResponseFilter
    public @Nullable Uni<Void> after(
            ContainerRequestContext context,
            ContainerResponseContext response,
            ResourceInfo resource,
            RoutingContext routing) {
        // A request that was refused before it came to the filter above.
        if (request.asked().action().isEmpty()) {
            describe(context, resource, routing);
        }
        int status = response.getStatus();
        Asked asked = request.asked();
        boolean wrongPassword = asked.action().equals(LOG_IN) && status == UNAUTHORIZED;
        boolean nobody = request.actor().userId() == null && !wrongPassword;
        if (asked.action().isEmpty() || nobody || status == TOO_MANY) {
            return null;
        }
        Optional<Long> created = MADE.contains(status) ? idOf(response.getEntity()) : Optional.empty();
        if (BlockingOperationControl.isBlockingAllowed()) {
            audit.served(status, created);
            return null;
        }
        return Uni.createFrom()
                .<Void>item(() -> {
                    audit.served(status, created);
                    return null;
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private void describe(ContainerRequestContext context, ResourceInfo resource, RoutingContext routing) {
        if (resource.getResourceMethod() == null) {
            return;
        }
        String path = template(resource);
        if (Scopes.onlyReads(context.getMethod(), path) && !opensSound(path)) {
            return;
        }
        List<String> parts = List.of(path.split("/"));
        boolean correction = path.equals(CORRECTION);
        if (parts.size() < 3 || parts.get(2).equals(DESK) && !correction) {
            return;
        }
        request.asks(new Asked(
                context.getMethod() + " " + path,
                correction ? "leads" : parts.get(2),
                number(context.getUriInfo().getPathParameters().getFirst("id")),
                routing.request().remoteAddress().hostAddress()));
        if (routing.get(RequestPolicy.HOLDER) instanceof Holder holder) {
            request.by(Actor.of(holder));
        }
    }

    /** What people said is heard by nobody unseen. */
    private static boolean opensSound(String path) {
        boolean sound = path.endsWith("/audio") || path.endsWith("/file");
        return sound && !path.startsWith("/api/prompts");
    }

    /** The path as it is declared, for example {@code /api/campaigns/{id}/start}. */
    private static String template(ResourceInfo resource) {
        Path above = resource.getResourceClass().getAnnotation(Path.class);
        Path own = resource.getResourceMethod().getAnnotation(Path.class);
        String base = above == null ? "" : above.value();
        return own == null ? base : base + (own.value().startsWith("/") ? "" : "/") + own.value();
    }

    private static @Nullable Long number(@Nullable String text) {
        try {
            return text == null ? null : Long.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private Optional<Long> idOf(@Nullable Object entity) {
        JsonNode id = json.valueToTree(entity).path("id");
        return id.isIntegralNumber() ? Optional.of(id.longValue()) : Optional.empty();
    }
}
