package io.tactus.ivr;

import com.fasterxml.jackson.databind.JsonNode;
import io.tactus.access.CurrentUser;
import io.tactus.access.Roles;
import io.tactus.ivr.json.FlowSchema;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** IVR flows over REST. */
@Path("/api/ivr-flows")
@Tag(name = "IVR flows")
@RolesAllowed({Roles.SUPERVISOR, Roles.MANAGER, Roles.COMPLIANCE, Roles.ADMINISTRATOR})
public class IvrFlowResource {
    /** Which draft is meant. @param version that was read */
    public record Wanted(@NotNull Integer version) {}

    /** A flow that is not kept. @param flow as the schema says */
    public record Written(
            @NotNull @Schema(implementation = Object.class) JsonNode flow) {}

    private final IvrFlows flows;
    private final CurrentUser me;

    IvrFlowResource(IvrFlows flows, CurrentUser me) {
        this.flows = flows;
        this.me = me;
    }

    /** All. */
    @GET
    @Operation(summary = "All IVR flows by name")
    public List<IvrFlowView.Short> list() {
        return flows.list();
    }

    /** What a flow looks like. */
    @GET
    @Path("schema")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The JSON Schema (draft 2020-12) of flows")
    public String schema() {
        return FlowSchema.text();
    }

    /** One. */
    @GET
    @Path("{id}")
    @Operation(summary = "One IVR flow with its draft")
    public IvrFlowView get(long id) {
        return flows.get(id);
    }

    /** A new one. */
    @POST
    @ResponseStatus(201)
    @RolesAllowed({Roles.MANAGER, Roles.ADMINISTRATOR})
    @Operation(summary = "Create an IVR flow as a draft, which need not be finished")
    public IvrFlowView create(@Valid @NotNull IvrFlowForm form) {
        return flows.create(form, me.name());
    }

    /** Another draft. */
    @PUT
    @Path("{id}")
    @RolesAllowed({Roles.MANAGER, Roles.ADMINISTRATOR})
    @Operation(summary = "Change name and draft; needs the version that was read")
    public IvrFlowView update(long id, @Valid @NotNull IvrFlowForm form) {
        return flows.update(id, form, me.name());
    }

    /** Removes one. */
    @DELETE
    @Path("{id}")
    @RolesAllowed({Roles.MANAGER, Roles.ADMINISTRATOR})
    @Operation(summary = "Delete an IVR flow that was never published")
    public void delete(long id) {
        flows.delete(id);
    }

    /** What is wrong with something that is still being written. */
    @POST
    @Path("findings")
    @Operation(summary = "Everything because of which a flow could not be published, without keeping it")
    public IvrFlowView.Validation check(@Valid @NotNull Written written) {
        return new IvrFlowView.Validation(flows.check(written.flow()));
    }

    /** What is wrong. */
    @GET
    @Path("{id}/findings")
    @Operation(summary = "Everything because of which the draft cannot be published, by node")
    public IvrFlowView.Validation findings(long id) {
        return new IvrFlowView.Validation(flows.validate(id));
    }

    /** In force. */
    @POST
    @Path("{id}/publish")
    @RolesAllowed({Roles.MANAGER, Roles.ADMINISTRATOR})
    @Operation(summary = "Put the draft in force as the next version; refused with all findings when there are any")
    public IvrFlowView publish(long id, @Valid @NotNull Wanted wanted) {
        return flows.publish(id, wanted.version(), me.name());
    }

    /** Published versions. */
    @GET
    @Path("{id}/versions")
    @Operation(summary = "The published versions, the last first, with who published them")
    public List<IvrFlowView.Version> versions(long id) {
        return flows.versions(id);
    }

    /** One published version. */
    @GET
    @Path("{id}/versions/{number}")
    @Operation(summary = "A published version as it was and stays")
    public IvrFlowView.Published version(long id, int number) {
        return flows.version(id, number);
    }

    /** Without a call. */
    @POST
    @Path("{id}/try-out")
    @Operation(
            summary = "Try the draft out without a call: what the caller does goes in, effects and trace come out",
            description =
                    "In virtual time; nothing is kept. The draft may have findings. With a flow in the body that one is tried out instead.")
    public TryOutView tryOut(long id, @Valid @NotNull TryOutForm form) {
        return TryOutView.of(flows.tryOut(id, form.flow(), form.plan()));
    }
}
