package io.tactus.campaign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.tactus.access.CurrentUser;
import io.tactus.access.Roles;
import io.tactus.dialing.FloorCommands;
import io.tactus.floor.input.CampaignInput;
import io.tactus.floor.input.CampaignInput.Command;
import io.tactus.problem.FloorAnswer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Campaigns over REST. */
@Path("/api/campaigns")
@Tag(name = "Campaigns")
public class CampaignResource {
    /** Agents who shall serve a campaign. */
    public record Assignment(@NotNull Set<@NotNull Long> agents) {}

    /** Settings at some time. */
    public record Change(Instant changedAt, String changedBy, Map<String, Object> settings) {}

    private final Campaigns campaigns;
    private final CampaignDefaults defaults;
    private final CampaignSummary summary;
    private final FloorCommands floor;
    private final CurrentUser me;
    private final Validator validator;

    CampaignResource(
            Campaigns campaigns,
            CampaignDefaults defaults,
            CampaignSummary summary,
            FloorCommands floor,
            CurrentUser me,
            Validator validator) {
        this.campaigns = campaigns;
        this.defaults = defaults;
        this.summary = summary;
        this.floor = floor;
        this.me = me;
        this.validator = validator;
    }

    /** All campaigns. */
    @GET
    @RolesAllowed({Roles.AGENT, Roles.SUPERVISOR, Roles.MANAGER, Roles.COMPLIANCE, Roles.ADMINISTRATOR})
    @Operation(summary = "All campaigns by name")
    public List<CampaignView> list() {
        return campaigns.list();
    }

    /** What a new campaign begins with. */
    @GET
    @Path("defaults")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "What a new campaign has where nothing is said")
    public JsonNode defaults() {
        return defaults.all();
    }

    /** One campaign. */
    @GET
    @Path("{id}")
    @RolesAllowed({Roles.AGENT, Roles.SUPERVISOR, Roles.MANAGER, Roles.COMPLIANCE, Roles.ADMINISTRATOR})
    @Operation(summary = "One campaign")
    public CampaignView get(long id) {
        return campaigns.view(id);
    }

    /** A new campaign. */
    @POST
    @ResponseStatus(201)
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Create a campaign as a draft; what is left out has its default")
    @RequestBody(content = @Content(schema = @Schema(implementation = CampaignForm.class)))
    public CampaignView create(@NotNull JsonNode body) throws JsonProcessingException {
        return campaigns.create(valid(body), me.name());
    }

    /** Other settings. */
    @PUT
    @Path("{id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Change the settings, of a running campaign too; needs the version that was read")
    public CampaignView update(long id, @Valid @NotNull CampaignForm form) {
        return campaigns.update(id, form, me.name());
    }

    /** Removes a campaign. */
    @DELETE
    @Path("{id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Delete a campaign that never dialled")
    public void delete(long id) {
        campaigns.delete(id);
    }

    /** Starts dialling. */
    @POST
    @Path("{id}/start")
    @RolesAllowed({Roles.SUPERVISOR, Roles.MANAGER})
    @Operation(summary = "Start dialling")
    public void start(long id) {
        campaigns.view(id);
        FloorAnswer.require(floor.startCampaign(id));
    }

    /** Pauses dialling. */
    @POST
    @Path("{id}/pause")
    @RolesAllowed({Roles.SUPERVISOR, Roles.MANAGER})
    @Operation(summary = "Pause: no new calls; those under way are finished")
    public void pause(long id) {
        command(id, Command.PAUSE);
    }

    /** Stops dialling. */
    @POST
    @Path("{id}/stop")
    @RolesAllowed({Roles.SUPERVISOR, Roles.MANAGER})
    @Operation(summary = "Stop: calls that nobody answered yet are given up")
    public void stop(long id) {
        command(id, Command.STOP);
    }

    private void command(long id, Command command) {
        campaigns.view(id);
        FloorAnswer.require(floor.command(new CampaignInput.Commanded(id, command)));
    }

    /** Who serves the campaign. */
    @GET
    @Path("{id}/agents")
    @RolesAllowed({Roles.SUPERVISOR, Roles.MANAGER})
    @Operation(summary = "Ids of the agents who serve the campaign")
    public Assignment agents(long id) {
        return new Assignment(Set.copyOf(campaigns.agents(id)));
    }

    /** Lets these agents serve the campaign. */
    @PUT
    @Path("{id}/agents")
    @RolesAllowed({Roles.SUPERVISOR, Roles.MANAGER})
    @Operation(summary = "Let exactly these agents serve the campaign, at once")
    public Assignment assign(long id, @Valid @NotNull Assignment assignment) {
        return new Assignment(Set.copyOf(campaigns.assign(id, assignment.agents())));
    }

    /** Settings over time. */
    @GET
    @Path("{id}/history")
    @RolesAllowed({Roles.MANAGER, Roles.COMPLIANCE})
    @Operation(summary = "The settings over time, the last first, with who changed them")
    public List<Change> history(long id) {
        return campaigns.history(id).stream()
                .map(entry -> new Change(entry.changedAt, entry.changedBy, entry.settings))
                .toList();
    }

    /** Results so far. */
    @GET
    @Path("{id}/summary")
    @RolesAllowed({Roles.SUPERVISOR, Roles.MANAGER, Roles.COMPLIANCE})
    @Operation(summary = "Results so far: attempts by outcome, abandonment against the cap, leads by state")
    public CampaignSummary.View summary(long id) {
        return summary.of(id);
    }

    private CampaignForm valid(JsonNode body) throws JsonProcessingException {
        CampaignForm form = defaults.fill(body);
        Set<ConstraintViolation<CampaignForm>> violations = validator.validate(form);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return form;
    }
}
