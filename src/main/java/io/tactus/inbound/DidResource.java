package io.tactus.inbound;

import io.tactus.access.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** The numbers that people may dial. */
@Path("/api/dids")
@Tag(name = "Inbound")
@RolesAllowed({Roles.SUPERVISOR, Roles.MANAGER, Roles.COMPLIANCE})
public class DidResource {
    /** A number. @param campaignId the queue that it leads to @param number without a country code it belongs to the queue's default region */
    public record DidForm(
            long campaignId,
            @NotBlank @Size(max = 40) String number,
            @Nullable @Size(max = 200) String description) {}

    private final Dids dids;

    DidResource(Dids dids) {
        this.dids = dids;
    }

    /** All, or those of a queue. */
    @GET
    @Operation(summary = "The numbers that people may dial; of one queue by campaignId")
    public List<Did> list(@QueryParam("campaignId") long campaignId) {
        return dids.list(campaignId);
    }

    /** Another one. */
    @POST
    @ResponseStatus(201)
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Let a number lead to a queue, a campaign of mode inbound")
    public Did add(@Valid @NotNull DidForm form) {
        String description = form.description();
        return dids.add(form.campaignId(), form.number(), description == null ? "" : description);
    }

    /** One less. */
    @DELETE
    @Path("{id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Let a number lead nowhere; who dials it is refused")
    public void remove(long id) {
        dids.remove(id);
    }
}
