package io.tactus.telephony.asterisk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/** Between the adapter and an Asterisk: records what the adapter writes, cuts, refuses and freezes. */
final class AmiProxy implements AutoCloseable {
    private final ServerSocket server;
    private final int target;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    /** What the adapter wrote, one entry for each connection. */
    final List<StringBuffer> written = new CopyOnWriteArrayList<>();

    volatile boolean refusing;
    volatile boolean frozen;

    AmiProxy(int target) {
        this.target = target;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.startVirtualThread(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    void cut() {
        sockets.forEach(AmiProxy::close);
        sockets.clear();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                if (refusing) {
                    close(client);
                    continue;
                }
                Socket asterisk = new Socket(InetAddress.getLoopbackAddress(), target);
                sockets.add(client);
                sockets.add(asterisk);
                StringBuffer record = new StringBuffer();
                written.add(record);
                Thread.startVirtualThread(() -> copy(client, asterisk, record));
                Thread.startVirtualThread(() -> copy(asterisk, client, new StringBuffer()));
            } catch (IOException e) {
                // The next one may get through.
            }
        }
    }

    private void copy(Socket from, Socket to, StringBuffer record) {
        byte[] buffer = new byte[8_192];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            int count = in.read(buffer);
            while (count >= 0) {
                while (frozen && !server.isClosed()) {
                    LockSupport.parkNanos(5_000_000);
                }
                record.append(new String(buffer, 0, count, StandardCharsets.ISO_8859_1));
                out.write(buffer, 0, count);
                out.flush();
                count = in.read(buffer);
            }
        } catch (IOException e) {
            // One side is gone, so is the other.
        } finally {
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
