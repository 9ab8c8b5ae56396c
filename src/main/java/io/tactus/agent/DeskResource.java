package io.tactus.agent;

import io.tactus.access.CurrentUser;
import io.tactus.access.Roles;
import io.tactus.dialing.FloorCommands;
import io.tactus.floor.input.AgentInput;
import io.tactus.problem.FloorAnswer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What an agent does at the desk. The agent is always the person who asks; what the floor refuses is a conflict (409). */
@Path("/api/agent")
@Tag(name = "Agent's desk")
@RolesAllowed(Roles.AGENT)
public class DeskResource {
    /** Why the agent pauses. */
    public record Pause(
            @NotNull @Pattern(regexp = "[A-Za-z0-9_-]{1,40}", message = "letters, digits, _ and -")
            String code) {}

    /** What a call came to. */
    public record Disposal(
            @NotNull Long callId,

            @NotNull @Pattern(regexp = "[A-Z0-9_]{1,40}", message = "capital letters, digits and _")
            String disposition) {}

    /** More time. */
    public record Extension(@NotNull @Min(1) @Max(3_600) Integer seconds) {}

    /** The previewed call. */
    public record Preview(@NotNull Long callId) {}

    /** The previewed call, and why it is not wanted now. */
    public record Skip(
            @NotNull Long callId, @NotNull @Size(max = 200) String reason) {}

    /** A lead to be dialled by hand. */
    public record Dial(@NotNull Long campaignId, @NotNull Long leadId) {}

    private final Desk desk;
    private final DisposalRules rules;
    private final FloorCommands floor;
    private final CurrentUser me;

    DeskResource(Desk desk, DisposalRules rules, FloorCommands floor, CurrentUser me) {
        this.desk = desk;
        this.rules = rules;
        this.floor = floor;
        this.me = me;
    }

    /** What I see. */
    @GET
    @Path("state")
    @Operation(summary = "My state, my campaigns and the present call")
    public Desk.DeskView state() {
        return desk.of(me.id());
    }

    /** I sit down. */
    @POST
    @Path("login")
    @Operation(summary = "Sit down: my phone is connected")
    public void logIn() {
        desk.of(me.id());
        FloorAnswer.require(floor.logIn(me.id()));
    }

    /** I leave. */
    @POST
    @Path("logout")
    @Operation(summary = "Leave, after the present call")
    public void logOut() {
        command(new AgentInput.WantsLogout(me.id()));
    }

    /** I want calls. */
    @POST
    @Path("ready")
    @Operation(summary = "Take calls")
    public void ready() {
        command(new AgentInput.WantsReady(me.id()));
    }

    /** I pause. */
    @POST
    @Path("pause")
    @Operation(summary = "Pause, after the present call")
    public void pause(@Valid @NotNull Pause pause) {
        command(new AgentInput.WantsPause(me.id(), pause.code()));
    }

    /** I see my call come to its end. */
    @POST
    @Path("closing")
    @Operation(summary = "Say that the present talk ends within seconds, so that the next call can be on its way")
    public void closing() {
        command(new AgentInput.SeesEnd(me.id()));
    }

    /** I hear a machine. */
    @POST
    @Path("machine")
    @Operation(summary = "Say that a machine has answered: the call is hung up and is no live answer")
    public void machine() {
        command(new AgentInput.HearsMachine(me.id()));
    }

    /** I hang up. */
    @POST
    @Path("hangup")
    @Operation(summary = "Hang up the present call")
    public void hangUp() {
        command(new AgentInput.HungUp(me.id()));
    }

    /** I say what the call came to. */
    @POST
    @Path("dispose")
    @Operation(summary = "Close wrap-up with a disposition")
    public void dispose(@Valid @NotNull Disposal disposal) {
        rules.require(disposal.disposition(), disposal.callId());
        command(new AgentInput.Disposed(me.id(), disposal.callId(), disposal.disposition()));
    }

    /** I need longer. */
    @POST
    @Path("extend-wrap-up")
    @Operation(summary = "More time for wrap-up")
    public void extend(@Valid @NotNull Extension extension) {
        command(new AgentInput.WrapUpExtended(me.id(), extension.seconds() * 1_000));
    }

    /** I take the previewed lead. */
    @POST
    @Path("preview/accept")
    @Operation(summary = "Start the previewed call")
    public void accept(@Valid @NotNull Preview preview) {
        command(new AgentInput.PreviewAccepted(me.id(), preview.callId()));
    }

    /** I do not take it. */
    @POST
    @Path("preview/skip")
    @Operation(summary = "Skip the previewed lead for now")
    public void skip(@Valid @NotNull Skip skip) {
        command(new AgentInput.PreviewSkipped(me.id(), skip.callId(), skip.reason()));
    }

    /** I dial. */
    @POST
    @Path("dial")
    @Operation(summary = "Dial a lead by hand")
    public void dial(@Valid @NotNull Dial dial) {
        FloorAnswer.require(floor.dialByHand(me.id(), dial.campaignId(), dial.leadId()));
    }

    private void command(AgentInput input) {
        FloorAnswer.require(floor.command(input));
    }
}
