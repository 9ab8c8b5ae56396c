package io.tactus.agent.message;

import io.tactus.access.CurrentUser;
import io.tactus.access.Roles;
import io.tactus.agent.stream.DeskScreens;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A supervisor writes to an agent. */
@Path("/api/agents/{id}/messages")
@Tag(name = "Agents")
public class MessageResource {
    /** What is written. */
    public record Text(@NotBlank @Size(max = 500) String text) {}

    private final DeskMessages messages;
    private final DeskScreens screens;
    private final CurrentUser me;

    MessageResource(DeskMessages messages, DeskScreens screens, CurrentUser me) {
        this.messages = messages;
        this.screens = screens;
        this.me = me;
    }

    /** Writes to an agent. */
    @POST
    @RolesAllowed(Roles.SUPERVISOR)
    @Operation(summary = "Write to an agent; it stands on the agent's desk until it is read")
    public void send(long id, @Valid @NotNull Text message) {
        messages.send(id, me.name(), message.text().strip());
        screens.changed(id);
    }
}
