package io.tactus.dialing;

import io.tactus.dialing.store.DialingStore;
import io.tactus.floor.input.CampaignInput;
import io.tactus.floor.input.Input;
import io.tactus.floor.model.AbandonmentCounts;
import io.tactus.platform.EngineClock;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The periods over which abandoned calls are counted, and the counts with which a floor begins one. */
final class MeasuringPeriods {
    private static final Duration THIRTY_DAYS = Duration.ofDays(30);

    private record Period(Instant from, Instant to) {}

    private final DialingStore store;
    private final EngineClock clock;
    private final Consumer<Input> floor;
    private final Map<Long, CampaignBook.Entry> campaigns = new ConcurrentHashMap<>();
    private final Map<Long, Instant> ends = new ConcurrentHashMap<>();

    MeasuringPeriods(DialingStore store, EngineClock clock, Consumer<Input> floor) {
        this.store = store;
        this.clock = clock;
        this.floor = floor;
    }

    /**
     * Tells the floor the counts of a campaign that it does not count itself yet. Later the floor knows better than the database, which may lag by
     * a batch; only a change of the kind of period makes it count anew.
     */
    void countOnce(CampaignBook.Entry campaign) throws SQLException {
        CampaignBook.Entry known = campaigns.get(campaign.id());
        if (known == null
                || known.period() != campaign.period()
                || !known.startedAt().equals(campaign.startedAt())) {
            count(campaign);
        }
    }

    /** Tells the floor what was counted in the present period of the campaign. */
    void count(CampaignBook.Entry campaign) throws SQLException {
        Period period = periodOf(campaign, clock.instant());
        AbandonmentCounts counts = store.countsSince(campaign.id(), period.from());
        campaigns.put(campaign.id(), campaign);
        ends.put(campaign.id(), period.to());
        long endMicros =
                period.to().equals(Instant.MAX) ? Long.MAX_VALUE : period.to().toEpochMilli() * 1_000;
        floor.accept(new CampaignInput.AbandonmentCounted(campaign.id(), counts, endMicros));
    }

    /** Begins new periods where old ones have ended. */
    void roll() throws SQLException {
        Instant now = clock.instant();
        for (Map.Entry<Long, Instant> end : ends.entrySet()) {
            CampaignBook.Entry campaign = campaigns.get(end.getKey());
            if (campaign != null && !now.isBefore(end.getValue())) {
                count(campaign);
            }
        }
    }

    /** Successive periods from the campaign's first start; days are days of UTC. */
    private static Period periodOf(CampaignBook.Entry campaign, Instant now) {
        Instant start = campaign.startedAt().orElse(now);
        return switch (campaign.period()) {
            case CAMPAIGN -> new Period(start, Instant.MAX);
            case DAY -> {
                Instant day = now.atOffset(ZoneOffset.UTC)
                        .truncatedTo(ChronoUnit.DAYS)
                        .toInstant();
                yield new Period(day, day.plus(Duration.ofDays(1)));
            }
            case THIRTY_DAYS -> {
                long periods = Math.max(0, Duration.between(start, now).dividedBy(THIRTY_DAYS));
                Instant from = start.plus(THIRTY_DAYS.multipliedBy(periods));
                yield new Period(from, from.plus(THIRTY_DAYS));
            }
        };
    }
}
