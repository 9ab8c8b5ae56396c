package io.tactus.alert;

import io.tactus.access.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Alerts over REST; the open ones are pushed by {@link AlertSocket}. */
@Path("/api/alerts")
@Tag(name = "Alerts")
@RolesAllowed({Roles.SUPERVISOR, Roles.MANAGER, Roles.COMPLIANCE, Roles.ADMINISTRATOR})
public class AlertResource {
    /** A setting as it is chosen. */
    public record Choice(@NotNull String role, @NotNull AlertKind kind, boolean active, double threshold) {}

    private final Alerts alerts;

    AlertResource(Alerts alerts) {
        this.alerts = alerts;
    }

    /** What there was. */
    @GET
    @Operation(summary = "Alerts of one's roles in the last thirty days, the latest first; pages by id")
    public List<AlertStore.Event> history(
            @QueryParam("before") @DefaultValue("0") @Min(0) long before,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit) {
        return alerts.history(before, limit);
    }

    /** What one is alerted of. */
    @GET
    @Path("settings")
    @Operation(summary = "What one's roles are alerted of")
    public List<Alerts.SettingView> settings() {
        return alerts.settings();
    }

    /** Chooses it. */
    @PUT
    @Path("settings")
    @Operation(summary = "Choose what a role of one's own is alerted of, and from which threshold on")
    public List<Alerts.SettingView> set(@Valid @NotNull Choice choice) {
        return alerts.set(choice.role(), choice.kind(), choice.active(), choice.threshold());
    }
}
