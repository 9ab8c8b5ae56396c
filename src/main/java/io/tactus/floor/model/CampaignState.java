package io.tactus.floor.model;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Life of a campaign. */
public enum CampaignState {
    DRAFT,
    RUNNING,
    /** No new calls; those under way are finished first, then {@link #PAUSED} or {@link #STOPPED}. */
    PAUSING,
    PAUSED,
    STOPPED,
    /** The lists hold no lead that will ever be dialable again. */
    DONE;

    private static final Map<CampaignState, Set<CampaignState>> NEXT = new EnumMap<>(Map.of(
            DRAFT, EnumSet.of(RUNNING, STOPPED),
            RUNNING, EnumSet.of(PAUSING, PAUSED, STOPPED, DONE),
            PAUSING, EnumSet.of(RUNNING, PAUSED, STOPPED),
            PAUSED, EnumSet.of(RUNNING, STOPPED),
            STOPPED, EnumSet.of(RUNNING),
            DONE, EnumSet.of(RUNNING, STOPPED)));

    /** Whether a campaign may go from this state straight to {@code next}. */
    public boolean allows(CampaignState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }
}
