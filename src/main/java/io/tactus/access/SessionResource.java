package io.tactus.access;

import io.quarkus.security.Authenticated;
import io.tactus.problem.ProblemException;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Log in, log out, and who one is. */
@Path("/api/session")
@Tag(name = "Session")
public class SessionResource {
    /** A name and a password. */
    public record Login(
            @NotNull @Size(max = 64) String username,
            @NotNull @Size(max = 200) String password) {}

    /** A new password for oneself. */
    public record PasswordChange(
            @NotNull @Size(max = 200) String present,
            @NotNull @Size(min = 10, max = 72) String next) {}

    private final Accounts accounts;
    private final TokenStore tokens;
    private final CurrentUser me;
    private final LoginGuard guard;
    private final Audit audit;

    SessionResource(Accounts accounts, TokenStore tokens, CurrentUser me, LoginGuard guard, Audit audit) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.me = me;
        this.guard = guard;
        this.audit = audit;
    }

    /** Logs in. */
    @POST
    @PermitAll
    @Operation(summary = "Log in; the answer sets the session's cookie")
    public UserView logIn(@Valid @NotNull Login login, RoutingContext context) {
        String address = context.request().remoteAddress().hostAddress();
        String name = login.username().toLowerCase(Locale.ROOT);
        if (!guard.throttle().allows(name, address)) {
            throw ProblemException.of(429, "Too many failed log-ins. Try again in a quarter of an hour.");
        }
        audit.logInAs(accounts.find(login.username()));
        UserAccount account = accounts.authenticate(login.username(), login.password())
                .orElseThrow(() -> {
                    guard.throttle().failed(name, address);
                    return ProblemException.of(401, "The name or the password is wrong.");
                });
        guard.throttle().succeeded(name);
        audit.logInBy(account);
        Secret secret = Secret.random("");
        tokens.add(Accounts.idOf(account), true, "", secret, Set.of(), tokens.sessionHours());
        context.response().addCookie(cookie(secret.text(), context.request()));
        return UserView.of(account);
    }

    /** Logs out. */
    @DELETE
    @PermitAll
    @Operation(summary = "Log out")
    public void logOut(RoutingContext context) {
        Cookie cookie = context.request().getCookie(TokenAuthentication.COOKIE);
        if (cookie != null) {
            tokens.remove(new Secret(cookie.getValue()));
        }
        context.response().addCookie(cookie("", context.request()).setMaxAge(0));
    }

    /** Who am I. Nobody is an answer, too: a page that opens asks this before anyone has logged in. */
    @GET
    @PermitAll
    @Operation(summary = "Who I am, with my roles; 204 for nobody")
    public @Nullable UserView whoAmI() {
        return me.isSomebody() ? UserView.of(accounts.get(me.id())) : null;
    }

    /** Changes one's own password. */
    @POST
    @Path("password")
    @Authenticated
    @Operation(summary = "Change my password; ends all my sessions")
    public void changePassword(@Valid @NotNull PasswordChange change) {
        accounts.changePassword(me.id(), change.present(), change.next());
    }

    private static Cookie cookie(String value, HttpServerRequest request) {
        return Cookie.cookie(TokenAuthentication.COOKIE, value)
                .setPath("/")
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.STRICT)
                .setSecure("https".equals(request.scheme()));
    }
}
