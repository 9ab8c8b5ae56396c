package io.tactus.wallboard.events;

import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.Blocking;
import io.tactus.wallboard.events.EventFilter.NotAFilter;
import jakarta.annotation.security.RolesAllowed;

/** The stream of single events, each a {@link FloorEvent.Numbered}; open to those who may look at the board. */
@WebSocket(path = "/api/floor/events")
@RolesAllowed({"supervisor", "manager", "compliance", "administrator"})
public class EventSocket {
    private final FloorEvents events;

    EventSocket(FloorEvents events) {
        this.events = events;
    }

    /** A client connects. */
    @OnOpen
    @Blocking
    public void open(WebSocketConnection connection) {
        try {
            events.add(
                    connection, EventFilter.parse(connection.handshakeRequest().query()));
        } catch (NotAFilter e) {
            connection.closeAndAwait(new CloseReason(1008, e.getMessage()));
        }
    }

    /** A client goes. */
    @OnClose
    public void close(WebSocketConnection connection) {
        events.remove(connection);
    }
}
