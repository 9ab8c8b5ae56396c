package io.tactus.recording;

import io.tactus.access.Roles;
import io.tactus.problem.Parameters;
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
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("before") @DefaultValue("9223372036854775807") long before,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
        return recordings.list(new Recordings.Wanted(
                campaignId,
                agentId,
                leadId,
                callId,
                Parameters.instant("from", from),
                Parameters.instant("to", to),
                before,
                limit));
    }

    /** The sound of one. */
    @GET
    @Path("{id}/audio")
    @Produces({"audio/wav", MediaType.APPLICATION_JSON})
    @Operation(summary = "The recording's sound; takes one byte range")
    public Response sound(long id, @HeaderParam("Range") @Nullable String range) {
        return SoundAnswer.of(recordings.sound(id), range);
    }

    /** The sound of one, to be kept elsewhere. */
    @GET
    @Path("{id}/file")
    @RolesAllowed({Roles.MANAGER, Roles.COMPLIANCE})
    @Produces({"audio/wav", MediaType.APPLICATION_JSON})
    @Operation(summary = "Download the recording")
    public Response file(long id) {
        return SoundAnswer.toKeep(recordings.sound(id));
    }

    /** How loud one is over its length. */
    @GET
    @Path("{id}/waveform")
    @Operation(summary = "The peaks of the recording's channels, for a picture of it")
    public Waveform waveform(long id, @QueryParam("slices") @DefaultValue("600") @Min(10) @Max(4_000) int slices)
            throws IOException {
        return Waveform.of(recordings.sound(id), slices);
    }
}
