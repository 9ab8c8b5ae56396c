package io.tactus.sim.ami;

import io.tactus.sim.fault.Gate;
import io.tactus.sim.message.EventClass;
import io.tactus.sim.message.Message;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** One client's connection: a reader and a writer thread (virtual), and what the world thread knows of it. */
final class Session {
    static final String BANNER = "Asterisk Call Manager/11.0.0\r\n";
    private static final int LOGIN_WITHIN_MILLIS = 30_000;
    private static final int ACTIONS_UNDER_WAY = 1000;

    private final Socket socket;
    private final Gate gate;
    private final Outbox outbox;
    private final Semaphore underWay = new Semaphore(ACTIONS_UNDER_WAY);

    /** World thread only, as the rest below. */
    boolean authenticated;

    final Set<EventClass> wanted = EnumSet.allOf(EventClass.class);

    @Nullable
    String challenge;
    /** An event that waits to change places with the next one. */
    byte @Nullable [] heldBack;

    Session(Socket socket, Gate gate, int outboxBytes) {
        this.socket = socket;
        this.gate = gate;
        this.outbox = new Outbox(outboxBytes);
    }

    void start(BiConsumer<Session, RequestReader.Parsed> received, Runnable closed) throws IOException {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(LOGIN_WITHIN_MILLIS);
        var unusedFits = outbox.offer(BANNER.getBytes(StandardCharsets.US_ASCII));
        Thread.startVirtualThread(this::write);
        Thread.startVirtualThread(() -> read(received, closed));
    }

    void loggedIn() {
        authenticated = true;
        try {
            socket.setSoTimeout(0);
        } catch (IOException e) {
            close();
        }
    }

    void send(Message message) {
        send(message.encode());
    }

    void send(byte[] encoded) {
        if (!outbox.offer(encoded)) {
            close();
        }
    }

    /** The world thread has dealt with one action; the next may come. */
    void dealtWith() {
        underWay.release();
    }

    /** Closes once everything that waits is sent. */
    void closeGracefully() {
        outbox.finish();
    }

    void close() {
        outbox.finish();
        try {
            socket.close();
        } catch (IOException e) {
            // A socket that cannot be closed is of no more use either way.
        }
    }

    private void read(BiConsumer<Session, RequestReader.Parsed> received, Runnable closed) {
        try (var in = new BufferedInputStream(socket.getInputStream())) {
            var reader = new RequestReader(in);
            for (var parsed = reader.next(); parsed != null; parsed = reader.next()) {
                gate.pass();
                underWay.acquire();
                received.accept(this, parsed);
            }
        } catch (IOException e) {
            // The client is gone, or silent for too long before its login; both end the session.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close();
            closed.run();
        }
    }

    private void write() {
        try {
            outbox.drainTo(socket.getOutputStream(), gate);
        } catch (IOException e) {
            // The client is gone.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
    }
}
