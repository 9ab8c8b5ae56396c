package io.tactus.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Users, for administrators. */
@Path("/api/users")
@Tag(name = "Users")
@RolesAllowed(Roles.ADMINISTRATOR)
public class UserResource {
    private final Accounts accounts;

    UserResource(Accounts accounts) {
        this.accounts = accounts;
    }

    /** All users. */
    @GET
    @Operation(summary = "All users by name")
    public List<UserView> list() {
        return accounts.list().stream().map(UserView::of).toList();
    }

    /** One user. */
    @GET
    @Path("{id}")
    @Operation(summary = "One user")
    public UserView get(long id) {
        return UserView.of(accounts.get(id));
    }

    /** A new user. */
    @POST
    @ResponseStatus(201)
    @Operation(summary = "Create a user")
    public UserView create(@Valid @NotNull UserForm form) {
        return UserView.of(accounts.create(form));
    }

    /** Other settings for a user. */
    @PUT
    @Path("{id}")
    @Operation(summary = "Change a user; a new password or deactivation ends all sessions and tokens")
    public UserView update(long id, @Valid @NotNull UserForm form) {
        return UserView.of(accounts.update(id, form));
    }

    /** Removes a user. */
    @DELETE
    @Path("{id}")
    @Operation(summary = "Delete a user with sessions, tokens and agent")
    public void delete(long id) {
        accounts.delete(id);
    }
}
