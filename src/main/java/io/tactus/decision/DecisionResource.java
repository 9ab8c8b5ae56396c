package io.tactus.decision;

import io.tactus.access.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Pacing decisions over REST. */
@Path("/api/campaigns/{id}/decisions")
@Tag(name = "Campaigns")
public class DecisionResource {
    private final Decisions decisions;

    DecisionResource(Decisions decisions) {
        this.decisions = decisions;
    }

    /** The decisions of some time. */
    @GET
    @RolesAllowed({Roles.SUPERVISOR, Roles.MANAGER, Roles.COMPLIANCE})
    @Operation(summary = "Pacing decisions of the last day, the latest first: how many calls were launched, and why")
    public List<DecisionView> list(
            long id,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1_000) int limit) {
        return decisions.list(id, Optional.ofNullable(from), Optional.ofNullable(to), limit);
    }

    /** The live policy against its shadow. */
    @GET
    @Path("comparison")
    @RolesAllowed({Roles.SUPERVISOR, Roles.MANAGER, Roles.COMPLIANCE})
    @Operation(summary = "The live policy against its shadow, the shadow that computed last first; empty without one")
    public List<Comparison> compare(
            long id, @QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
        return decisions.compare(id, Optional.ofNullable(from), Optional.ofNullable(to));
    }
}
