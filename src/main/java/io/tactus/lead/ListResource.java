package io.tactus.lead;

import io.tactus.access.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Lists of leads over REST. */
@Path("/api/lists")
@Tag(name = "Leads")
public class ListResource {
    /**
     * A list as a manager writes it.
     *
     * @param priority of leads that are added from now on; higher is dialled first
     */
    public record ListForm(
            @NotNull Long campaignId,
            @NotBlank @Size(max = 100) String name,
            @Nullable @Size(max = 100) List<@Valid @NotNull CustomField> customFields,
            @Min(-1_000) @Max(1_000) int priority) {
        List<CustomField> fields() {
            return customFields == null ? List.of() : customFields;
        }
    }

    /** A list as others see it. */
    public record ListView(
            long id, long campaignId, String name, List<CustomField> customFields, int priority, Instant createdAt) {
        static ListView of(LeadList list) {
            return new ListView(
                    list.storedId(), list.campaignId, list.name, list.customFields, list.priority, list.createdAt);
        }
    }

    private final LeadLists lists;
    private final ListFigures figures;
    private final LeadExplanation explanation;

    ListResource(LeadLists lists, ListFigures figures, LeadExplanation explanation) {
        this.lists = lists;
        this.figures = figures;
        this.explanation = explanation;
    }

    /** How far lists are. */
    @GET
    @Path("figures")
    @RolesAllowed({Roles.SUPERVISOR, Roles.MANAGER, Roles.COMPLIANCE})
    @Operation(summary = "Leads, dialled and open ones of each list that has any, of all campaigns or one")
    public List<ListFigures.Row> figures(@QueryParam("campaignId") @DefaultValue("0") long campaignId) {
        return figures.of(campaignId);
    }

    /** What came of a list. */
    @GET
    @Path("{id}/funnel")
    @RolesAllowed({Roles.SUPERVISOR, Roles.MANAGER, Roles.COMPLIANCE})
    @Operation(summary = "The funnel of a list: leads, dialled, reached, talked, disposed")
    public ListFigures.Funnel funnel(long id) {
        return figures.funnel(id);
    }

    /** Why its leads are not dialled. */
    @GET
    @Path("{id}/explanation")
    @RolesAllowed({Roles.SUPERVISOR, Roles.MANAGER, Roles.COMPLIANCE})
    @Operation(summary = "How many leads of the list each rule keeps from being dialled now")
    public Map<String, Long> explanation(long id) {
        lists.get(id);
        return explanation.ofList(id);
    }

    /** All lists. */
    @GET
    @RolesAllowed({Roles.SUPERVISOR, Roles.MANAGER, Roles.COMPLIANCE})
    @Operation(summary = "All lists, or those of a campaign")
    public List<ListView> list(@QueryParam("campaignId") @DefaultValue("0") long campaignId) {
        return lists.list(campaignId).stream().map(ListView::of).toList();
    }

    /** One list. */
    @GET
    @Path("{id}")
    @RolesAllowed({Roles.SUPERVISOR, Roles.MANAGER, Roles.COMPLIANCE})
    @Operation(summary = "One list")
    public ListView get(long id) {
        return ListView.of(lists.get(id));
    }

    /** A new list. */
    @POST
    @ResponseStatus(201)
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Create an empty list")
    public ListView create(@Valid @NotNull ListForm form) {
        return ListView.of(lists.create(form.campaignId(), form.name(), form.fields(), form.priority()));
    }

    /** Another name, more fields. */
    @PUT
    @Path("{id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Change a list; it stays with its campaign, and custom fields keep their types")
    public ListView update(long id, @Valid @NotNull ListForm form) {
        return ListView.of(lists.update(id, form.name(), form.fields(), form.priority()));
    }

    /** Removes a list. */
    @DELETE
    @Path("{id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Delete a list whose leads were never dialled, with its leads")
    public void delete(long id) {
        lists.delete(id);
    }
}
