package io.tactus.wallboard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The screens that look at the floor. One that does not keep up is disconnected; it comes back to a fresh snapshot. */
@ApplicationScoped
class BoardScreens {
    /** Messages that may be on their way to one screen: ten seconds' worth. */
    private static final int LIMIT = 20;

    private final Map<WebSocketConnection, AtomicInteger> screens = new ConcurrentHashMap<>();
    private final ObjectMapper json;
    private volatile String snapshot = "";

    BoardScreens(ObjectMapper json) {
        this.json = json;
    }

    void add(WebSocketConnection connection) {
        AtomicInteger pending = new AtomicInteger();
        screens.put(connection, pending);
        if (!snapshot.isEmpty()) {
            send(connection, pending, snapshot);
        }
    }

    void remove(WebSocketConnection connection) {
        screens.remove(connection);
    }

    /** Takes the new picture and sends what changed. */
    void show(BoardSnapshot picture, BoardDelta delta) {
        try {
            String change = json.writeValueAsString(delta);
            snapshot = json.writeValueAsString(picture);
            screens.forEach((connection, pending) -> send(connection, pending, change));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the board cannot be written as JSON", e);
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
