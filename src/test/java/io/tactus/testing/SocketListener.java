package io.tactus.testing;

import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A client of one of the engine's streams, by the JDK's own WebSocket. */
public final class SocketListener implements WebSocket.Listener, AutoCloseable {
    private final LinkedBlockingQueue<JsonPath> messages = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<String> closings = new LinkedBlockingQueue<>();
    private final StringBuilder text = new StringBuilder();
    private final HttpClient http = HttpClient.newHttpClient();
    private @Nullable WebSocket socket;

    /** Connects. @param path with its query */
    public static SocketListener connect(int port, String path, String authorization) {
        SocketListener listener = new SocketListener();
        listener.socket = listener.http
                .newWebSocketBuilder()
                .header("Authorization", authorization)
                .buildAsync(URI.create("ws://127.0.0.1:" + port + path), listener)
                .join();
        return listener;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        text.append(part);
        if (last) {
            messages.add(JsonPath.from(text.toString()));
            text.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closings.add(code + " " + reason);
        return null;
    }

    /** The next message. */
    public JsonPath next() throws InterruptedException {
        JsonPath message = messages.poll(10, TimeUnit.SECONDS);
        if (message == null) {
            throw new AssertionError("no message came within ten seconds");
        }
        return message;
    }

    /** All messages up to the first that fits, which must come within a minute. */
    public List<JsonPath> until(Predicate<JsonPath> last) throws InterruptedException {
        List<JsonPath> seen = new ArrayList<>();
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        do {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("what was waited for did not come within a minute");
            }
            seen.add(next());
        } while (!last.test(seen.getLast()));
        return seen;
    }

    /** Whether nothing comes in this time. */
    public boolean silentFor(Duration time) throws InterruptedException {
        return messages.poll(time.toMillis(), TimeUnit.MILLISECONDS) == null;
    }

    /** How the engine closed the connection: code and reason. */
    public @Nullable String closing() throws InterruptedException {
        return closings.poll(10, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        if (socket != null) {
            socket.abort();
        }
        http.shutdownNow();
    }
}
