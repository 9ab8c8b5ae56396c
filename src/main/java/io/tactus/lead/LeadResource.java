package io.tactus.lead;

import io.tactus.access.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Leads over REST. */
@Path("/api/leads")
@Tag(name = "Leads")
public class LeadResource {
    /** What to look for. */
    public record Filter(
            @QueryParam("campaignId") @DefaultValue("0") long campaignId,
            @QueryParam("listId") @DefaultValue("0") long listId,
            @QueryParam("number") @DefaultValue("") String number,
            @QueryParam("name") @DefaultValue("") String name,
            @QueryParam("externalId") @DefaultValue("") String externalId,
            @QueryParam("after") @DefaultValue("0") long after,

            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500)
            int limit) {}

    /** What to look for; what is left out does not count. @param limit 0 for 50 */
    public record Wanted(
            long campaignId,
            long listId,
            @NotNull @Size(max = 40) String number,
            @NotNull @Size(max = 100) String name,
            @NotNull @Size(max = 100) String externalId,
            long after,
            @Min(0) @Max(500) int limit) {
        /** Takes what is left out as empty; Jackson leaves it null. */
        public Wanted {
            number = number == null ? "" : number;
            name = name == null ? "" : name;
            externalId = externalId == null ? "" : externalId;
        }
    }

    /** A lead with what became of it. */
    public record LeadPage(LeadView lead, List<LeadSearch.AttemptView> attempts) {}

    /** How urgent. */
    public record Priority(@NotNull @Min(-1_000) @Max(1_000) Integer priority) {}

    private static final int DEFAULT_LIMIT = 50;

    private final Leads leads;
    private final LeadSearch search;
    private final LeadExplanation explanation;

    LeadResource(Leads leads, LeadSearch search, LeadExplanation explanation) {
        this.leads = leads;
        this.search = search;
        this.explanation = explanation;
    }

    /** Finds leads without their data in an address. */
    @POST
    @Path("search")
    @RolesAllowed({Roles.SUPERVISOR, Roles.MANAGER, Roles.COMPLIANCE})
    @Operation(summary = "Find leads as GET does; what is looked for stands in no address and in no log of addresses")
    public LeadSearch.Page search(@Valid @NotNull Wanted wanted) {
        return search.find(new LeadSearch.Query(
                wanted.campaignId(),
                wanted.listId(),
                wanted.number(),
                wanted.name(),
                wanted.externalId(),
                wanted.after(),
                wanted.limit() == 0 ? DEFAULT_LIMIT : wanted.limit()));
    }

    /** Why it waits. */
    @GET
    @Path("{id}/explanation")
    @RolesAllowed({Roles.SUPERVISOR, Roles.MANAGER, Roles.COMPLIANCE})
    @Operation(summary = "Why the lead is not being dialled now: one rule, and until when it holds")
    public LeadExplanation.View explanation(long id) {
        return explanation.of(id);
    }

    /** Finds leads. */
    @GET
    @RolesAllowed({Roles.SUPERVISOR, Roles.MANAGER, Roles.COMPLIANCE})
    @Operation(summary = "Find leads by number, beginning of the last name, or external id; pages by id")
    public LeadSearch.Page find(@Valid @BeanParam Filter filter) {
        return search.find(new LeadSearch.Query(
                filter.campaignId(),
                filter.listId(),
                filter.number(),
                filter.name(),
                filter.externalId(),
                filter.after(),
                filter.limit()));
    }

    /** One lead. */
    @GET
    @Path("{id}")
    @RolesAllowed({Roles.SUPERVISOR, Roles.MANAGER, Roles.COMPLIANCE})
    @Operation(summary = "One lead with phones, custom fields and attempts")
    public LeadPage get(long id) {
        return new LeadPage(leads.view(id), search.attempts(id));
    }

    /** A new lead. */
    @POST
    @ResponseStatus(201)
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Create a lead; with a high priority it is dialled next")
    public LeadView create(@Valid @NotNull LeadForm form) {
        return leads.create(form);
    }

    /** Changes a lead. */
    @PUT
    @Path("{id}")
    @RolesAllowed({Roles.SUPERVISOR, Roles.MANAGER})
    @Operation(summary = "Change a lead")
    public LeadView update(long id, @Valid @NotNull LeadForm form) {
        return leads.update(id, form);
    }

    /** Removes a lead. */
    @DELETE
    @Path("{id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Delete a lead that was never dialled")
    public void delete(long id) {
        leads.delete(id);
    }

    /** Puts a lead forward. */
    @POST
    @Path("{id}/priority")
    @RolesAllowed({Roles.SUPERVISOR, Roles.MANAGER})
    @Operation(summary = "Put a hot lead forward (or back)")
    public LeadView raise(long id, @Valid @NotNull Priority priority) {
        return leads.raise(id, priority.priority());
    }
}
