package io.tactus.sim;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A raw AMI client: sends what it is told, keeps every message, waits for the one that is wanted. */
final class AmiClient implements AutoCloseable {
    static final String SECRET = "secret";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Map<String, String> CLOSED = Map.of("closed", "true");

    private final Socket socket;
    private final LinkedBlockingQueue<Map<String, String>> arriving = new LinkedBlockingQueue<>();
    private final List<Map<String, String>> seen = new ArrayList<>();

    AmiClient(int port) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
        } catch (IOException e) {
            throw new IllegalStateException("No connection to port " + port, e);
        }
        Thread.startVirtualThread(this::read);
    }

    static AmiClient loggedIn(SimulatedNetwork network) {
        var client = new AmiClient(network.port());
        client.send("Action: Login", "Username: tactus", "Secret: " + SECRET, "Events: on", "ActionID: login");
        client.await(message -> "login".equals(message.get("ActionID")));
        return client;
    }

    void send(String... lines) {
        raw(String.join("\r\n", lines) + "\r\n\r\n");
    }

    void raw(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new IllegalStateException("The connection is gone", e);
        }
    }

    /** Sends an action and returns its response. */
    Map<String, String> ask(String action, String... fields) {
        var id = "id-" + seen.size() + "-" + System.nanoTime();
        var lines = new ArrayList<>(List.of("Action: " + action, "ActionID: " + id));
        lines.addAll(List.of(fields));
        send(lines.toArray(String[]::new));
        return await(message -> id.equals(message.get("ActionID")) && message.containsKey("Response"));
    }

    Map<String, String> originate(String channel, String id, String context, String... more) {
        var fields = new ArrayList<>(List.of(
                "Channel: " + channel,
                "ChannelId: " + id,
                "Context: " + context,
                "Exten: s",
                "Priority: 1",
                "Async: true",
                "CallerID: \"Tactus\" <4930100>"));
        fields.addAll(List.of(more));
        return ask("Originate", fields.toArray(String[]::new));
    }

    /** The next message, from now on, that is this event about this channel. */
    Map<String, String> awaitEvent(String event, String uniqueId) {
        return await(message -> event.equals(message.get("Event"))
                && (uniqueId.equals(message.get("Uniqueid")) || uniqueId.equals(message.get("DestUniqueid"))));
    }

    Map<String, String> await(Predicate<Map<String, String>> wanted) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var message = poll(deadline - System.nanoTime());
            if (wanted.test(message)) {
                return message;
            }
            if (message == CLOSED) {
                throw new AssertionError("The connection was closed; seen: " + events());
            }
        }
    }

    void awaitClosed() {
        await(message -> message == CLOSED);
    }

    /** The events about a channel so far, in their order. */
    List<String> eventsOf(String uniqueId) {
        return seen.stream()
                .filter(m -> uniqueId.equals(m.get("Uniqueid")) || uniqueId.equals(m.get("DestUniqueid")))
                .map(m -> m.getOrDefault("Event", ""))
                .toList();
    }

    /** All events so far, in their order. */
    List<String> events() {
        return seen.stream().map(m -> m.getOrDefault("Event", "response")).toList();
    }

    private Map<String, String> poll(long nanos) {
        try {
            var message = arriving.poll(Math.max(0, nanos), TimeUnit.NANOSECONDS);
            if (message == null) {
                throw new AssertionError("Waited in vain; seen: " + seen);
            }
            seen.add(message);
            return message;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            var message = new LinkedHashMap<String, String>();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var pair = line.split(": ?", 2);
                if (line.isEmpty()) {
                    arriving.add(message);
                    message = new LinkedHashMap<>();
                } else {
                    message.put(pair[0], pair.length > 1 ? pair[1] : "");
                }
            }
        } catch (IOException e) {
            // Closed from the other side; told below.
        }
        arriving.add(CLOSED);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
