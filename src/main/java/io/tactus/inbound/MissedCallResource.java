package io.tactus.inbound;

import io.tactus.access.CurrentUser;
import io.tactus.access.Roles;
import io.tactus.inbound.MissedCalls.MissedCall;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who called in and got nobody. Agents see those of the queues that they serve; who looks after agents sees all. */
@Path("/api/missed-calls")
@Tag(name = "Inbound")
@RolesAllowed({Roles.AGENT, Roles.SUPERVISOR, Roles.MANAGER})
public class MissedCallResource {
    private final MissedCalls calls;
    private final CurrentUser me;

    MissedCallResource(MissedCalls calls, CurrentUser me) {
        this.calls = calls;
        this.me = me;
    }

    /** 0 for who sees everybody's. */
    private long agent() {
        return me.has(Roles.SUPERVISOR) || me.has(Roles.MANAGER) ? 0 : me.id();
    }

    /** The list. */
    @GET
    @Operation(
            summary =
                    "Customers of the last thirty days who called in, got nobody, and have not been spoken with since")
    public List<MissedCall> list(
            @QueryParam("campaignId") @DefaultValue("0") long campaignId,
            @QueryParam("limit") @DefaultValue("200") @Min(1) @Max(500) int limit) {
        return calls.list(agent(), campaignId, limit);
    }

    /** Mine. */
    @POST
    @Path("{campaignId}/{leadId}/take")
    @RolesAllowed(Roles.AGENT)
    @Operation(summary = "Look after a customer who called in; nobody else can take the customer on then")
    public void take(long campaignId, long leadId) {
        calls.take(me.id(), campaignId, leadId);
    }

    /** Not mine any more. */
    @DELETE
    @Path("{campaignId}/{leadId}/take")
    @Operation(summary = "Leave the customer to the others; a supervisor or manager can take one from an agent")
    public void giveBack(long campaignId, long leadId) {
        calls.giveBack(agent(), campaignId, leadId);
    }

    /** Done. */
    @POST
    @Path("{campaignId}/{leadId}/close")
    @Operation(
            summary =
                    "Say that the customer need not be called back; goes by itself once somebody talks with the customer")
    public void close(long campaignId, long leadId) {
        calls.close(agent(), me.name(), campaignId, leadId);
    }
}
