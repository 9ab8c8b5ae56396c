package io.tactus.access;

import io.quarkus.security.Authenticated;
import io.tactus.problem.ProblemException;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** One's own API tokens. No token may make another: {@link Scopes} does not list this path. */
@Path("/api/tokens")
@Tag(name = "API tokens")
@Authenticated
public class TokenResource {
    /** A token to be made. @param days how long it is valid */
    public record TokenForm(
            @NotBlank @Size(max = 100) String label,
            @NotEmpty Set<String> scopes,
            @Min(1) @Max(366) int days) {}

    /** A token without its secret. */
    public record TokenView(
            long id,
            String label,
            List<String> scopes,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant lastUsedAt) {}

    /** A new token; its secret is shown this once. */
    public record NewToken(long id, String token) {}

    private final TokenStore tokens;
    private final CurrentUser me;
    private final Audit audit;

    TokenResource(TokenStore tokens, CurrentUser me, Audit audit) {
        this.tokens = tokens;
        this.me = me;
        this.audit = audit;
    }

    /** One's tokens. */
    @GET
    @Transactional
    @Operation(summary = "My API tokens")
    public List<TokenView> list() {
        return AccessToken.<AccessToken>list("userId = ?1 and kind = 'api' order by id", me.id()).stream()
                .map(token -> new TokenView(
                        token.id == null ? 0 : token.id,
                        token.label,
                        List.of(token.scopes),
                        token.createdAt,
                        token.expiresAt,
                        token.lastUsedAt))
                .toList();
    }

    /** A new token. */
    @POST
    @Transactional
    @ResponseStatus(201)
    @Operation(summary = "Make an API token; its secret is shown this once")
    public NewToken create(@Valid @NotNull TokenForm form) {
        if (!Scopes.all().containsAll(form.scopes())) {
            throw ProblemException.invalid("scopes", "known scopes are " + Scopes.all());
        }
        Secret secret = Secret.random(Secret.API_PREFIX);
        long id = tokens.add(me.id(), false, form.label(), secret, form.scopes(), form.days() * 24);
        audit.deed(id, "scopes " + new TreeSet<>(form.scopes()));
        return new NewToken(id, secret.text());
    }

    /** Revokes a token. */
    @DELETE
    @Path("{id}")
    @Transactional
    @Operation(summary = "Revoke one of my API tokens")
    public void revoke(long id) {
        if (AccessToken.delete("id = ?1 and userId = ?2 and kind = 'api'", id, me.id()) == 0) {
            throw ProblemException.notFound("API token of yours", id);
        }
        audit.deed(id, "");
    }
}
