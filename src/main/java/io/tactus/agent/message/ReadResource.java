package io.tactus.agent.message;

import io.tactus.access.CurrentUser;
import io.tactus.access.Roles;
import io.tactus.agent.stream.DeskScreens;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** An agent has read a message; the messages themselves come with the desk's stream. */
@Path("/api/agent/messages")
@Tag(name = "Agent's desk")
@RolesAllowed(Roles.AGENT)
public class ReadResource {
    private final DeskMessages messages;
    private final DeskScreens screens;
    private final CurrentUser me;

    ReadResource(DeskMessages messages, DeskScreens screens, CurrentUser me) {
        this.messages = messages;
        this.screens = screens;
        this.me = me;
    }

    /** I have read it. */
    @POST
    @Path("{id}/read")
    @Operation(summary = "Say that I have read a message; it leaves my desk")
    public void read(long id) {
        messages.read(me.id(), id);
        screens.changed(me.id());
    }
}
