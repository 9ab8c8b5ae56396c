package io.tactus.lead.upload;

import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.tactus.access.Roles;
import io.tactus.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;

/** An import as it goes on: how far it is at once, and then whenever that changes. */
@WebSocket(path = "/api/imports/{id}/stream")
@RolesAllowed(Roles.MANAGER)
public class ImportSocket {
    private final ImportScreens screens;

    ImportSocket(ImportScreens screens) {
        this.screens = screens;
    }

    /** A screen connects; it goes at once when there is no such import. */
    @OnOpen
    public void open(WebSocketConnection connection) {
        try {
            screens.add(connection, Long.parseLong(connection.pathParam("id")));
        } catch (NumberFormatException | ProblemException e) {
            connection.closeAndAwait();
        }
    }

    /** A screen goes. */
    @OnClose
    public void close(WebSocketConnection connection) {
        screens.remove(connection);
    }
}
