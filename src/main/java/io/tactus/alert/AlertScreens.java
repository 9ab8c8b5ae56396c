package io.tactus.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.websockets.next.WebSocketConnection;
import io.tactus.alert.AlertBook.Open;
import io.tactus.wallboard.Screen;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who watches alerts: each screen gets those of its person's roles, all that are open whenever one opens or closes. */
@ApplicationScoped
class AlertScreens {
    /** An open alert as a screen gets it. */
    public record View(
            String role,
            AlertKind kind,
            long subjectId,
            String subject,
            double threshold,
            double value,
            Instant openedAt) {}

    /** What a screen gets. */
    public record Message(List<View> alerts) {}

    private record Watcher(Screen screen, Set<String> roles) {}

    /** Alerts in one message at most; a floor on fire needs no longer list. */
    private static final int MOST_SHOWN = 500;

    private static final int LIMIT = 50;

    private final Map<WebSocketConnection, Watcher> watchers = new ConcurrentHashMap<>();
    private final ObjectMapper json;
    private volatile List<Open> open = List.of();

    AlertScreens(ObjectMapper json) {
        this.json = json;
    }

    void add(WebSocketConnection connection, Set<String> roles) {
        Watcher watcher = new Watcher(new Screen(connection, LIMIT), Set.copyOf(roles));
        watchers.put(connection, watcher);
        send(connection, watcher);
    }

    void remove(WebSocketConnection connection) {
        watchers.remove(connection);
    }

    void show(List<Open> now) {
        open = now;
        watchers.forEach(this::send);
    }

    private void send(WebSocketConnection connection, Watcher watcher) {
        List<View> views = open.stream()
                .filter(alert -> watcher.roles().contains(alert.key().role()))
                .limit(MOST_SHOWN)
                .map(alert -> new View(
                        alert.key().role(),
                        alert.key().kind(),
                        alert.key().subjectId(),
                        alert.subject(),
                        alert.threshold(),
                        alert.value(),
                        alert.openedAt()))
                .toList();
        try {
            if (!watcher.screen().send(json.writeValueAsString(new Message(views)))) {
                watchers.remove(connection);
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("alerts cannot be written as JSON", e);
        }
    }
}
