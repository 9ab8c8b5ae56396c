package io.tactus.lab.storm.store;

import io.tactus.compliance.CallWindow;
import io.tactus.floor.model.CampaignSettings;
import io.tactus.floor.model.Outcome;
import java.time.Instant;
import java.util.Map;

/** A campaign as the database would have it. */
public final class CampaignRow {
    /** Minutes after which a lead is dialled again, by the outcome of the last attempt; as a new campaign has them. */
    private static final Map<Outcome, Integer> RETRY_MINUTES = Map.of(
            Outcome.BUSY, 15,
            Outcome.NO_ANSWER, 120,
            Outcome.MACHINE, 240,
            Outcome.CONGESTION, 5,
            Outcome.FAILED, 5,
            Outcome.INTERRUPTED, 30);

    public final long id;
    public final CampaignSettings settings;
    public final CallWindow window;
    public final int attemptsPerDay;
    public final int attemptsLifetime;
    public final Instant startedAt;
    public final Map<Outcome, Integer> retryMinutes = RETRY_MINUTES;
    /** In small letters, as the floor reported it last. */
    public String state = "draft";

    /** A campaign in draft. */
    public CampaignRow(
            long id,
            CampaignSettings settings,
            CallWindow window,
            int attemptsPerDay,
            int attemptsLifetime,
            Instant startedAt) {
        this.id = id;
        this.settings = settings;
        this.window = window;
        this.attemptsPerDay = attemptsPerDay;
        this.attemptsLifetime = attemptsLifetime;
        this.startedAt = startedAt;
    }
}
