package io.tactus.agent;

import io.tactus.access.Roles;
import io.tactus.campaign.Campaigns;
import io.tactus.dialing.FloorCommands;
import io.tactus.floor.input.AgentInput;
import io.tactus.problem.FloorAnswer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Agents, for those who look after them. */
@Path("/api/agents")
@Tag(name = "Agents")
public class AgentResource {
    /** Campaigns that an agent shall serve. */
    public record Serving(@NotNull @Size(max = 1_000) Set<@NotNull Long> campaigns) {}

    private final Agents agents;
    private final MobilePhones mobiles;
    private final Campaigns campaigns;
    private final FloorCommands floor;

    AgentResource(Agents agents, MobilePhones mobiles, Campaigns campaigns, FloorCommands floor) {
        this.agents = agents;
        this.mobiles = mobiles;
        this.campaigns = campaigns;
        this.floor = floor;
    }

    /** Moves an agent. */
    @PUT
    @Path("{id}/campaigns")
    @RolesAllowed({Roles.SUPERVISOR, Roles.MANAGER})
    @Operation(
            summary = "Let an agent serve exactly these campaigns, at once; a call that is aimed at him resolves first")
    public Serving serve(long id, @Valid @NotNull Serving serving) {
        agents.get(id);
        return new Serving(Set.copyOf(campaigns.assignAgent(id, serving.campaigns())));
    }

    /** All agents. */
    @GET
    @RolesAllowed({Roles.SUPERVISOR, Roles.MANAGER, Roles.ADMINISTRATOR})
    @Operation(summary = "All agents with their state")
    public List<Agents.AgentView> list() {
        return agents.list();
    }

    /** Ways to an agent's phone outside. */
    @GET
    @Path("trunks")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(summary = "Trunks over which an agent's mobile phone may be rung")
    public List<String> trunks() {
        return mobiles.trunks();
    }

    /** One agent. */
    @GET
    @Path("{id}")
    @RolesAllowed({Roles.SUPERVISOR, Roles.MANAGER, Roles.ADMINISTRATOR})
    @Operation(summary = "One agent")
    public Agents.AgentView get(long id) {
        return agents.get(id);
    }

    /** A new agent. */
    @POST
    @ResponseStatus(201)
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(summary = "Make a user an agent")
    public Agents.AgentView create(@Valid @NotNull AgentForm form) {
        return agents.create(form);
    }

    /** Another phone. */
    @PUT
    @Path("{id}")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(summary = "Change an agent's phone; takes effect at the next log-in")
    public Agents.AgentView update(long id, @Valid @NotNull AgentForm form) {
        return agents.update(id, form);
    }

    /** No agent any more. */
    @DELETE
    @Path("{id}")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(summary = "Make an agent a mere user again")
    public void delete(long id) {
        agents.delete(id);
    }

    /** Makes an agent ready. */
    @POST
    @Path("{id}/ready")
    @RolesAllowed(Roles.SUPERVISOR)
    @Operation(summary = "Make an agent ready")
    public void ready(long id) {
        agents.get(id);
        FloorAnswer.require(floor.command(new AgentInput.WantsReady(id)));
    }

    /** Pauses an agent. */
    @POST
    @Path("{id}/pause")
    @RolesAllowed(Roles.SUPERVISOR)
    @Operation(summary = "Pause an agent, after the present call")
    public void pause(long id, @Valid @NotNull DeskResource.Pause pause) {
        agents.get(id);
        FloorAnswer.require(floor.command(new AgentInput.WantsPause(id, pause.code())));
    }

    /** Logs an agent out. */
    @POST
    @Path("{id}/logout")
    @RolesAllowed(Roles.SUPERVISOR)
    @Operation(summary = "Log an agent out, after the present call")
    public void logOut(long id) {
        agents.get(id);
        FloorAnswer.require(floor.command(new AgentInput.WantsLogout(id)));
    }
}
