package io.tactus.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import io.tactus.dialing.FloorCommands;
import io.tactus.dialing.store.FilterStore;
import io.tactus.filter.Filter;
import io.tactus.filter.FilterReader;
import io.tactus.filter.FilterWriter;
import io.tactus.filter.InvalidFilter;
import io.tactus.platform.EngineClock;
import io.tactus.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Which leads of its lists a campaign dials. */
@ApplicationScoped
public class CampaignFilters {
    private final Campaigns campaigns;
    private final FloorCommands floor;
    private final AfterCommit afterCommit;
    private final LeadFields fields;
    private final FilterStore store;
    private final EngineClock clock;

    CampaignFilters(
            Campaigns campaigns,
            FloorCommands floor,
            AfterCommit afterCommit,
            LeadFields fields,
            DataSource dataSource,
            EngineClock clock) {
        this.campaigns = campaigns;
        this.floor = floor;
        this.afterCommit = afterCommit;
        this.fields = fields;
        this.store = new FilterStore(dataSource);
        this.clock = clock;
    }

    /** The campaign's filter; left out when it dials all leads. */
    @Transactional
    public @Nullable JsonNode get(long campaignId) {
        return campaigns.get(campaignId).filter;
    }

    /** Lets the campaign dial what passes, or everything when there is none; reserved leads that do not pass are withdrawn from the hopper. */
    @Transactional
    public void put(long campaignId, @Nullable JsonNode json, String by) {
        Filter filter = read(campaignId, json);
        boolean all = filter instanceof Filter.All group && group.of().isEmpty();
        campaigns.filter(campaignId, all ? null : FilterWriter.write(filter), by);
        try {
            List<Long> withdrawn = store.withdraw(campaignId, filter);
            afterCommit.run(() -> {
                withdrawn.forEach(callId -> floor.leadWithdrawn(campaignId, callId));
                floor.campaignChanged(campaignId);
            });
        } catch (SQLException e) {
            throw new IllegalStateException("the hopper cannot be filtered", e);
        }
    }

    /** How many leads a filter would let through; it need not be the campaign's. @throws ProblemException with 409 when that takes too long to count */
    @Transactional
    public FilterStore.Count count(long campaignId, @Nullable JsonNode json) {
        Filter filter = read(campaignId, json);
        try {
            return store.count(campaignId, filter, clock.instant());
        } catch (SQLTimeoutException e) {
            throw ProblemException.conflict("There are too many leads to be counted in " + FilterStore.SECONDS + " s.");
        } catch (SQLException e) {
            throw new IllegalStateException("the leads cannot be counted", e);
        }
    }

    private Filter read(long campaignId, @Nullable JsonNode json) {
        campaigns.get(campaignId);
        if (json == null || json.isNull()) {
            return new Filter.All(List.of());
        }
        try {
            return FilterReader.read(json, "filter", fields.known(campaignId));
        } catch (InvalidFilter e) {
            throw LeadFields.refused(e);
        }
    }
}
