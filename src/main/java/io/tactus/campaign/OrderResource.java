package io.tactus.campaign;

import io.tactus.access.CurrentUser;
import io.tactus.access.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** In what order a campaign dials its leads. */
@Path("/api/campaigns/{id}/order")
@Tag(name = "Campaigns")
@RolesAllowed({Roles.SUPERVISOR, Roles.MANAGER, Roles.COMPLIANCE})
public class OrderResource {
    private final CampaignOrders orders;
    private final CurrentUser me;

    OrderResource(CampaignOrders orders, CurrentUser me) {
        this.orders = orders;
        this.me = me;
    }

    /** As it is. */
    @GET
    @Operation(summary = "The order of the campaign's leads, and the shares of its lists where they are mixed")
    public CampaignOrders.View get(long id) {
        return orders.get(id);
    }

    /** From now on. */
    @PUT
    @RolesAllowed(Roles.MANAGER)
    @Operation(
            summary = "Let the campaign dial its leads in this order",
            description =
                    "Priority comes first, then the mix of the lists, then the order. Leads that are in the hopper"
                            + " already are dialled before.")
    public CampaignOrders.View put(long id, @Valid @NotNull CampaignOrders.Wanted wanted) {
        orders.put(id, wanted, me.name());
        return get(id);
    }
}
