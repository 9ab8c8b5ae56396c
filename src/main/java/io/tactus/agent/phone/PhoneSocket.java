package io.tactus.agent.phone;

import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.Blocking;
import io.tactus.access.CurrentUser;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;

/** Signalling of a browser phone (SIP over WebSocket, RFC 7118), relayed to the node of the agent's endpoint. */
@WebSocket(path = "/api/agent/phone/socket")
@RolesAllowed("agent")
public class PhoneSocket {
    @Inject
    PhoneRelays relays;

    @Inject
    CurrentUser me;

    /** A page wants to be a phone. */
    @OnOpen
    @Blocking
    public void open(WebSocketConnection connection) {
        if (!relays.open(connection, me.id())) {
            connection.closeAndAwait(new CloseReason(1008, "ask for a phone first"));
        }
    }

    /** The page says something. */
    @OnTextMessage
    public void say(WebSocketConnection connection, String message) {
        relays.say(connection, message);
    }

    /** The page is gone. */
    @OnClose
    public void close(WebSocketConnection connection) {
        relays.close(connection);
    }
}
