package io.tactus.agent.phone;

import io.tactus.access.CurrentUser;
import io.tactus.access.Roles;
import io.tactus.agent.Agents;
import io.tactus.agent.MobilePhones;
import io.tactus.agent.stream.DeskScreens;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** An agent's browser as a phone. */
@Path("/api/agent/phone")
@Tag(name = "Agent's desk")
@RolesAllowed(Roles.AGENT)
public class PhoneResource {
    private final Softphones softphones;
    private final MobilePhones mobiles;
    private final Agents agents;
    private final DeskScreens screens;
    private final CurrentUser me;

    PhoneResource(Softphones softphones, MobilePhones mobiles, Agents agents, DeskScreens screens, CurrentUser me) {
        this.softphones = softphones;
        this.mobiles = mobiles;
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

    /** My mobile phone. */
    @PUT
    @Path("mobile")
    @Operation(
            summary = "Work with my own mobile phone from the next log-in on",
            description = "It is rung over a trunk and stands for the shift, once the key 1 has been pressed.")
    public void mobile() {
        softphones.giveBack(me.id());
        mobiles.choose(me.id());
        screens.changed(me.id());
    }

    /** My desk phone again. */
    @DELETE
    @Operation(summary = "Work with my desk phone again, from the next log-in on")
    public void giveBack() {
        softphones.giveBack(me.id());
        mobiles.leave(me.id());
        screens.changed(me.id());
    }
}
