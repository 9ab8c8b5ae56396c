package io.tactus.telephony.asterisk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that speaks just enough AMI to be logged in to, and can then do what no Asterisk should. */
final class FakeAmi implements AutoCloseable {
    private final ServerSocket server;
    final List<Connection> connections = new CopyOnWriteArrayList<>();
    /** Actions that are never answered. */
    final Set<String> mute = ConcurrentHashMap.newKeySet();

    FakeAmi() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.startVirtualThread(this::accept);
    }

    /** One client. */
    final class Connection {
        final Socket socket;
        final List<Map<String, String>> actions = new CopyOnWriteArrayList<>();

        Connection(Socket socket) {
            this.socket = socket;
        }

        boolean wantsEvents() {
            return actions.stream()
                    .anyMatch(action -> "Login".equals(action.get("Action")) && !"off".equals(action.get("Events")));
        }

        void send(String text) {
            try {
                synchronized (this) {
                    OutputStream out = socket.getOutputStream();
                    out.write(text.getBytes(StandardCharsets.UTF_8));
                    out.flush();
                }
            } catch (IOException e) {
                // The client is gone.
            }
        }

        void close() {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void serve() {
            send("Asterisk Call Manager/11.0.0\r\n");
            try (var in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))) {
                Map<String, String> action = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
                String line = in.readLine();
                while (line != null) {
                    if (line.isEmpty()) {
                        actions.add(action);
                        answer(action);
                        action = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
                    } else {
                        String[] pair = line.split(": ?", 2);
                        action.put(pair[0], pair.length > 1 ? pair[1] : "");
                    }
                    line = in.readLine();
                }
            } catch (IOException e) {
                // The client is gone.
            }
        }

        private void answer(Map<String, String> action) {
            String name = action.getOrDefault("Action", "");
            String id = action.getOrDefault("ActionID", "");
            if (mute.contains(name)) {
                return;
            }
            String start = "Response: Success\r\nActionID: " + id + "\r\n";
            switch (name) {
                case "Challenge" -> send(start + "Challenge: 123\r\n\r\n");
                case "Ping" -> send(start + "Ping: Pong\r\n\r\n");
                case "CoreShowChannels" ->
                    send(start + "EventList: start\r\n\r\nEvent: CoreShowChannelsComplete\r\nActionID: " + id
                            + "\r\nEventList: Complete\r\nListItems: 0\r\n\r\n");
                default -> send(start + "Message: as you wish\r\n\r\n");
            }
            if ("Login".equals(name) && wantsEvents()) {
                send("Event: FullyBooted\r\nStatus: Fully Booted\r\n\r\n");
            }
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Connection connection = new Connection(server.accept());
                connections.add(connection);
                Thread.startVirtualThread(connection::serve);
            } catch (IOException e) {
                // Closed.
            }
        }
    }

    int port() {
        return server.getLocalPort();
    }

    /** Sends an event to everybody who wants events. */
    void event(String name, String uniqueId, String... lines) {
        send("Event: " + name + "\r\nChannel: PJSIP/x-1\r\nUniqueid: " + uniqueId + "\r\nDestUniqueid: " + uniqueId
                + "\r\n" + String.join("\r\n", lines) + (lines.length > 0 ? "\r\n" : "") + "\r\n");
    }

    void send(String text) {
        connections.stream().filter(Connection::wantsEvents).forEach(connection -> connection.send(text));
    }

    List<Map<String, String>> actions(String name) {
        return connections.stream()
                .flatMap(connection -> connection.actions.stream())
                .filter(action -> name.equals(action.get("Action")))
                .toList();
    }

    void cut() {
        connections.forEach(Connection::close);
        connections.clear();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
    }
}
