package io.tactus.lab.whatif;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The screens that follow the laboratory. One that does not keep up is disconnected; it comes back to all questions as they then are. */
@ApplicationScoped
class LabScreens {
    /** Messages that may be on their way to one screen. */
    private static final int LIMIT = 40;

    /** What is sent: all questions at the beginning, then each that changed. */
    record Message(List<LabRunView> runs) {}

    private final Map<WebSocketConnection, AtomicInteger> screens = new ConcurrentHashMap<>();
    private final ObjectMapper json;

    LabScreens(ObjectMapper json) {
        this.json = json;
    }

    void add(WebSocketConnection connection, List<LabRunView> all) {
        AtomicInteger pending = new AtomicInteger();
        screens.put(connection, pending);
        send(connection, pending, text(all));
    }

    void remove(WebSocketConnection connection) {
        screens.remove(connection);
    }

    /** A question has changed. */
    void show(LabRunView run) {
        if (!screens.isEmpty()) {
            String text = text(List.of(run));
            screens.forEach((connection, pending) -> send(connection, pending, text));
        }
    }

    private String text(List<LabRunView> runs) {
        try {
            return json.writeValueAsString(new Message(runs));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the runs cannot be written as JSON", e);
        }
    }

    private void send(WebSocketConnection connection, AtomicInteger pending, String text) {
        if (pending.incrementAndGet() > LIMIT) {
            screens.remove(connection);
            connection
                    .close(new CloseReason(1013, "the screen does not keep up"))
                    .subscribe()
                    .with(ok -> {}, e -> {});
            return;
        }
        connection.sendText(text).subscribe().with(ok -> pending.decrementAndGet(), e -> screens.remove(connection));
    }
}
