package io.tactus.agent;

import io.tactus.access.CurrentUser;
import io.tactus.access.Roles;
import io.tactus.agent.callback.CallbackView;
import io.tactus.agent.callback.Callbacks;
import io.tactus.agent.callback.Promise;
import io.tactus.agent.stream.DeskScreens;
import io.tactus.dialing.FloorCommands;
import io.tactus.floor.input.AgentInput;
import io.tactus.floor.model.Talk.Tape;
import io.tactus.problem.FloorAnswer;
import io.tactus.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What an agent does with the customer on the line, and notes of the customer. */
@Path("/api/agent")
@Tag(name = "Agent's desk")
@RolesAllowed(Roles.AGENT)
public class TalkResource {
    /** To whom the customer goes: one of the three. @param number E.164 */
    public record Transfer(
            @Nullable Long agentId,
            @Nullable @OutsideNumber String number,
            @Nullable Long queueId) {}

    /** Keys to play to the customer. */
    public record Digits(
            @NotNull @Pattern(regexp = "[0-9*#A-D]{1,32}", message = "1 to 32 of 0 to 9, *, # and A to D")
            String digits) {}

    /** What the recording is to be. */
    public record Recording(
            @NotNull @Pattern(regexp = "on|off|paused", message = "on, off or paused")
            String state) {}

    /** Notes of the lead of a call of mine. */
    public record Notes(
            @NotNull Long callId,
            @NotNull @Size(max = 4_000) String notes) {}

    /** Who the customer of a call of mine is. @param custom values of the list's fields; those that are not named stay, null takes one away */
    public record Person(
            @NotNull Long callId,
            @NotNull @Size(max = 200) String firstName,
            @NotNull @Size(max = 200) String lastName,
            @NotNull @Size(max = 200) Map<String, Object> custom) {}

    private final FloorCommands floor;
    private final Callbacks callbacks;
    private final Customers customers;
    private final DeskScreens screens;
    private final Queues queues;
    private final CurrentUser me;

    TalkResource(
            FloorCommands floor,
            Callbacks callbacks,
            Customers customers,
            DeskScreens screens,
            Queues queues,
            CurrentUser me) {
        this.floor = floor;
        this.callbacks = callbacks;
        this.customers = customers;
        this.screens = screens;
        this.queues = queues;
        this.me = me;
    }

    /** Hold. */
    @POST
    @Path("hold")
    @Operation(summary = "Put the customer on hold with music")
    public void hold() {
        FloorAnswer.require(floor.command(new AgentInput.Holds(me.id())));
    }

    /** Back from hold. */
    @POST
    @Path("retrieve")
    @Operation(summary = "Take the customer back from hold")
    public void retrieve() {
        FloorAnswer.require(floor.command(new AgentInput.Retrieves(me.id())));
    }

    /** Transfer. */
    @POST
    @Path("transfer")
    @Operation(summary = "Give the customer to another agent who is ready, to an outside number, or into a queue")
    public void transfer(@Valid @NotNull Transfer to) {
        Long agent = to.agentId();
        String number = to.number();
        Long queue = to.queueId();
        if (Stream.of(agent, number, queue).filter(Objects::nonNull).count() != 1) {
            throw ProblemException.invalid("agentId", "one of agentId, number and queueId must be given");
        }
        if (agent != null) {
            FloorAnswer.require(floor.command(new AgentInput.TransfersToAgent(me.id(), agent)));
        } else if (queue != null) {
            FloorAnswer.require(floor.command(new AgentInput.TransfersToQueue(me.id(), queue)));
        } else if (number != null) {
            FloorAnswer.require(floor.transferOutside(me.id(), number));
        }
    }

    /** Where the customer may be given. */
    @GET
    @Path("queues")
    @Operation(summary = "Queues that run, with who waits and who is free there")
    public List<Queues.Row> queues() {
        return queues.running();
    }

    /** Park. */
    @POST
    @Path("park")
    @Operation(
            summary = "Park the customer, whom any agent may pick up",
            description =
                    "Who is parked for three minutes goes to an agent by himself: to who parked him, else to another one of the campaign.")
    public void park() {
        FloorAnswer.require(floor.command(new AgentInput.Parks(me.id())));
    }

    /** Pick up. */
    @POST
    @Path("parked/{callId}/pick-up")
    @Operation(summary = "Take a customer who is parked")
    public void pickUp(long callId) {
        FloorAnswer.require(floor.command(new AgentInput.PicksUp(me.id(), callId)));
    }

    /** Keys. */
    @POST
    @Path("digits")
    @Operation(summary = "Play keys to the customer")
    public void digits(@Valid @NotNull Digits keys) {
        FloorAnswer.require(floor.sendDigits(me.id(), keys.digits()));
    }

    /** Recording. */
    @POST
    @Path("recording")
    @Operation(summary = "Start, pause, resume or stop the recording, as the campaign allows")
    public void record(@Valid @NotNull Recording wanted) {
        Tape tape = Tape.valueOf(wanted.state().toUpperCase(Locale.ROOT));
        FloorAnswer.require(floor.command(new AgentInput.Records(me.id(), tape)));
    }

    /** Notes. */
    @PUT
    @Path("notes")
    @Operation(summary = "Write the notes of the lead of a call of mine")
    public void write(@Valid @NotNull Notes written) {
        customers.write(me.id(), written.callId(), written.notes());
        screens.changed(me.id());
    }

    /** Who it is. */
    @PUT
    @Path("customer")
    @Operation(summary = "Correct name and fields of the lead of a call of mine")
    public void correct(@Valid @NotNull Person person) {
        customers.correct(me.id(), person.callId(), person.firstName(), person.lastName(), person.custom());
        screens.changed(me.id());
    }

    /** Own callbacks. */
    @GET
    @Path("callbacks")
    @Operation(summary = "Calls that I have promised to make myself")
    public List<CallbackView> callbacks() {
        return callbacks.own(me.id());
    }

    /** Promise. */
    @POST
    @Path("callbacks")
    @Operation(summary = "Promise the customer of a call of mine another call; it counts once the call is disposed of")
    public void promise(@Valid @NotNull Promise promise) {
        callbacks.make(me.id(), promise);
        screens.changed(me.id());
    }

    /** Not any more. */
    @DELETE
    @Path("callbacks/{id}")
    @Operation(summary = "Cancel a call that I have promised to make myself")
    public void cancel(long id) {
        callbacks.cancel(id, me.id());
        screens.changed(me.id());
    }
}
