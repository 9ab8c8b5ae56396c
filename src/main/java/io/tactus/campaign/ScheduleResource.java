package io.tactus.campaign;

import io.tactus.access.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Schedules of a campaign over REST. */
@Path("/api/campaigns/{id}/schedules")
@Tag(name = "Campaigns")
public class ScheduleResource {
    /** All schedules of a campaign; it runs when any of them says so. */
    public record RunTimes(@NotNull @Size(max = 50) List<@Valid @NotNull RunTime> schedules) {}

    private final Schedules schedules;

    ScheduleResource(Schedules schedules) {
        this.schedules = schedules;
    }

    /** When it runs. */
    @GET
    @RolesAllowed({Roles.SUPERVISOR, Roles.MANAGER})
    @Operation(summary = "When the campaign runs by itself")
    public RunTimes get(long id) {
        return new RunTimes(schedules.of(id));
    }

    /** When it shall run. */
    @PUT
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Replace all schedules; an empty list leaves the campaign to people")
    public RunTimes replace(long id, @Valid @NotNull RunTimes times) {
        return new RunTimes(schedules.replace(id, times.schedules()));
    }
}
