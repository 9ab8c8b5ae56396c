package io.tactus.agent.callback;

import io.tactus.access.Roles;
import io.tactus.platform.EngineClock;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Promised calls, for those who look after agents. */
@Path("/api/callbacks")
@Tag(name = "Callbacks")
@RolesAllowed({Roles.SUPERVISOR, Roles.MANAGER})
public class CallbackResource {
    private final Callbacks callbacks;
    private final EngineClock clock;

    CallbackResource(Callbacks callbacks, EngineClock clock) {
        this.callbacks = callbacks;
        this.clock = clock;
    }

    /** Promised calls. */
    @GET
    @Operation(
            summary =
                    "Promised calls that are not done, the first due first; those due within so many hours, 0 for the overdue ones")
    public List<CallbackView> list(
            @QueryParam("agentId") @DefaultValue("0") long agentId,
            @QueryParam("hours") @DefaultValue("168") @Min(0) @Max(4_320) int hours,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit) {
        return callbacks.list(agentId, clock.instant().plus(Duration.ofHours(hours)), limit);
    }

    /** Nobody calls. */
    @DELETE
    @Path("{id}")
    @Operation(summary = "Cancel a promised call; its lead is done")
    public void cancel(long id) {
        callbacks.cancel(id, 0);
    }
}
