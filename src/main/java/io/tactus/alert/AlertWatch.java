package io.tactus.alert;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tactus.alert.AlertBook.Changes;
import io.tactus.platform.EngineClock;
import io.tactus.wallboard.Board;
import io.tactus.wallboard.BoardListener;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the last picture of the floor once a second, on a thread of its own. While the database does not answer, screens are alerted all
 * the same, and what is to be kept waits: {@value #MOST_WAITING} looks that changed something, then the oldest are lost for the history.
 */
@ApplicationScoped
class AlertWatch implements BoardListener {
    private record Kept(Changes changes, Instant at) {}

    static final int MOST_WAITING = 1_000;

    private static final Logger LOG = Logger.getLogger(AlertWatch.class);
    private static final long LOOK_MILLIS = 1_000;
    private static final int CLEAN_EVERY = 3_600;
    private static final Duration KEEP = Duration.ofDays(30);

    private final AlertStore store;
    private final AlertScreens screens;
    private final EngineClock clock;
    private final AlertBook book = new AlertBook();
    private final Deque<Kept> waiting = new ArrayDeque<>();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "alerts"));
    private volatile @Nullable Board last;
    private volatile AlertSettings settings = AlertSettings.of(Map.of());
    private boolean begun;
    private int looks;

    AlertWatch(AlertStore store, AlertScreens screens, EngineClock clock) {
        this.store = store;
        this.screens = screens;
        this.clock = clock;
    }

    void start(@Observes @Priority(2_600) StartupEvent event) {
        timer.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void on(Board board) {
        last = board;
    }

    /** Somebody chose other thresholds; they hold from the next look on. */
    void settingsChanged() throws SQLException {
        settings = store.settings();
    }

    private void look() {
        try {
            Board board = last;
            if (board == null || !prepared()) {
                return;
            }
            Instant now = clock.instant();
            Changes changes = book.see(Measurement.of(board), settings, now);
            if (!changes.none()) {
                screens.show(book.open());
                keep(new Kept(changes, now));
            }
            write();
        } catch (RuntimeException e) {
            LOG.warn("A look for alerts failed; the next one follows", e);
        }
    }

    private boolean prepared() {
        if (!begun) {
            try {
                store.closeAll(clock.instant());
                settings = store.settings();
                begun = true;
            } catch (SQLException e) {
                LOG.warnf("No alerts before the database answers: %s", e.getMessage());
            }
        }
        return begun;
    }

    private void keep(Kept change) {
        if (waiting.size() >= MOST_WAITING) {
            waiting.removeFirst();
            LOG.warn("The database has not answered for long; an alert is lost for the history");
        }
        waiting.addLast(change);
    }

    private void write() {
        try {
            while (!waiting.isEmpty()) {
                Kept first = waiting.getFirst();
                store.write(first.changes(), first.at());
                waiting.removeFirst();
            }
            if (looks++ % CLEAN_EVERY == 0) {
                store.removeBefore(clock.instant().minus(KEEP));
            }
        } catch (SQLException e) {
            LOG.debugf("Alerts wait to be kept: %s", e.getMessage());
        }
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }
}
