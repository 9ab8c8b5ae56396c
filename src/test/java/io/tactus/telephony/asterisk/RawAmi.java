package io.tactus.telephony.asterisk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Somebody else at the same Asterisk. */
final class RawAmi implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader in;

    RawAmi(int port, String user, String secret) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            in.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ask("Action: Login", "Username: " + user, "Secret: " + secret, "Events: off");
    }

    /** Sends an action and returns the first message that comes. */
    String ask(String... lines) {
        try {
            socket.getOutputStream()
                    .write((String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            StringBuilder message = new StringBuilder();
            String line = in.readLine();
            while (line != null && !line.isEmpty()) {
                message.append(line).append('\n');
                line = in.readLine();
            }
            return message.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
