package io.tactus.floor.input;

import io.tactus.floor.model.AbandonmentCounts;
import io.tactus.floor.model.CampaignSettings;
import io.tactus.floor.model.ReservedLead;
import io.tactus.pacing.forecast.ForecastMemory;
import java.util.List;

/** Settings and commands for campaigns, and the leads that the hopper brings. */
public sealed interface CampaignInput extends Input {
    /** The campaign that this is about. */
    long campaignId();

    /** The campaign exists with these settings; also sent on every change. */
    record Configured(long campaignId, CampaignSettings settings) implements CampaignInput {}

    /** What the campaign had learnt in an earlier life of the engine; before its start. */
    record Remembered(long campaignId, ForecastMemory memory) implements CampaignInput {}

    /** Somebody commands the campaign. */
    record Commanded(long campaignId, Command command) implements CampaignInput {}

    /** What a campaign can be told. */
    enum Command {
        START,
        PAUSE,
        STOP
    }

    /**
     * Counts of the measuring period so far; sent before the start and when a new period begins.
     *
     * @param periodEndsAtMicros when the counts start again from zero; {@link Long#MAX_VALUE} for the whole campaign
     */
    record AbandonmentCounted(long campaignId, AbandonmentCounts counts, long periodEndsAtMicros)
            implements CampaignInput {}

    /**
     * Leads are reserved for the campaign.
     *
     * @param exhausted no lead of the campaign will become dialable again by itself
     */
    record LeadsReserved(long campaignId, List<ReservedLead> leads, boolean exhausted) implements CampaignInput {
        /** Copies the list. */
        public LeadsReserved {
            leads = List.copyOf(leads);
        }
    }

    /** A lead in the hopper or in a preview must not be dialled any more (do-not-call, erased, edited). */
    record LeadWithdrawn(long campaignId, long callId) implements CampaignInput {}
}
