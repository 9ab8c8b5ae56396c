package io.tactus.lab.past;

import io.tactus.access.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A campaign's past, for the laboratory. There are no numbers, names or leads in it. */
@Path("/api/campaigns/{id}")
@Tag(name = "Laboratory")
@RolesAllowed({Roles.MANAGER, Roles.ADMINISTRATOR})
public class PastResource {
    private static final String YAML = "application/yaml";

    private final Pasts pasts;

    PastResource(Pasts pasts) {
        this.pasts = pasts;
    }

    /** A world as YAML. */
    @GET
    @Path("scenario")
    @Produces(YAML)
    @Operation(summary = "A world for ./tactus lab, fitted to the campaign's last days; JSON by Accept")
    public String yaml(long id, @QueryParam("days") @DefaultValue("7") @Min(1) @Max(60) int days) {
        return pasts.yaml(id, days);
    }

    /** A world as JSON. */
    @GET
    @Path("scenario")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "A world for ./tactus lab, fitted to the campaign's last days; JSON by Accept")
    public String json(long id, @QueryParam("days") @DefaultValue("7") @Min(1) @Max(60) int days) {
        return pasts.scenario(id, days).toString();
    }
}
