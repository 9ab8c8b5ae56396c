package io.tactus.campaign;

import io.tactus.access.Roles;
import io.tactus.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
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
    /** A new disposition. @param campaignId left out for the whole system */
    public record DispositionForm(
            @Nullable Long campaignId,

            @NotNull @Pattern(regexp = "[A-Z0-9_]{1,40}", message = "capital letters, digits and _")
            String code,

            @NotBlank @Size(max = 100) String label,
            @NotNull Boolean isFinal) {}

    /** What may be changed. */
    public record DispositionChange(
            @NotBlank @Size(max = 100) String label,
            @NotNull Boolean isFinal) {}

    private final Campaigns campaigns;

    DispositionResource(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    /** Those of the system and of a campaign. */
    @GET
    @Transactional
    @RolesAllowed({Roles.AGENT, Roles.SUPERVISOR, Roles.MANAGER, Roles.COMPLIANCE})
    @Operation(summary = "Dispositions of the system, with a campaign's own when its id is given")
    public List<Disposition> list(@QueryParam("campaignId") @Nullable Long campaignId) {
        return campaignId == null
                ? Disposition.list("campaignId is null order by id")
                : Disposition.list("campaignId is null or campaignId = ?1 order by id", campaignId);
    }

    /** A new one. */
    @POST
    @Transactional
    @ResponseStatus(201)
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Create a disposition of the system or of a campaign")
    public Disposition create(@Valid @NotNull DispositionForm form) {
        if (form.campaignId() != null) {
            campaigns.get(form.campaignId());
        }
        Disposition disposition = new Disposition();
        disposition.campaignId = form.campaignId();
        disposition.code = form.code();
        disposition.label = form.label();
        disposition.isFinal = form.isFinal();
        disposition.persistAndFlush();
        return disposition;
    }

    /** Another label. */
    @PUT
    @Path("{id}")
    @Transactional
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Change label and effect of a disposition")
    public Disposition update(long id, @Valid @NotNull DispositionChange change) {
        Disposition disposition = get(id);
        disposition.label = change.label();
        disposition.isFinal = change.isFinal();
        return disposition;
    }

    /** Removes one. */
    @DELETE
    @Path("{id}")
    @Transactional
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Delete a disposition; attempts keep its code")
    public void delete(long id) {
        Disposition disposition = get(id);
        if (disposition.code.equals("DO_NOT_CALL") && disposition.campaignId == null) {
            throw ProblemException.conflict("The engine itself needs this disposition.");
        }
        disposition.delete();
    }

    private static Disposition get(long id) {
        return Disposition.<Disposition>findByIdOptional(id)
                .orElseThrow(() -> ProblemException.notFound("disposition", id));
    }
}
