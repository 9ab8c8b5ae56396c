package io.tactus.alert;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import jakarta.annotation.security.RolesAllowed;

/** The stream of open alerts, each time all of them that concern the person's roles. */
@WebSocket(path = "/api/alerts/stream")
@RolesAllowed({"supervisor", "manager", "compliance", "administrator"})
public class AlertSocket {
    private final AlertScreens screens;
    private final SecurityIdentity identity;

    AlertSocket(AlertScreens screens, SecurityIdentity identity) {
        this.screens = screens;
        this.identity = identity;
    }

    /** A screen connects. */
    @OnOpen
    public void open(WebSocketConnection connection) {
        screens.add(connection, identity.getRoles());
    }

    /** A screen goes. */
    @OnClose
    public void close(WebSocketConnection connection) {
        screens.remove(connection);
    }
}
