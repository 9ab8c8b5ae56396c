package io.tactus.dialing;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tactus.dialing.store.ForecastStore;
import io.tactus.floor.effect.Effect;
import io.tactus.floor.effect.StoreEffect;
import io.tactus.platform.EngineClock;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Keeps what campaigns learn. Only the latest of each campaign waits to be written, so what waits is bounded by the number of campaigns;
 * while the database does not take it, it waits on and dialling does not care.
 */
@ApplicationScoped
class CampaignMemories implements EffectListener {
    private static final Logger LOG = Logger.getLogger(CampaignMemories.class);
    private static final long INTERVAL_MILLIS = 1_000;

    private final ForecastStore store;
    private final Map<Long, StoreEffect.Learnt> waiting = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "memories"));
    private boolean failing;

    CampaignMemories(DataSource dataSource) {
        this.store = new ForecastStore(dataSource);
    }

    void start(@Observes @Priority(1_900) StartupEvent event) {
        timer.scheduleWithFixedDelay(this::write, INTERVAL_MILLIS, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void on(Effect effect) {
        if (effect instanceof StoreEffect.Learnt learnt) {
            waiting.put(learnt.campaignId(), learnt);
        }
    }

    private void write() {
        for (StoreEffect.Learnt learnt : waiting.values()) {
            try {
                store.keep(learnt.campaignId(), learnt.memory(), EngineClock.instantOf(learnt.atMicros()));
                // A later one may have come meanwhile; that one stays.
                waiting.remove(learnt.campaignId(), learnt);
                failing = false;
            } catch (SQLException e) {
                if (!failing) {
                    LOG.warnf("What campaigns learn is kept later: %s", e.getMessage());
                }
                failing = true;
                return;
            }
        }
    }

    /** After the floor has stopped. */
    void stop(@Observes @Priority(3_000) ShutdownEvent event) throws InterruptedException {
        timer.shutdown();
        if (timer.awaitTermination(3, TimeUnit.SECONDS)) {
            write();
        }
    }
}
