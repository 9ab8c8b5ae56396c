package io.tactus.voicemail;

import io.tactus.access.CurrentUser;
import io.tactus.access.Roles;
import io.tactus.recording.SoundAnswer;
import io.tactus.recording.Waveform;
import io.tactus.voicemail.Voicemail.MessageView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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

/** Voicemail over REST. */
@Path("/api/voicemail")
@Tag(name = "Voicemail")
@RolesAllowed({Roles.AGENT, Roles.SUPERVISOR, Roles.MANAGER})
public class VoicemailResource {
    private final Voicemail voicemail;
    private final CurrentUser me;

    VoicemailResource(Voicemail voicemail, CurrentUser me) {
        this.voicemail = voicemail;
        this.me = me;
    }

    /** Messages. */
    @GET
    @Operation(summary = "Messages, the last first; pages by id")
    public List<MessageView> list(
            @QueryParam("campaignId") @DefaultValue("0") long campaignId,
            @QueryParam("unheard") @DefaultValue("false") boolean unheard,
            @QueryParam("before") @DefaultValue("9223372036854775807") long before,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
        return voicemail.list(campaignId, unheard, before, limit);
    }

    /** Ticks a message off. */
    @POST
    @Path("{id}/heard")
    @Operation(summary = "Mark a message as heard")
    public MessageView heard(long id) {
        return voicemail.heard(id, me.name());
    }

    /** Its sound. */
    @GET
    @Path("{id}/audio")
    @Produces({"audio/wav", MediaType.APPLICATION_JSON})
    @Operation(summary = "The message's sound; takes one byte range")
    public Response sound(long id, @HeaderParam("Range") @Nullable String range) {
        return SoundAnswer.of(voicemail.sound(id), range);
    }

    /** How loud it is over its length. */
    @GET
    @Path("{id}/waveform")
    @Operation(summary = "The peaks of the message, for a picture of it")
    public Waveform waveform(long id, @QueryParam("slices") @DefaultValue("600") @Min(10) @Max(4_000) int slices)
            throws IOException {
        return Waveform.of(voicemail.sound(id), slices);
    }
}
