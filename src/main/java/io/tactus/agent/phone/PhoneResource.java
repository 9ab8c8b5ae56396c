package io.tactus.agent.phone;

import io.tactus.access.CurrentUser;
import io.tactus.access.Roles;
import io.tactus.agent.Agents;
import io.tactus.agent.stream.DeskScreens;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** An agent's browser as a phone. */
@Path("/api/agent/phone")
@Tag(name = "Agent's desk")
@RolesAllowed(Roles.AGENT)
public class PhoneResource {
    private final Softphones softphones;
    private final Agents agents;
    private final DeskScreens screens;
    private final CurrentUser me;

    PhoneResource(Softphones softphones, Agents agents, DeskScreens screens, CurrentUser me) {
        this.softphones = softphones;
        this.agents = agents;
        this.screens = screens;
        this.me = me;
    }

    /** My browser is my phone. */
    @POST
    @Operation(
            summary =
                    "Make my browser my phone: an endpoint with a new password of minutes; also asked before it runs out")
    public Softphones.Credentials credentials() {
        Softphones.Credentials credentials =
                softphones.credentials(agents.get(me.id()).id());
        screens.changed(me.id());
        return credentials;
    }

    /** My own phone again. */
    @DELETE
    @Operation(summary = "Work with my own phone again, from the next log-in on")
    public void giveBack() {
        softphones.giveBack(me.id());
        screens.changed(me.id());
    }
}
