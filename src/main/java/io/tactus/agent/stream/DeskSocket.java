package io.tactus.agent.stream;

import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.Blocking;
import io.tactus.access.CurrentUser;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The desk of the agent who connects: a {@code snapshot} of all parts, then a {@code change} with the parts that are new. */
@WebSocket(path = "/api/agent/stream")
@RolesAllowed("agent")
public class DeskSocket {
    private static final String ZONE = "zone=";

    @Inject
    DeskScreens screens;

    @Inject
    CurrentUser me;

    /** A page connects. */
    @OnOpen
    @Blocking
    public void open(WebSocketConnection connection) {
        try {
            screens.add(connection, me.id(), zone(connection.handshakeRequest().query()));
        } catch (DateTimeException | IllegalArgumentException e) {
            connection.closeAndAwait(new CloseReason(1008, "zone: expected a time zone such as Europe/Berlin"));
        }
    }

    private static ZoneId zone(@Nullable String query) {
        return query == null || !query.startsWith(ZONE)
                ? ZoneId.of("UTC")
                : ZoneId.of(URLDecoder.decode(query.substring(ZONE.length()), StandardCharsets.UTF_8));
    }

    /** A page goes. */
    @OnClose
    public void close(WebSocketConnection connection) {
        screens.remove(connection, me.id());
    }
}
