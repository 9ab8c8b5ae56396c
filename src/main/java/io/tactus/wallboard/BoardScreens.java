package io.tactus.wallboard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.websockets.next.WebSocketConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The screens that look at the floor. One that does not keep up is disconnected; it comes back to a fresh snapshot. */
@ApplicationScoped
class BoardScreens {
    /** Messages that may be on their way to one screen: ten seconds' worth. */
    private static final int LIMIT = 20;

    private final Map<WebSocketConnection, Screen> screens = new ConcurrentHashMap<>();
    private final ObjectMapper json;
    private volatile String snapshot = "";

    BoardScreens(ObjectMapper json) {
        this.json = json;
    }

    void add(WebSocketConnection connection) {
        Screen screen = new Screen(connection, LIMIT);
        screens.put(connection, screen);
        if (!snapshot.isEmpty()) {
            send(connection, screen, snapshot);
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
            screens.forEach((connection, screen) -> send(connection, screen, change));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the board cannot be written as JSON", e);
        }
    }

    private void send(WebSocketConnection connection, Screen screen, String text) {
        if (!screen.send(text)) {
            screens.remove(connection);
        }
    }
}
