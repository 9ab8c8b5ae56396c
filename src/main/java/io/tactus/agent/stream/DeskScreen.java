package io.tactus.agent.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.TimeoutException;
import io.tactus.platform.EngineClock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/**
 * One page of an agent, and the thread that writes to it. Nothing waits in line: a poke only says that something may have changed, and
 * the writer then reads what is now and sends the parts that are not as the page has them. Without news it says every two seconds that it
 * is there, so that the page knows a dead line from a quiet one.
 */
final class DeskScreen {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long BEAT_MILLIS = 2_000;
    /** The store is some milliseconds behind the floor. */
    private static final long STORE_MILLIS = 300;

    private static final Logger LOG = Logger.getLogger(DeskScreen.class);

    private final WebSocketConnection connection;
    private final DeskParts parts;
    private final ObjectMapper json;
    private final EngineClock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Map<String, JsonNode> shown = new HashMap<>();
    private final Thread writer = Thread.ofVirtual().name("desk").unstarted(this::write);
    private boolean poked;
    private long storeDueNanos;

    DeskScreen(WebSocketConnection connection, DeskParts parts, ObjectMapper json, EngineClock clock) {
        this.connection = connection;
        this.parts = parts;
        this.json = json;
        this.clock = clock;
    }

    void begin() {
        writer.start();
    }

    /** Something may have changed; never waits for long. @param stored whether what the store knows will have changed as well */
    void poke(boolean stored) {
        lock.lock();
        try {
            poked = true;
            if (stored) {
                storeDueNanos = clock.monotonicNanos() + TimeUnit.MILLISECONDS.toNanos(STORE_MILLIS);
            }
            news.signal();
        } finally {
            lock.unlock();
        }
    }

    private void write() {
        try {
            send(message("snapshot", parts.all()));
            while (connection.isOpen()) {
                boolean store = awaitNews();
                ObjectNode change = message("change", store ? parts.all() : parts.fromFloor());
                send(change);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException e) {
            close(new CloseReason(1013, "the page takes no messages"));
        } catch (DeskParts.NoDesk e) {
            close(new CloseReason(1008, "you are no agent: an agent needs a phone"));
        } catch (Exception e) {
            if (connection.isOpen()) {
                LOG.warn("A desk cannot be shown; its page comes back by itself", e);
                close(CloseReason.INTERNAL_SERVER_ERROR);
            }
        }
    }

    /** Says whether the store is to be read as well. */
    private boolean awaitNews() throws InterruptedException {
        lock.lock();
        try {
            long rest = TimeUnit.MILLISECONDS.toNanos(BEAT_MILLIS);
            while (!poked && rest > 0 && !storeDue()) {
                long untilStore = storeDueNanos == 0 ? rest : storeDueNanos - clock.monotonicNanos();
                long waits = Math.clamp(untilStore, 1, rest);
                rest -= waits - Math.max(0, news.awaitNanos(waits));
            }
            poked = false;
            boolean store = storeDue();
            if (store) {
                storeDueNanos = 0;
            }
            return store;
        } finally {
            lock.unlock();
        }
    }

    private boolean storeDue() {
        return storeDueNanos != 0 && clock.monotonicNanos() >= storeDueNanos;
    }

    /** The parts that the page does not have like this. */
    private ObjectNode message(String type, Map<String, Object> now) {
        ObjectNode message = json.createObjectNode();
        message.put("type", type);
        message.put("at", clock.instant().toString());
        now.forEach((name, value) -> {
            JsonNode part = DeskParts.tree(json, value);
            if (!part.equals(shown.put(name, part))) {
                message.set(name, part);
            }
        });
        return message;
    }

    private void send(ObjectNode message) {
        connection.sendText(message.toString()).await().atMost(PATIENCE);
    }

    private void close(CloseReason reason) {
        connection.close(reason).subscribe().with(ok -> {}, e -> LOG.debug("The page was gone already", e));
    }

    void end() {
        writer.interrupt();
    }
}
