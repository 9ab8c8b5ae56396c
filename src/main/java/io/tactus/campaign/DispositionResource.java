package io.tactus.campaign;

import io.tactus.access.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Dispositions over REST. A code is never changed, since attempts refer to it. */
@Path("/api/dispositions")
@Tag(name = "Dispositions")
public class DispositionResource {
    /**
     * A new disposition.
     *
     * @param campaignId left out for the whole system
     * @param below code of the disposition that this is a kind of; left out for none
     */
    public record DispositionForm(
            @Nullable Long campaignId,

            @NotNull @Pattern(regexp = CODE, message = CODE_MESSAGE)
            String code,

            @NotBlank @Size(max = 100) String label,
            @NotNull Boolean isFinal,

            @Nullable @Pattern(regexp = CODE, message = CODE_MESSAGE)
            String below) {}

    private static final String CODE = "[A-Z0-9_]{1,40}";
    private static final String CODE_MESSAGE = "capital letters, digits and _";

    /** What may be changed. */
    public record DispositionChange(
            @NotBlank @Size(max = 100) String label,
            @NotNull Boolean isFinal) {}

    private final Dispositions dispositions;

    DispositionResource(Dispositions dispositions) {
        this.dispositions = dispositions;
    }

    /** Those of the system and of a campaign. */
    @GET
    @RolesAllowed({Roles.AGENT, Roles.SUPERVISOR, Roles.MANAGER, Roles.COMPLIANCE})
    @Operation(summary = "Dispositions of the system, with a campaign's own when its id is given")
    public List<Disposition> list(@QueryParam("campaignId") @Nullable Long campaignId) {
        return dispositions.list(campaignId);
    }

    /** A new one. */
    @POST
    @ResponseStatus(201)
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Create a disposition of the system or of a campaign")
    public Disposition create(@Valid @NotNull DispositionForm form) {
        Disposition disposition = new Disposition();
        disposition.campaignId = form.campaignId();
        disposition.code = form.code();
        disposition.label = form.label();
        disposition.isFinal = form.isFinal();
        disposition.below = form.below() == null ? "" : form.below();
        return dispositions.add(disposition);
    }

    /** Another label. */
    @PUT
    @Path("{id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Change label and effect of a disposition")
    public Disposition update(long id, @Valid @NotNull DispositionChange change) {
        return dispositions.change(id, change.label(), change.isFinal());
    }

    /** Removes one. */
    @DELETE
    @Path("{id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Delete a disposition; attempts keep its code")
    public void delete(long id) {
        dispositions.delete(id);
    }
}
