package io.tactus.wallboard;

import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import jakarta.annotation.security.RolesAllowed;

/** The stream of the wallboard: {@link BoardSnapshot} first, then a {@link BoardDelta} twice a second. */
@WebSocket(path = "/api/floor/stream")
@RolesAllowed({"supervisor", "manager", "compliance", "administrator"})
public class BoardSocket {
    private final BoardScreens screens;

    BoardSocket(BoardScreens screens) {
        this.screens = screens;
    }

    /** A screen connects. */
    @OnOpen
    public void open(WebSocketConnection connection) {
        screens.add(connection);
    }

    /** A screen goes. */
    @OnClose
    public void close(WebSocketConnection connection) {
        screens.remove(connection);
    }
}
