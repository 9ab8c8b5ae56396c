package io.tactus.access;

import io.tactus.access.AuditTrail.Page;
import io.tactus.access.AuditTrail.Query;
import io.tactus.problem.Parameters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The audit over REST, for reading only. */
@Path("/api/audit")
@Tag(name = "Audit")
public class AuditResource {
    private final AuditTrail trail;

    AuditResource(AuditTrail trail) {
        this.trail = trail;
    }

    /** Finds events. */
    @GET
    @RolesAllowed({Roles.COMPLIANCE, Roles.ADMINISTRATOR})
    @Operation(summary = "Who changed what, the latest first; pages by id")
    public Page find(
            @QueryParam("actor") @DefaultValue("") String actor,
            @QueryParam("action") @DefaultValue("") String action,
            @QueryParam("entity") @DefaultValue("") String entity,
            @QueryParam("entityId") @Nullable Long entityId,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("before") @DefaultValue("0") @Min(0) long before,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
        return trail.find(new Query(
                actor,
                action,
                entity,
                entityId,
                Parameters.instant("from", from),
                Parameters.instant("to", to),
                before,
                limit));
    }
}
