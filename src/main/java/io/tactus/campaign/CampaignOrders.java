package io.tactus.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import io.tactus.dialing.store.PlaceStore;
import io.tactus.filter.InvalidFilter;
import io.tactus.filter.Order;
import io.tactus.filter.OrderReader;
import io.tactus.platform.EngineClock;
import io.tactus.problem.Problem.FieldError;
import io.tactus.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** In what order a campaign dials its leads, and how its lists take turns. */
@ApplicationScoped
public class CampaignOrders {
    /** A list's part of the leads. @param share of all shares, 1 to 100 */
    public record Share(long list, @Min(1) @Max(100) int share) {}

    /**
     * An order.
     *
     * @param order fields by which leads of one priority are sorted ({@code field}, {@code descending}); null or empty: the first that is due
     * @param mix how many leads lists give in turn; lists that are not named keep their share; null: lists are not told apart
     */
    public record Wanted(
            @Schema(implementation = Object.class) @Nullable JsonNode order,
            @Nullable @Size(max = 1_000) List<@NotNull @Valid Share> mix) {}

    /** The order of a campaign. @param waiting due leads that are not in their places yet, counted up to some {@value PlaceStore#MOST_COUNTED} */
    public record View(
            @Schema(implementation = Object.class) @Nullable JsonNode order,
            @Nullable List<Share> mix,
            long waiting) {}

    private final Campaigns campaigns;
    private final LeadFields fields;
    private final EntityManager entities;
    private final PlaceStore places;
    private final EngineClock clock;

    CampaignOrders(
            Campaigns campaigns, LeadFields fields, EntityManager entities, DataSource dataSource, EngineClock clock) {
        this.campaigns = campaigns;
        this.fields = fields;
        this.entities = entities;
        this.places = new PlaceStore(dataSource);
        this.clock = clock;
    }

    /** As it is. */
    @Transactional
    public View get(long campaignId) {
        Campaign campaign = campaigns.get(campaignId);
        try {
            boolean placed = campaign.leadOrder != null || campaign.mixesLists;
            long waiting = placed ? places.waiting(campaignId, clock.instant()) : 0;
            return new View(campaign.leadOrder, campaign.mixesLists ? shares(campaignId) : null, waiting);
        } catch (SQLException e) {
            throw new IllegalStateException("the leads cannot be counted", e);
        }
    }

    private List<Share> shares(long campaignId) {
        List<Share> shares = new ArrayList<>();
        for (Object row : entities.createNativeQuery(
                        "select id, share from lead_list where campaign_id = ?1 order by id", Object[].class)
                .setParameter(1, campaignId)
                .getResultList()) {
            Object[] list = (Object[]) row;
            shares.add(new Share(((Number) list[0]).longValue(), ((Number) list[1]).intValue()));
        }
        return shares;
    }

    /** From the next reservation on. Leads come to their new places some thousands a second; until then the best of those that are there are dialled. */
    @Transactional
    public void put(long campaignId, Wanted wanted, String by) {
        campaigns.get(campaignId);
        Order order = read(campaignId, wanted.order());
        List<Share> mix = wanted.mix();
        if (mix != null) {
            check(campaignId, mix);
            mix.forEach(share -> entities.createNativeQuery("update lead_list set share = ?1 where id = ?2")
                    .setParameter(1, share.share())
                    .setParameter(2, share.list())
                    .executeUpdate());
        }
        campaigns.order(campaignId, order.keys().isEmpty() ? null : OrderReader.write(order), mix != null, by);
    }

    private Order read(long campaignId, @Nullable JsonNode json) {
        if (json == null || json.isNull()) {
            return Order.NONE;
        }
        try {
            return OrderReader.read(json, "order", fields.known(campaignId));
        } catch (InvalidFilter e) {
            throw LeadFields.refused(e);
        }
    }

    private void check(long campaignId, List<Share> mix) {
        Set<Long> lists = fields.lists(campaignId);
        Set<Long> seen = new HashSet<>();
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < mix.size(); i++) {
            long list = mix.get(i).list();
            if (!lists.contains(list)) {
                errors.add(new FieldError("mix[" + i + "].list", "is no list of the campaign"));
            } else if (!seen.add(list)) {
                errors.add(new FieldError("mix[" + i + "].list", "stands above already"));
            }
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }
}
