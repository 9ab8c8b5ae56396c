package io.tactus.access;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.tactus.access.TokenStore.Holder;
import jakarta.enterprise.context.RequestScoped;

/** The person behind the request. */
@RequestScoped
public class CurrentUser {
    private final SecurityIdentity identity;

    CurrentUser(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Whether a person is behind the request at all. */
    public boolean isSomebody() {
        return !identity.isAnonymous();
    }

    /** The account's id; also the agent's id for an agent. */
    public long id() {
        return holder().userId();
    }

    /** The account's name, for histories and audits. */
    public String name() {
        return holder().username();
    }

    /** Whether the person has this role. */
    public boolean has(String role) {
        return identity.hasRole(role);
    }

    private Holder holder() {
        if (identity.getAttribute(TokenIdentityProvider.HOLDER) instanceof Holder holder) {
            return holder;
        }
        throw new UnauthorizedException();
    }
}
