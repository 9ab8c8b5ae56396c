package io.tactus.lead.upload;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.websockets.next.WebSocketConnection;
import io.tactus.problem.ProblemException;
import io.tactus.wallboard.Screen;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Who watches imports. What they see is the database's word, so that it does not matter which engine imports. */
@ApplicationScoped
class ImportScreens {
    private static final int LIMIT = 50;

    private final Map<WebSocketConnection, Watcher> watchers = new ConcurrentHashMap<>();
    private final ImportStore store;
    private final ObjectMapper json;

    ImportScreens(ImportStore store, ObjectMapper json) {
        this.store = store;
        this.json = json;
    }

    private static final class Watcher {
        private final long importId;
        private final Screen screen;
        private String seen = "";

        Watcher(long importId, Screen screen) {
            this.importId = importId;
            this.screen = screen;
        }

        /** Says whether the screen keeps up. */
        synchronized boolean see(String message) {
            boolean isNews = !message.equals(seen);
            seen = message;
            return !isNews || screen.send(message);
        }
    }

    void add(WebSocketConnection connection, long importId) {
        Watcher watcher = new Watcher(importId, new Screen(connection, LIMIT));
        watcher.see(present(importId));
        watchers.put(connection, watcher);
    }

    void remove(WebSocketConnection connection) {
        watchers.remove(connection);
    }

    /** Shows each screen how far its import is, if that is news. */
    void show() {
        watchers.entrySet().removeIf(each -> {
            try {
                return !each.getValue().see(present(each.getValue().importId));
            } catch (ProblemException e) {
                // The import went with its list, and its screen goes too; the others are shown theirs.
                each.getKey().close().subscribe().with(ok -> {}, failure -> {});
                return true;
            }
        });
    }

    private String present(long importId) {
        try {
            return json.writeValueAsString(store.get(importId));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an import cannot be written as JSON", e);
        }
    }
}
