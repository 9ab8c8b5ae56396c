package io.tactus.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import io.tactus.access.CurrentUser;
import io.tactus.access.Roles;
import io.tactus.dialing.store.FilterStore;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Which leads of its lists a campaign dials, as typed conditions. */
@Path("/api/campaigns/{id}/filter")
@Tag(name = "Campaigns")
@RolesAllowed({Roles.SUPERVISOR, Roles.MANAGER, Roles.COMPLIANCE})
public class FilterResource {
    /** A filter. @param filter groups ({@code all}, {@code any}, {@code not}) of conditions ({@code field}, {@code operator}, {@code values}); null for none */
    public record Wanted(
            @Schema(implementation = Object.class) @Nullable JsonNode filter) {}

    private final CampaignFilters filters;
    private final LeadFields fields;
    private final CurrentUser me;

    FilterResource(CampaignFilters filters, LeadFields fields, CurrentUser me) {
        this.filters = filters;
        this.fields = fields;
        this.me = me;
    }

    /** As it is. */
    @GET
    @Operation(summary = "The campaign's filter; null when all leads of its lists are dialled")
    public Wanted get(long id) {
        return new Wanted(filters.get(id));
    }

    /** What can be asked. */
    @GET
    @Path("fields")
    @Operation(summary = "Fields of the campaign's leads, with what can be asked of them")
    public List<LeadFields.FieldView> fields(long id) {
        return fields.list(id);
    }

    /** From now on. */
    @PUT
    @RolesAllowed(Roles.MANAGER)
    @Operation(
            summary = "Let the campaign dial only leads that pass",
            description =
                    "At once, leads in the hopper included. Promised callbacks and calls by hand are made in any case.")
    public Wanted put(long id, @Valid @NotNull Wanted wanted) {
        filters.put(id, wanted.filter(), me.name());
        return get(id);
    }

    /** Before it is. */
    @POST
    @Path("count")
    @Operation(summary = "How many leads a filter lets through, before it is the campaign's")
    public FilterStore.Count count(long id, @Valid @NotNull Wanted wanted) {
        return filters.count(id, wanted.filter());
    }
}
