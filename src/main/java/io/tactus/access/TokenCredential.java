package io.tactus.access;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Asks whom a secret belongs to. @see TokenIdentityProvider */
final class TokenCredential extends BaseAuthenticationRequest {
    private final Secret secret;
    private final boolean cookie;

    TokenCredential(Secret secret, boolean cookie) {
        this.secret = secret;
        this.cookie = cookie;
    }

    Secret secret() {
        return secret;
    }

    /** Whether it came as a cookie, which only a session's secret may. */
    boolean cookie() {
        return cookie;
    }
}
