package io.tactus.dialing;

import io.quarkus.scheduler.Scheduled;
import io.tactus.dialing.store.PlaceStore;
import io.tactus.platform.EngineClock;
import io.tactus.platform.TactusConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Puts the leads of campaigns with an order in their places, in the background, so that reservations find them sorted. */
@ApplicationScoped
class LeadSorter {
    private static final Logger LOG = Logger.getLogger(LeadSorter.class);
    private static final int AT_ONCE = 5_000;
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final TactusConfig config;
    private final PlaceStore places;
    private final EngineClock clock;

    LeadSorter(TactusConfig config, DataSource dataSource, EngineClock clock) {
        this.config = config;
        this.places = new PlaceStore(dataSource);
        this.clock = clock;
    }

    /** Goes round the campaigns until all is in its place, or for some seconds. */
    @Scheduled(every = "1s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sort() {
        if (!config.floorEnabled()) {
            return;
        }
        try {
            Deque<Long> unsorted = new ArrayDeque<>(places.campaigns());
            long end = clock.monotonicNanos() + LONGEST_NANOS;
            while (!unsorted.isEmpty() && clock.monotonicNanos() < end) {
                long campaignId = unsorted.remove();
                if (places.settle(campaignId, AT_ONCE, clock.instant()) > 0) {
                    unsorted.add(campaignId);
                }
            }
        } catch (SQLException e) {
            LOG.warn("The leads cannot be sorted now; reservations sort as many as they need", e);
        }
    }
}
