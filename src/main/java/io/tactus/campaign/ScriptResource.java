package io.tactus.campaign;

import io.tactus.access.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What agents say: the campaign's script. */
@Path("/api/campaigns/{id}/script")
@Tag(name = "Campaigns")
public class ScriptResource {
    /** The script's text; the pages know its few marks, see the guide for campaign managers. */
    public record Script(@NotNull @Size(max = 50_000) String text) {}

    private final Scripts scripts;

    ScriptResource(Scripts scripts) {
        this.scripts = scripts;
    }

    /** The script. */
    @GET
    @RolesAllowed({Roles.SUPERVISOR, Roles.MANAGER, Roles.COMPLIANCE})
    @Operation(summary = "The campaign's script")
    public Script get(long id) {
        return new Script(scripts.get(id));
    }

    /** Another script. */
    @PUT
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Change the script; agents see it with their next call")
    public Script put(long id, @Valid @NotNull Script script) {
        scripts.put(id, script.text());
        return script;
    }
}
