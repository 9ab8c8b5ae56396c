package io.tactus.agent;

import io.tactus.access.Roles;
import io.tactus.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The reasons for which agents pause. */
@Path("/api/pause-codes")
@Tag(name = "Agents")
public class PauseCodeResource {
    /** All codes. */
    @GET
    @Transactional
    @RolesAllowed({Roles.AGENT, Roles.SUPERVISOR, Roles.MANAGER, Roles.ADMINISTRATOR})
    @Operation(summary = "Why agents may pause, and for how long at most")
    public List<PauseCode> list() {
        return PauseCode.list("order by code");
    }

    /** A code, new or changed. */
    @PUT
    @Transactional
    @RolesAllowed({Roles.MANAGER, Roles.ADMINISTRATOR})
    @Operation(summary = "Add a pause code, or change its label and limit")
    public PauseCode put(@Valid @NotNull PauseCode code) {
        PauseCode.<PauseCode>findByIdOptional(code.code)
                .ifPresentOrElse(
                        known -> {
                            known.label = code.label;
                            known.limitMinutes = code.limitMinutes;
                        },
                        code::persist);
        return code;
    }

    /** Removes a code. */
    @DELETE
    @Path("{code}")
    @Transactional
    @RolesAllowed({Roles.MANAGER, Roles.ADMINISTRATOR})
    @Operation(summary = "Remove a pause code; histories keep it")
    public void delete(String code) {
        if (!PauseCode.deleteById(code)) {
            throw ProblemException.of(404, "There is no pause code of this name.");
        }
    }
}
