package io.tactus.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Finds the secret in a request: {@code Authorization: Bearer tct_...}, else the session's cookie. */
@ApplicationScoped
final class TokenAuthentication implements HttpAuthenticationMechanism {
    /** The session's cookie. */
    static final String COOKIE = "tactus_session";

    private static final String BEARER = "Bearer ";
    private static final int LONGEST_SECRET = 100;

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        String header = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null) {
            if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length()) || header.length() > LONGEST_SECRET) {
                return Uni.createFrom().failure(new AuthenticationFailedException("not a bearer token"));
            }
            return providers.authenticate(new TokenCredential(
                    new Secret(header.substring(BEARER.length()).trim()), false));
        }
        Cookie cookie = context.request().getCookie(COOKIE);
        if (cookie == null || cookie.getValue().length() > LONGEST_SECRET) {
            return Uni.createFrom().nullItem();
        }
        // A stale cookie is nobody's: the log-in page must work with one.
        return providers
                .authenticate(new TokenCredential(new Secret(cookie.getValue()), true))
                .onFailure(AuthenticationFailedException.class)
                .recoverWithNull();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(TokenCredential.class);
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return Uni.createFrom().item(new HttpCredentialTransport(HttpCredentialTransport.Type.AUTHORIZATION, "bearer"));
    }
}
