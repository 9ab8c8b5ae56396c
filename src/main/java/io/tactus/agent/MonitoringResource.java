package io.tactus.agent;

import io.tactus.access.CurrentUser;
import io.tactus.access.Roles;
import io.tactus.dialing.FloorCommands;
import io.tactus.floor.input.AgentInput;
import io.tactus.floor.model.Monitoring;
import io.tactus.problem.FloorAnswer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A supervisor takes part in another agent's calls, by the own phone: one who sits at a desk of his own and pauses. */
@Path("/api/agent/monitoring")
@Tag(name = "Agent's desk")
@RolesAllowed(Roles.SUPERVISOR)
public class MonitoringResource {
    /** To whom I listen, and how. */
    public record Wish(
            @NotNull Long agentId,

            @NotNull @Pattern(regexp = "listen|whisper|barge", message = "listen, whisper or barge")
            String how) {}

    private final Agents agents;
    private final FloorCommands floor;
    private final CurrentUser me;

    MonitoringResource(Agents agents, FloorCommands floor, CurrentUser me) {
        this.agents = agents;
        this.floor = floor;
        this.me = me;
    }

    /** I listen. */
    @PUT
    @Operation(
            summary = "Listen to an agent, whisper to the agent, or speak to both; or do it in another way than before",
            description =
                    "My desk must be open and paused, my phone standing on the same telephony node. It goes on from call to call.")
    public void monitor(@Valid @NotNull Wish wish) {
        agents.get(wish.agentId());
        Monitoring how = Monitoring.valueOf(wish.how().toUpperCase(Locale.ROOT));
        FloorAnswer.require(floor.command(new AgentInput.Monitors(me.id(), wish.agentId(), how)));
    }

    /** I have heard enough. */
    @DELETE
    @Operation(summary = "Listen to nobody any more")
    public void stop() {
        FloorAnswer.require(floor.command(new AgentInput.StopsMonitoring(me.id())));
    }

    /** The call is mine now. */
    @POST
    @Path("take-over")
    @Operation(summary = "Take the customer over from the agent to whom I listen, who wraps up")
    public void takeOver() {
        FloorAnswer.require(floor.command(new AgentInput.TakesOver(me.id())));
    }
}
