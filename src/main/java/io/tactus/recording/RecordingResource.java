package io.tactus.recording;

import io.tactus.access.Roles;
import io.tactus.recording.Recordings.RecordingView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Recordings over REST, for those who look after agents and rules. */
@Path("/api/recordings")
@Tag(name = "Recordings")
@RolesAllowed({Roles.SUPERVISOR, Roles.MANAGER, Roles.COMPLIANCE})
public class RecordingResource {
    private final Recordings recordings;

    RecordingResource(Recordings recordings) {
        this.recordings = recordings;
    }

    /** Recordings. */
    @GET
    @Operation(summary = "Recordings of talks, the last first; pages by id")
    public List<RecordingView> list(
            @QueryParam("campaignId") @DefaultValue("0") long campaignId,
            @QueryParam("agentId") @DefaultValue("0") long agentId,
            @QueryParam("leadId") @DefaultValue("0") long leadId,
            @QueryParam("callId") @DefaultValue("0") long callId,
            @QueryParam("before") @DefaultValue("9223372036854775807") long before,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
        return recordings.list(new Recordings.Wanted(campaignId, agentId, leadId, callId, before, limit));
    }

    /** The sound of one. */
    @GET
    @Path("{id}/audio")
    @Produces({"audio/wav", MediaType.APPLICATION_JSON})
    @Operation(summary = "The recording's sound; takes one byte range")
    public Response sound(long id, @HeaderParam("Range") @Nullable String range) throws IOException {
        return SoundAnswer.of(recordings.sound(id), range);
    }
}
