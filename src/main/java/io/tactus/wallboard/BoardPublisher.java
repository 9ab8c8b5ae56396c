package io.tactus.wallboard;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tactus.dialing.DialingService;
import io.tactus.floor.model.DialMode;
import io.tactus.wallboard.Board.AgentRow;
import io.tactus.wallboard.Board.CallRow;
import io.tactus.wallboard.Board.Point;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Twice a second: a picture of the floor, and to every screen what changed since the last one. */
@ApplicationScoped
class BoardPublisher {
    private static final Logger LOG = Logger.getLogger(BoardPublisher.class);
    private static final long INTERVAL_MILLIS = 500;
    private static final int NAMES_EVERY = 20;
    /** Ten minutes, one point a second. */
    private static final int POINTS = 600;

    private final DialingService dialing;
    private final BoardReader reader;
    private final Names names;
    private final BoardScreens screens;
    private final List<BoardListener> listeners;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "wallboard"));
    private final Deque<Point> history = new ArrayDeque<>();
    private @Nullable Board last;
    private int rounds;

    BoardPublisher(
            DialingService dialing,
            BoardReader reader,
            Names names,
            BoardScreens screens,
            @All List<BoardListener> listeners) {
        this.listeners = listeners;
        this.dialing = dialing;
        this.reader = reader;
        this.names = names;
        this.screens = screens;
    }

    void start(@Observes @Priority(2_500) StartupEvent event) {
        timer.scheduleWithFixedDelay(this::publish, 0, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void publish() {
        if (!dialing.running()) {
            return;
        }
        try {
            if (rounds % NAMES_EVERY == 0) {
                names.refresh();
            }
            Board board = reader.read().get(5, TimeUnit.SECONDS);
            if (rounds % 2 == 0) {
                remember(board);
            }
            rounds++;
            listeners.forEach(listener -> listener.on(board));
            BoardDelta delta = delta(last, board);
            last = board;
            screens.show(new BoardSnapshot("snapshot", board, List.copyOf(history)), delta);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            LOG.warn("No picture of the floor could be taken; the next one follows", e);
        }
    }

    private void remember(Board board) {
        int inFlight =
                board.campaigns().stream().mapToInt(Board.CampaignRow::inFlight).sum();
        List<Board.CampaignRow> dialling = board.campaigns().stream()
                .filter(campaign -> !campaign.mode().equals(DialMode.INBOUND.name()))
                .toList();
        long live = dialling.stream().mapToLong(Board.CampaignRow::liveAnswers).sum();
        long abandoned =
                dialling.stream().mapToLong(Board.CampaignRow::abandoned).sum();
        history.addLast(new Point(
                board.atMillis(),
                count(board, "TALKING"),
                count(board, "WRAP_UP"),
                count(board, "READY"),
                inFlight,
                live == 0 ? 0 : (double) abandoned / live));
        if (history.size() > POINTS) {
            history.removeFirst();
        }
    }

    private static int count(Board board, String state) {
        return (int)
                board.agents().stream().filter(a -> a.state().equals(state)).count();
    }

    private static BoardDelta delta(@Nullable Board before, Board now) {
        List<AgentRow> agentsBefore = before == null ? List.of() : before.agents();
        List<CallRow> callsBefore = before == null ? List.of() : before.calls();
        return new BoardDelta(
                "delta",
                now.atMillis(),
                now.blocked(),
                now.nodes(),
                now.trunks(),
                now.campaigns(),
                changed(agentsBefore, now.agents(), AgentRow::id),
                gone(agentsBefore, now.agents(), AgentRow::id),
                changed(callsBefore, now.calls(), CallRow::id),
                gone(callsBefore, now.calls(), CallRow::id));
    }

    private static <T> List<T> changed(List<T> before, List<T> now, Function<T, Long> id) {
        Map<Long, T> known = new HashMap<>();
        before.forEach(row -> known.put(id.apply(row), row));
        List<T> changed = new ArrayList<>();
        for (T row : now) {
            if (!row.equals(known.get(id.apply(row)))) {
                changed.add(row);
            }
        }
        return changed;
    }

    private static <T> List<Long> gone(List<T> before, List<T> now, Function<T, Long> id) {
        Map<Long, T> known = new HashMap<>();
        before.forEach(row -> known.put(id.apply(row), row));
        now.forEach(row -> known.remove(id.apply(row)));
        return List.copyOf(known.keySet());
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }
}
