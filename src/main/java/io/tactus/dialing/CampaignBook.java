package io.tactus.dialing;

import io.tactus.compliance.CallWindow;
import io.tactus.floor.model.CampaignSettings;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The campaigns as the dialling needs them, read once and kept until they change. */
final class CampaignBook {
    /** How long abandoned calls are counted before the count begins anew. */
    enum MeasuringPeriod {
        CAMPAIGN,
        THIRTY_DAYS,
        DAY
    }

    /**
     * One campaign.
     *
     * @param startedAt its first start; empty while it never was
     */
    record Entry(
            long id,
            String name,
            String state,
            CampaignSettings settings,
            CallWindow window,
            String callerId,
            String amdParameters,
            String message,
            String greeting,
            String drop,
            MeasuringPeriod period,
            Optional<Instant> startedAt) {}

    private final CampaignSource source;
    private final Map<Long, Entry> entries = new ConcurrentHashMap<>();

    CampaignBook(CampaignSource source) {
        this.source = source;
    }

    /** Reads all campaigns. */
    List<Entry> loadAll() throws SQLException {
        List<Entry> loaded = source.load();
        loaded.forEach(entry -> entries.put(entry.id(), entry));
        return loaded;
    }

    /** Reads one campaign anew; empty when it does not exist. */
    Optional<Entry> reload(long campaignId) throws SQLException {
        Optional<Entry> loaded = source.load(campaignId);
        loaded.ifPresent(entry -> entries.put(entry.id(), entry));
        return loaded;
    }

    /** The campaign as it was read last. */
    Entry get(long campaignId) throws SQLException {
        Entry entry = entries.get(campaignId);
        if (entry != null) {
            return entry;
        }
        return reload(campaignId).orElseThrow(() -> new SQLException("campaign " + campaignId + " does not exist"));
    }

    /** The campaign as it was read last, without asking the database. */
    Optional<Entry> find(long campaignId) {
        return Optional.ofNullable(entries.get(campaignId));
    }

    /** Campaigns that the agent serves. */
    List<Long> campaignsOf(long agentId) throws SQLException {
        return source.campaignsOf(agentId);
    }
}
