package io.tactus.decision;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tactus.dialing.EffectListener;
import io.tactus.floor.effect.Effect;
import io.tactus.floor.effect.NewsEffect;
import io.tactus.floor.effect.NewsEffect.Paced;
import io.tactus.platform.EngineClock;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Writes decisions behind the floor's back. Dialling never waits for it: at the queue's limit, and when the database refuses a batch three
 * times, decisions are dropped and counted. It also removes what is older than the time kept, every five minutes.
 */
@ApplicationScoped
class DecisionLog implements EffectListener {
    private static final Logger LOG = Logger.getLogger(DecisionLog.class);
    private static final int BATCH = 500;
    private static final int TRIES = 3;
    private static final long RETRY_MILLIS = 1_000;
    private static final long CLEAN_NANOS = TimeUnit.MINUTES.toNanos(5);

    private final DecisionStore store;
    private final EngineClock clock;
    private final Duration keep;
    private final Thinner thinner;
    private final ArrayBlockingQueue<Paced> queue;
    private final Counter stored;
    private final Counter dropped;
    private final Thread thread = new Thread(this::loop, "decisions");
    private volatile boolean running = true;
    private long cleanedNanos;

    DecisionLog(DecisionStore store, EngineClock clock, DecisionConfig config, MeterRegistry registry) {
        this.store = store;
        this.clock = clock;
        this.keep = config.keep();
        this.thinner = new Thinner(config.idleInterval());
        this.queue = new ArrayBlockingQueue<>(config.waiting());
        this.stored = Counter.builder("tactus.decisions.stored")
                .description("Pacing decisions written to the database")
                .register(registry);
        this.dropped = Counter.builder("tactus.decisions.dropped")
                .description("Pacing decisions that could not be kept: the queue was full or the database refused them")
                .register(registry);
        Gauge.builder("tactus.queue.depth", queue, ArrayBlockingQueue::size)
                .description("Entries that wait in a queue of the engine")
                .tag("queue", "decisions")
                .register(registry);
    }

    void start(@Observes @Priority(1_900) StartupEvent event) {
        cleanedNanos = clock.monotonicNanos() - CLEAN_NANOS;
        thread.start();
    }

    @Override
    public void on(Effect effect) {
        if (effect instanceof NewsEffect.Paced decision) {
            thinner.take(decision).ifPresent(kept -> {
                if (!queue.offer(kept)) {
                    dropped.increment();
                }
            });
        }
    }

    private void loop() {
        List<Paced> batch = new ArrayList<>();
        try {
            while (running || !queue.isEmpty()) {
                Paced first = queue.poll(200, TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.clear();
                    batch.add(first);
                    queue.drainTo(batch, BATCH - 1);
                    write(batch);
                }
                if (running && clock.monotonicNanos() - cleanedNanos >= CLEAN_NANOS) {
                    cleanedNanos = clock.monotonicNanos();
                    clean();
                }
            }
        } catch (InterruptedException e) {
            dropped.increment(queue.size());
            Thread.currentThread().interrupt();
        }
    }

    private void write(List<Paced> batch) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                store.write(batch);
                stored.increment(batch.size());
                return;
            } catch (SQLException e) {
                if (attempt == TRIES || !running) {
                    dropped.increment(batch.size());
                    LOG.warnf("%d pacing decisions are not kept: %s", batch.size(), e.getMessage());
                    return;
                }
                TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
            }
        }
    }

    private void clean() {
        try {
            store.removeBefore(clock.instant().minus(keep));
        } catch (SQLException e) {
            LOG.warnf("Old pacing decisions stay for five minutes more: %s", e.getMessage());
        }
    }

    void stop(@Observes ShutdownEvent event) {
        running = false;
        try {
            thread.join(3_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
    }
}
