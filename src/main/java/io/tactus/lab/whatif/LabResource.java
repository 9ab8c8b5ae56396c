package io.tactus.lab.whatif;

import io.tactus.access.CurrentUser;
import io.tactus.access.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The laboratory over REST. */
@Path("/api/lab/runs")
@Tag(name = "Laboratory")
@RolesAllowed({Roles.MANAGER, Roles.ADMINISTRATOR})
public class LabResource {
    private final LabRuns runs;
    private final CurrentUser me;

    LabResource(LabRuns runs, CurrentUser me) {
        this.runs = runs;
        this.me = me;
    }

    /** Asks. */
    @POST
    @ResponseStatus(202)
    @Operation(summary = "Simulate shifts under some policies, in the background; nobody is called")
    public LabRunView ask(@Valid @NotNull LabForm question) {
        return runs.ask(question, me.name());
    }

    /** The last questions. */
    @GET
    @Operation(summary = "The last questions with their answers so far, the latest first")
    public List<LabRunView> list() {
        return runs.list();
    }

    /** One question. */
    @GET
    @Path("{id}")
    @Operation(summary = "One question with its answer so far")
    public LabRunView get(long id) {
        return runs.get(id);
    }

    /** Cancels. */
    @DELETE
    @Path("{id}")
    @Operation(summary = "Cancel a question; one that is over stays as it is")
    public void cancel(long id) {
        runs.cancel(id);
    }
}
