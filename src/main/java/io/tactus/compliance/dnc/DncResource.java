package io.tactus.compliance.dnc;

import io.tactus.access.CurrentUser;
import io.tactus.access.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** The do-not-call list over REST. Many may put a number on it; only compliance may take one off. */
@Path("/api/dnc")
@Tag(name = "Do not call")
public class DncResource {
    /**
     * A number that must not be called.
     *
     * @param campaignId left out for the whole system
     * @param region how a number without a country code is read; left out for US, or the campaign's own
     */
    public record DncForm(
            @NotNull @Size(max = 40) String number,
            @Nullable Long campaignId,

            @Nullable @Pattern(regexp = "[A-Z]{2}", message = "two capital letters such as US")
            String region,

            @NotBlank @Size(max = 500) String reason) {}

    private final DoNotCall list;
    private final CurrentUser me;

    DncResource(DoNotCall list, CurrentUser me) {
        this.list = list;
        this.me = me;
    }

    /** Looks entries up. */
    @GET
    @RolesAllowed({Roles.SUPERVISOR, Roles.MANAGER, Roles.COMPLIANCE})
    @Operation(summary = "Look up entries by number or campaign; pages by id")
    public List<DncEntry> find(
            @QueryParam("number") @Nullable @Size(max = 40) String number,
            @QueryParam("campaignId") @Nullable Long campaignId,
            @QueryParam("region") @DefaultValue("US") @Pattern(regexp = "[A-Z]{2}") String region,
            @QueryParam("after") @DefaultValue("0") long after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
        return list.find(number, campaignId, region, after, limit);
    }

    /** Adds a number. */
    @POST
    @ResponseStatus(201)
    @RolesAllowed({Roles.SUPERVISOR, Roles.MANAGER, Roles.COMPLIANCE})
    @Operation(summary = "Put a number on the list; takes effect on the next dial")
    public DncEntry add(@Valid @NotNull DncForm form) {
        String region = form.region() == null ? "US" : form.region();
        return list.add(form.number(), form.campaignId(), region, form.reason(), me.name());
    }

    /** Removes an entry. */
    @DELETE
    @Path("{id}")
    @RolesAllowed(Roles.COMPLIANCE)
    @Operation(summary = "Take an entry off the list, with the reason for the audit")
    public void remove(long id, @QueryParam("reason") @NotBlank @Size(max = 500) String reason) {
        list.remove(id, reason);
    }
}
