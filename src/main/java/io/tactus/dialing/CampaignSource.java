package io.tactus.dialing;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Where campaigns are read from. */
interface CampaignSource {
    /** All campaigns, in the order of their ids. */
    List<CampaignBook.Entry> load() throws SQLException;

    /** One campaign; empty when it does not exist. */
    Optional<CampaignBook.Entry> load(long campaignId) throws SQLException;

    /** Campaigns that the agent serves. */
    List<Long> campaignsOf(long agentId) throws SQLException;
}
