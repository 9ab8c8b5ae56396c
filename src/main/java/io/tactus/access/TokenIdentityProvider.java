package io.tactus.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.tactus.access.TokenStore.Holder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;

/** Turns a secret into a person with roles, by the table of tokens. */
@ApplicationScoped
class TokenIdentityProvider implements IdentityProvider<TokenCredential> {
    static final String HOLDER = "tactus.holder";

    private final TokenStore tokens;

    TokenIdentityProvider(TokenStore tokens) {
        this.tokens = tokens;
    }

    @Override
    public Class<TokenCredential> getRequestType() {
        return TokenCredential.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(TokenCredential credential, AuthenticationRequestContext context) {
        return context.runBlocking(() -> identify(credential));
    }

    @ActivateRequestContext
    SecurityIdentity identify(TokenCredential credential) {
        Holder holder = tokens.find(credential.secret())
                .filter(found -> found.session() == credential.cookie())
                .orElseThrow(() -> new AuthenticationFailedException("unknown or expired token"));
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(holder.username()))
                .addRoles(holder.roles())
                .addAttribute(HOLDER, holder)
                .build();
    }
}
