package io.tactus.wallboard.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.TimeoutException;
import io.tactus.wallboard.events.FloorEvent.Numbered;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * One client with its queue, and the thread that writes to it: one message at a time, the next when the socket has taken the last one.
 * A client that takes nothing for {@link #PATIENCE} is disconnected.
 */
final class EventClient {
    /** Events that may wait for one client; about ten seconds of a floor of five hundred agents. */
    static final int LIMIT = 2_000;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Logger LOG = Logger.getLogger(EventClient.class);

    private final WebSocketConnection connection;
    private final EventFilter filter;
    private final ObjectMapper json;
    private final EventQueue queue = new EventQueue(LIMIT);
    private final Thread writer = Thread.ofVirtual().name("floor-events").unstarted(this::write);

    EventClient(WebSocketConnection connection, EventFilter filter, ObjectMapper json) {
        this.connection = connection;
        this.filter = filter;
        this.json = json;
    }

    /** Starts with this message. */
    void begin(Numbered first) {
        queue.offer(first);
        writer.start();
    }

    /** An event has happened; never waits. */
    void offer(Numbered event) {
        if (filter.wants(event.event())) {
            queue.offer(event);
        }
    }

    private void write() {
        try {
            while (connection.isOpen()) {
                String message = json.writeValueAsString(queue.take());
                connection.sendText(message).await().atMost(PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException e) {
            close(new CloseReason(1013, "the client takes no messages"));
        } catch (JsonProcessingException e) {
            LOG.error("An event cannot be written as JSON", e);
            close(CloseReason.INTERNAL_SERVER_ERROR);
        } catch (RuntimeException e) {
            // The connection is gone in the middle of a message; its end removes this client.
            LOG.debug("A client of the floor's events is gone", e);
        }
    }

    private void close(CloseReason reason) {
        connection.close(reason).subscribe().with(ok -> {}, e -> {});
    }

    /** Ends the writer. */
    void end() {
        writer.interrupt();
    }
}
