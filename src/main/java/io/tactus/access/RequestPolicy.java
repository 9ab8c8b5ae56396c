package io.tactus.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.tactus.access.TokenStore.Holder;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Set;

/**
 * Asked before every request, whatever serves it: a token stays within its scopes, and a browser's session is not used by a page
 * from elsewhere. Roles are checked after this, at the endpoint.
 */
@ApplicationScoped
final class RequestPolicy implements HttpSecurityPolicy {
    /** A header that a page from elsewhere cannot send without asking the engine first. */
    static final String HEADER = "X-Tactus";
    /** Where the request keeps who it is from, for the audit. */
    static final String HOLDER = "tactus.holder";

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    public Uni<CheckResult> checkPermission(
            RoutingContext context, Uni<SecurityIdentity> identity, AuthorizationRequestContext requestContext) {
        return identity.map(who -> allows(context, who) ? CheckResult.PERMIT : CheckResult.DENY);
    }

    private static boolean allows(RoutingContext context, SecurityIdentity who) {
        if (!(who.getAttribute(TokenIdentityProvider.HOLDER) instanceof Holder holder)) {
            return true;
        }
        context.put(HOLDER, holder);
        HttpServerRequest request = context.request();
        return holder.session()
                ? comesFromOwnPage(request)
                : Scopes.needed(request.method().name(), context.normalizedPath())
                        .filter(holder.scopes()::contains)
                        .isPresent();
    }

    private static boolean comesFromOwnPage(HttpServerRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin != null) {
            return isOwn(origin, request);
        }
        boolean upgrade = request.getHeader(HttpHeaders.UPGRADE) != null;
        boolean reading = READING.contains(request.method().name());
        return (reading && !upgrade) || request.getHeader(HEADER) != null;
    }

    private static boolean isOwn(String origin, HttpServerRequest request) {
        try {
            String own = request.authority() == null ? "" : request.authority().toString();
            return own.equalsIgnoreCase(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
