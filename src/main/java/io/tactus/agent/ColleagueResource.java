package io.tactus.agent;

import io.tactus.access.CurrentUser;
import io.tactus.access.Roles;
import io.tactus.dialing.FloorCommands;
import io.tactus.floor.input.AgentInput;
import io.tactus.problem.FloorAnswer;
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

/** Agents call each other: about the customer on the line (consultation, conference, consult transfer), or without one. */
@Path("/api/agent/colleagues")
@Tag(name = "Agent's desk")
@RolesAllowed(Roles.AGENT)
public class ColleagueResource {
    private final Colleagues colleagues;
    private final FloorCommands floor;
    private final CurrentUser me;

    ColleagueResource(Colleagues colleagues, FloorCommands floor, CurrentUser me) {
        this.colleagues = colleagues;
        this.floor = floor;
        this.me = me;
    }

    /** Others at work. */
    @GET
    @Operation(
            summary = "Agents who are ready, and could take a transfer now, and those who pause, and could be called")
    public List<Colleagues.Colleague> list() {
        return colleagues.beside(me.id());
    }

    /** I call. */
    @POST
    @Path("{id}/call")
    @Operation(
            summary = "Call a colleague, who has 30 seconds to say yes",
            description = "With a customer on the line, the customer is put on hold once the colleague says yes.")
    public void call(long id) {
        take(new AgentInput.CallsColleague(me.id(), id));
    }

    /** Somebody outside. @param number E.164 */
    public record Outside(@NotNull @OutsideNumber String number) {}

    /** I call somebody outside. */
    @POST
    @Path("outside")
    @Operation(
            summary = "Call somebody outside about the customer on the line",
            description = "The customer is put on hold once the other side picks up; then as with a colleague.")
    public void callOutside(@Valid @NotNull Outside outside) {
        FloorAnswer.require(floor.callOutside(me.id(), outside.number()));
    }

    /** Yes. */
    @POST
    @Path("{id}/accept")
    @Operation(summary = "Say yes to the colleague who calls me")
    public void accept(long id) {
        take(new AgentInput.AcceptsColleague(me.id(), id));
    }

    /** No. */
    @POST
    @Path("{id}/decline")
    @Operation(summary = "Say no to the colleague who calls me")
    public void decline(long id) {
        take(new AgentInput.DeclinesColleague(me.id(), id));
    }

    /** All three. */
    @POST
    @Path("conference")
    @Operation(summary = "Bring the customer into the talk with the colleague; I stay")
    public void conference() {
        take(new AgentInput.Confers(me.id()));
    }

    /** The colleague goes on alone. */
    @POST
    @Path("give")
    @Operation(summary = "Give the customer to the colleague with whom I speak; I wrap up")
    public void give() {
        take(new AgentInput.GivesToColleague(me.id()));
    }

    /** Enough. */
    @DELETE
    @Operation(summary = "Speak with the colleague no more, or call no more; a customer on hold stays on hold")
    public void leave() {
        take(new AgentInput.LeavesColleague(me.id()));
    }

    private void take(AgentInput input) {
        FloorAnswer.require(floor.command(input));
    }
}
