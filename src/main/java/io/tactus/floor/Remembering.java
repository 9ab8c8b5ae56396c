package io.tactus.floor;

import static io.tactus.floor.FloorState.SECOND;

import io.tactus.floor.effect.StoreEffect;
import io.tactus.floor.model.Campaign;
import io.tactus.floor.model.CampaignState;
import io.tactus.pacing.forecast.ForecastMemory;
import java.util.Optional;

/** Has what campaigns learn kept: once a minute while they run, and when they pause, stop or are done. */
final class Remembering {
    private static final long INTERVAL = 60 * SECOND;

    private Remembering() {}

    /** Looks whether a minute is over. */
    static void tick(FloorState state) {
        for (Campaign campaign : state.campaigns.values()) {
            if (campaign.state() != CampaignState.RUNNING) {
                continue;
            }
            if (campaign.rememberedMicros == 0) {
                campaign.rememberedMicros = state.now;
            } else if (state.now - campaign.rememberedMicros >= INTERVAL) {
                keep(state, campaign);
            }
        }
    }

    /** The campaign's state changed. */
    static void moved(FloorState state, Campaign campaign) {
        switch (campaign.state()) {
            case PAUSED, STOPPED, DONE -> keep(state, campaign);
            case DRAFT, RUNNING, PAUSING -> {
                // It learns on, or has nothing to tell.
            }
        }
    }

    private static void keep(FloorState state, Campaign campaign) {
        campaign.rememberedMicros = state.now;
        if (!campaign.forecast.learntAnything()) {
            return;
        }
        Optional<ForecastMemory> memory = Optional.of(campaign.memory());
        if (!memory.equals(campaign.remembered)) {
            campaign.remembered = memory;
            state.emit(new StoreEffect.Learnt(campaign.id, memory.get(), state.now));
        }
    }

    /** An earlier life's memory comes back. */
    static void recall(FloorState state, Campaign campaign, ForecastMemory memory) {
        if (campaign.state() != CampaignState.DRAFT) {
            state.refuse("campaign", campaign.id, "what was learnt before can be given back before the start only");
            return;
        }
        try {
            campaign.recall(memory);
        } catch (IllegalArgumentException e) {
            state.anomaly(
                    "campaign", campaign.id, "what it had learnt is not readable and is ignored: " + e.getMessage());
        }
    }
}
