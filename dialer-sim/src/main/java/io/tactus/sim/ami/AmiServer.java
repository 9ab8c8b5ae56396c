package io.tactus.sim.ami;

import io.tactus.sim.fault.EventFaults;
import io.tactus.sim.fault.Faults;
import io.tactus.sim.fault.Gate;
import io.tactus.sim.pbx.EventSink;
import io.tactus.sim.pbx.Pbx;
import io.tactus.sim.time.RealTimeScheduler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Listens for AMI clients. Actions are carried out on the world thread, one after another; events go to every session that wants them. */
public final class AmiServer implements AutoCloseable {
    private static final int MOST_SESSIONS = 200;
    private static final long REBIND_MILLIS = 50;

    private final RealTimeScheduler world;
    private final int outboxBytes;
    private final Gate gate = new Gate();
    private final Sessions sessions;
    private final Dispatcher dispatcher = new Dispatcher();
    private final InetSocketAddress address;
    private ServerSocket listening;
    private boolean closed;

    /**
     * Listens at once, but answers actions only after {@link #serve}.
     *
     * @param port 0 takes any free port
     * @param outboxBytes unsent bytes at which a client that does not read is cut off
     */
    public AmiServer(RealTimeScheduler world, InetAddress bind, int port, int outboxBytes, long seed) {
        this.world = world;
        this.outboxBytes = outboxBytes;
        this.sessions = new Sessions(world, seed);
        try {
            this.listening = bind(new InetSocketAddress(bind, port));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot listen on " + bind + " port " + port + "; choose a free port", e);
        }
        this.address = new InetSocketAddress(bind, listening.getLocalPort());
    }

    /** The port that clients connect to. */
    public int port() {
        return address.getPort();
    }

    /** Where the simulated Asterisk's events go in. */
    public EventSink events() {
        return sessions;
    }

    /** Begins to accept clients, for this simulated Asterisk. */
    public void serve(Pbx pbx, Faults faults, String user, String secret) {
        new SessionActions(user, secret).addTo(dispatcher);
        new SystemActions(() -> pbx.list().size()).addTo(dispatcher);
        new ChannelActions(pbx).addTo(dispatcher);
        dispatcher.add("Originate", new OriginateAction(pbx));
        dispatcher.add("TactusSimControl", new ControlAction(faults));
        accept(listening);
    }

    /** Cuts every connection and refuses new ones for that long, real time. */
    public synchronized void cut(Duration refuseFor) {
        close(listening);
        world.execute(sessions::closeAll);
        after(refuseFor.toMillis(), this::listenAgain);
    }

    /** Stops reading and writing for that long, real time. */
    public void freeze(Duration atMost) {
        gate.setShut(true);
        after(atMost.toMillis(), this::thaw);
    }

    /** Ends a freeze. */
    public void thaw() {
        gate.setShut(false);
    }

    /** Makes events go astray. */
    public void setEventFaults(EventFaults faults) {
        world.execute(() -> sessions.setFaults(faults));
    }

    @Override
    public synchronized void close() {
        closed = true;
        close(listening);
        gate.setShut(false);
        world.execute(sessions::closeAll);
    }

    private synchronized void listenAgain() {
        if (closed || !listening.isClosed()) {
            return;
        }
        try {
            listening = bind(address);
            accept(listening);
        } catch (IOException e) {
            after(REBIND_MILLIS, this::listenAgain);
        }
    }

    private void accept(ServerSocket server) {
        Thread.ofVirtual().name("sim-ami-accept").start(() -> {
            try {
                while (!server.isClosed()) {
                    var socket = server.accept();
                    world.execute(() -> welcome(socket));
                }
            } catch (IOException e) {
                close(server);
            }
        });
    }

    private void welcome(Socket socket) {
        var session = new Session(socket, gate, outboxBytes);
        if (sessions.count() >= MOST_SESSIONS) {
            session.close();
            return;
        }
        try {
            session.start(this::received, () -> world.execute(() -> sessions.remove(session)));
            sessions.add(session);
        } catch (IOException e) {
            session.close();
        }
    }

    private void received(Session session, RequestReader.Parsed parsed) {
        world.execute(() -> {
            try {
                dispatcher.handle(session, parsed);
            } finally {
                session.dealtWith();
            }
        });
    }

    private static ServerSocket bind(InetSocketAddress address) throws IOException {
        var server = new ServerSocket();
        server.setReuseAddress(true);
        server.bind(address, 256);
        return server;
    }

    private static void close(ServerSocket server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot stop listening on " + server, e);
        }
    }

    private static void after(long millis, Runnable action) {
        CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS).execute(action);
    }
}
