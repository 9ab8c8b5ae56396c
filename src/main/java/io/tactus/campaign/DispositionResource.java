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
        String below = form.below() == null ? "" : form.below();
        if (!below.isEmpty()) {
            checkAbove(form, below);
        }
        Disposition disposition = new Disposition();
        disposition.below = below;
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
        long kinds = disposition.campaignId == null
                ? Disposition.count("below = ?1", disposition.code)
                : Disposition.count("below = ?1 and campaignId = ?2", disposition.code, disposition.campaignId);
        if (kinds > 0) {
            throw ProblemException.conflict("There are kinds of this disposition. Delete them first.");
        }
        disposition.delete();
    }

    /** Kinds go one step deep, so that an agent chooses twice at most. */
    private static void checkAbove(DispositionForm form, String below) {
        long above = Disposition.count(
                "code = ?1 and below = '' and (campaignId is null or campaignId = ?2)", below, form.campaignId());
        long kinds = Disposition.count("below = ?1", form.code());
        if (above == 0 || below.equals(form.code())) {
            throw ProblemException.invalid("below", "must be the code of another disposition, which is no kind itself");
        }
        if (kinds > 0) {
            throw ProblemException.invalid("below", "must be left out: there are kinds of " + form.code());
        }
        if (below.equals("CALL_BACK") || below.equals("DO_NOT_CALL")) {
            throw ProblemException.invalid("below", "must not be one that the engine acts upon");
        }
    }

    private static Disposition get(long id) {
        return Disposition.<Disposition>findByIdOptional(id)
                .orElseThrow(() -> ProblemException.notFound("disposition", id));
    }
}
