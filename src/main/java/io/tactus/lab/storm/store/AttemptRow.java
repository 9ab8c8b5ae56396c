package io.tactus.lab.storm.store;

import io.tactus.floor.model.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An attempt as the database would have it; times are microseconds, 0 for not yet. */
public final class AttemptRow {
    public final long id;
    public final Instant startedAt;
    public final long campaignId;
    public final long leadId;
    public final String number;
    public final String node;
    public final String trunk;
    public final long epoch;
    public long agentId;
    public long answeredMicros;
    public long connectedMicros;
    public long endedMicros;
    public @Nullable Outcome outcome;
    public boolean live;
    public long parkedById;
    public String disposition = "";
    /** What machine detection said; empty for nothing. */
    public String detection = "";

    AttemptRow(
            long id,
            Instant startedAt,
            long campaignId,
            long leadId,
            String number,
            String node,
            String trunk,
            long epoch,
            long agentId) {
        this.id = id;
        this.startedAt = startedAt;
        this.campaignId = campaignId;
        this.leadId = leadId;
        this.number = number;
        this.node = node;
        this.trunk = trunk;
        this.epoch = epoch;
        this.agentId = agentId;
    }
}
