package io.tactus.lab.past;

import io.tactus.access.Roles;
import io.tactus.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A campaign's past, for the laboratory. There are no numbers, names or leads in it. */
@Path("/api/campaigns/{id}")
@Tag(name = "Laboratory")
@RolesAllowed({Roles.MANAGER, Roles.ADMINISTRATOR})
public class PastResource {
    private static final String YAML = "application/yaml";

    private final Pasts pasts;

    PastResource(Pasts pasts) {
        this.pasts = pasts;
    }

    /** A world as YAML. */
    @GET
    @Path("scenario")
    @Produces(YAML)
    @Operation(summary = "A world for ./tactus lab, fitted to the campaign's last days; JSON by Accept")
    public String yaml(long id, @QueryParam("days") @DefaultValue("7") @Min(1) @Max(60) int days) {
        return pasts.yaml(id, days);
    }

    /** A world as JSON. */
    @GET
    @Path("scenario")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "A world for ./tactus lab, fitted to the campaign's last days; JSON by Accept")
    public String json(long id, @QueryParam("days") @DefaultValue("7") @Min(1) @Max(60) int days) {
        return pasts.scenario(id, days).toString();
    }

    /** A day as JSON lines. */
    @GET
    @Path("recording")
    @Produces("application/jsonl")
    @Operation(summary = "A day of the campaign, dial by dial and agent by agent, for ./tactus lab replay")
    public InputStream recording(long id, @QueryParam("date") @Nullable String date) {
        try {
            return pasts.recording(id, LocalDate.parse(String.valueOf(date)));
        } catch (DateTimeParseException e) {
            throw ProblemException.invalid("date", "must be a day such as 2026-11-22");
        }
    }
}
