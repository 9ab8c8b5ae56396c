package io.tactus.compliance.dnc;

import io.tactus.access.CurrentUser;
import io.tactus.access.Roles;
import io.tactus.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
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

    /** What to look for; what is left out does not count. @param region how a number without a country code is read @param limit 0 for 50 */
    public record Wanted(
            @Nullable @Size(max = 40) String number,
            @Nullable Long campaignId,

            @Nullable @Pattern(regexp = "[A-Z]{2}", message = "two capital letters such as US")
            String region,

            long after,
            @Min(0) @Max(500) int limit) {}

    private static final String US = "US";
    private static final int DEFAULT_LIMIT = 50;

    private final DoNotCall list;
    private final DncUpload uploads;
    private final CurrentUser me;

    DncResource(DoNotCall list, DncUpload uploads, CurrentUser me) {
        this.list = list;
        this.uploads = uploads;
        this.me = me;
    }

    /** Looks entries up without a number in an address. */
    @POST
    @Path("search")
    @RolesAllowed({Roles.SUPERVISOR, Roles.MANAGER, Roles.COMPLIANCE})
    @Operation(summary = "Look up entries as GET does; the number stands in no address and in no log of addresses")
    public List<DncEntry> search(@Valid @NotNull Wanted wanted) {
        String number = wanted.number();
        return list.find(
                number == null || number.isBlank() ? null : number,
                wanted.campaignId(),
                wanted.region() == null ? US : wanted.region(),
                wanted.after(),
                wanted.limit() == 0 ? DEFAULT_LIMIT : wanted.limit());
    }

    /** Adds the numbers of a file. */
    @POST
    @Path("upload")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({Roles.MANAGER, Roles.COMPLIANCE})
    @Operation(summary = "Put the numbers of a text file on the list, one in each line: all good ones at once")
    public DncUpload.Result upload(
            @RestForm("file") @Nullable FileUpload file,
            @RestForm @Nullable Long campaignId,
            @RestForm @Nullable String region,
            @RestForm @Nullable String reason)
            throws IOException {
        if (file == null) {
            throw ProblemException.invalid("file", "must be a text file with numbers, as a part of the form");
        }
        if (reason == null || reason.isBlank() || reason.length() > 500) {
            throw ProblemException.invalid("reason", "must be given, with 500 characters at most");
        }
        return uploads.add(file.uploadedFile(), campaignId, region == null ? US : region, reason, me.name());
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
        String region = form.region() == null ? US : form.region();
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
