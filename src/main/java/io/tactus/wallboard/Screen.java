package io.tactus.wallboard;

import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import java.util.concurrent.atomic.AtomicInteger;

/** A browser that is sent texts. One that does not keep up is disconnected: it comes back to a fresh picture. */
public final class Screen {
    private final WebSocketConnection connection;
    private final int limit;
    private final AtomicInteger pending = new AtomicInteger();

    /** A screen. @param limit messages that may be on their way to it */
    public Screen(WebSocketConnection connection, int limit) {
        this.connection = connection;
        this.limit = limit;
    }

    /** Sends the text; false when the screen is disconnected instead, because it does not keep up. */
    public boolean send(String text) {
        if (pending.incrementAndGet() > limit) {
            connection
                    .close(new CloseReason(1013, "the screen does not keep up"))
                    .subscribe()
                    .with(ok -> {}, e -> {});
            return false;
        }
        // A failure to send is followed by the close of the connection, which its socket hears of.
        connection.sendText(text).subscribe().with(ok -> pending.decrementAndGet(), e -> {});
        return true;
    }
}
