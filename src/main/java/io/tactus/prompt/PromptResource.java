package io.tactus.prompt;

import io.tactus.access.CurrentUser;
import io.tactus.access.Roles;
import io.tactus.problem.ProblemException;
import io.tactus.prompt.Prompts.PromptView;
import io.tactus.recording.SoundAnswer;
import io.tactus.recording.Waveform;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Prompts over REST. */
@Path("/api/prompts")
@Tag(name = "Prompts")
@RolesAllowed({Roles.SUPERVISOR, Roles.MANAGER, Roles.COMPLIANCE})
public class PromptResource {
    /** Two minutes of the best sound that is usual, with room. */
    private static final long MOST_BYTES = 64L << 20;

    private final Prompts prompts;
    private final CurrentUser me;

    PromptResource(Prompts prompts, CurrentUser me) {
        this.prompts = prompts;
        this.me = me;
    }

    /** All. */
    @GET
    @RolesAllowed({Roles.SUPERVISOR, Roles.MANAGER, Roles.COMPLIANCE, Roles.ADMINISTRATOR})
    @Operation(summary = "All prompts by name, with the campaigns that play them")
    public List<PromptView> list() {
        return prompts.list();
    }

    /** A new one. */
    @POST
    @ResponseStatus(201)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Upload a prompt: a WAV file of two minutes at most, which is turned into a telephone's sound")
    public PromptView add(@RestForm("file") @Nullable FileUpload file, @RestForm @Nullable String name)
            throws IOException {
        if (name == null || name.isBlank() || name.length() > 100) {
            throw ProblemException.invalid("name", "must be given, with 100 characters at most");
        }
        if (file == null) {
            throw ProblemException.invalid("file", "must be a WAV file, as a part of the form");
        }
        if (file.size() > MOST_BYTES) {
            throw ProblemException.invalid("file", "is larger than 64 MiB");
        }
        return prompts.add(name.strip(), file.uploadedFile(), me.name());
    }

    /** Removes one. */
    @DELETE
    @Path("{id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Delete a prompt that no campaign and no IVR flow plays")
    public void delete(long id) {
        prompts.delete(id);
    }

    /** Its sound. */
    @GET
    @Path("{id}/audio")
    @Produces({"audio/wav", MediaType.APPLICATION_JSON})
    @Operation(summary = "The prompt's sound; takes one byte range")
    public Response sound(long id, @HeaderParam("Range") @Nullable String range) {
        return SoundAnswer.of(prompts.sound(id), range);
    }

    /** How loud it is over its length. */
    @GET
    @Path("{id}/waveform")
    @Operation(summary = "The peaks of the prompt, for a picture of it")
    public Waveform waveform(long id, @QueryParam("slices") @DefaultValue("600") @Min(10) @Max(4_000) int slices)
            throws IOException {
        return Waveform.of(prompts.sound(id), slices);
    }
}
