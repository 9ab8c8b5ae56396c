package io.tactus.agent;

import io.tactus.access.CurrentUser;
import io.tactus.access.Roles;
import io.tactus.dialing.FloorCommands;
import io.tactus.floor.input.AgentInput;
import io.tactus.floor.model.Monitoring;
import io.tactus.problem.FloorAnswer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * A supervisor takes part in an agent's calls, by the own phone: one who sits at a desk of his own and pauses. How is part of the path, so that the audit
 * says it.
 */
@Path("/api/agents/{id}/monitoring")
@Tag(name = "Agents")
@RolesAllowed(Roles.SUPERVISOR)
public class MonitoringResource {
    private final Agents agents;
    private final FloorCommands floor;
    private final CurrentUser me;

    MonitoringResource(Agents agents, FloorCommands floor, CurrentUser me) {
        this.agents = agents;
        this.floor = floor;
        this.me = me;
    }

    /** I listen. */
    @POST
    @Path("listen")
    @Operation(
            summary = "Listen to an agent, from call to call; nobody hears me",
            description = "My desk must be open and paused, my phone standing on the agent's telephony node.")
    public void listen(long id) {
        take(id, Monitoring.LISTEN);
    }

    /** I whisper. */
    @POST
    @Path("whisper")
    @Operation(summary = "Listen, and be heard by the agent alone")
    public void whisper(long id) {
        take(id, Monitoring.WHISPER);
    }

    /** I join in. */
    @POST
    @Path("barge")
    @Operation(summary = "Listen, and be heard by agent and customer until the present call is over")
    public void barge(long id) {
        take(id, Monitoring.BARGE);
    }

    private void take(long id, Monitoring how) {
        agents.get(id);
        FloorAnswer.require(floor.command(new AgentInput.Monitors(me.id(), id, how)));
    }

    /** The call is mine now. */
    @POST
    @Path("take-over")
    @Operation(summary = "Take the customer over from the agent to whom I listen, who wraps up")
    public void takeOver(long id) {
        FloorAnswer.require(floor.command(new AgentInput.TakesOver(me.id(), id)));
    }

    /** I have heard enough. */
    @DELETE
    @Operation(summary = "Listen to the agent no more")
    public void stop(long id) {
        FloorAnswer.require(floor.command(new AgentInput.StopsMonitoring(me.id(), id)));
    }
}
