package io.tactus.lab.whatif;

import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import jakarta.annotation.security.RolesAllowed;

/** The laboratory as it works: all questions first, then each as it changes. */
@WebSocket(path = "/api/lab/stream")
@RolesAllowed({"manager", "administrator"})
public class LabSocket {
    private final LabScreens screens;
    private final LabRuns runs;

    LabSocket(LabScreens screens, LabRuns runs) {
        this.screens = screens;
        this.runs = runs;
    }

    /** A screen connects. */
    @OnOpen
    public void open(WebSocketConnection connection) {
        screens.add(connection, runs.list());
    }

    /** A screen goes. */
    @OnClose
    public void close(WebSocketConnection connection) {
        screens.remove(connection);
    }
}
