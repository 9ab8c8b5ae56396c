package io.tactus.telephony.asterisk;

import java.io.IOException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.asteriskjava.AsteriskVersion;
import org.asteriskjava.manager.ManagerConnectionState;
import org.asteriskjava.manager.action.AbstractManagerAction;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.event.DisconnectEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.ProtocolIdentifierReceivedEvent;
import org.asteriskjava.manager.internal.ManagerConnectionImpl;
import org.asteriskjava.manager.internal.ManagerUtil;
import org.asteriskjava.manager.response.ManagerResponse;
import org.jspecify.annotations.Nullable;

/**
 * One AMI connection, for one use: once it is lost it is thrown away with all that the library holds for it. The library's own
 * reconnecting, its listeners for responses (which leak when none comes) and its doubling of old events are passed by.
 *
 * <p>Threads: actions are written by a virtual thread of the connection's own, so that a peer that does not read blocks nobody else;
 * events and responses come on the library's dispatch thread, which only hands them over.
 */
final class AmiConnection extends ManagerConnectionImpl {
    private static final int LOGIN_MILLIS = 3_000;

    private final Listener listener;
    private final LinkedBlockingQueue<ManagerAction> outbox = new LinkedBlockingQueue<>();
    private volatile boolean abandoned;
    /** When the ping under way was sent; 0 when none is. */
    private volatile long pingNanos;

    private volatile long roundTripNanos = -1;
    private volatile @Nullable Thread dispatcher;

    /** Hears everything on the library's dispatch thread, or on the writing one; must return at once. */
    interface Listener {
        void onEvent(ManagerEvent event);

        /** A response to an action of ours, whose id is given without the library's part. */
        void onResponse(String actionId, ManagerResponse response);

        void onLost(String reason);
    }

    /** An action without fields; the library's own Ping leaves a record behind when no answer comes. */
    static final class Plain extends AbstractManagerAction {
        private static final long serialVersionUID = 1L;

        private final String name;

        Plain(String name, String actionId) {
            this.name = name;
            setActionId(actionId);
        }

        @Override
        public String getAction() {
            return name;
        }
    }

    AmiConnection(String host, int port, String user, String secret, Listener listener) {
        this.listener = listener;
        setHostname(host);
        setPort(port);
        setUsername(user);
        setPassword(secret);
        setSocketTimeout(LOGIN_MILLIS);
        setDefaultResponseTimeout(LOGIN_MILLIS);
    }

    /** Logs in, waiting for it. @param mask classes of events to receive, or {@code off} */
    void open(String mask) throws IOException {
        // Not in the constructor: the first time the library looks for all its event classes, for a third of a second.
        registerUserEventClass(TactusAmdEvent.class);
        try {
            login(mask);
        } catch (org.asteriskjava.manager.AuthenticationFailedException
                | org.asteriskjava.manager.TimeoutException
                | IllegalStateException e) {
            throw new IOException(e.getMessage(), e);
        }
        if (abandoned) {
            abandon();
            throw new IOException("closed while logging in");
        }
        Thread.ofVirtual().name("ami-writer").start(this::write);
    }

    /** Puts the action into the outbox. */
    void send(ManagerAction action) {
        outbox.add(action);
    }

    /** Sends a ping unless one is under way. Returns how long the one under way has been waiting, in nanoseconds. */
    long ping(String actionId, long nanos) {
        long since = pingNanos;
        if (since != 0) {
            return nanos - since;
        }
        pingNanos = nanos;
        send(new Plain("Ping", actionId));
        return 0;
    }

    void pong(long nanos) {
        long since = pingNanos;
        if (since != 0) {
            roundTripNanos = nanos - since;
            pingNanos = 0;
        }
    }

    /** Last round trip of a ping in nanoseconds; -1 when there was none. */
    long roundTripNanos() {
        return roundTripNanos;
    }

    /** Cuts the connection; the library does not make it again. */
    void abandon() {
        abandoned = true;
        state = ManagerConnectionState.DISCONNECTED;
        disconnect();
    }

    /** Ends the dispatch thread of an abandoned connection: the library sometimes forgets it for a minute. */
    void sweep() {
        Thread thread = dispatcher;
        if (abandoned && thread != null) {
            thread.interrupt();
        }
    }

    private void write() {
        try {
            while (!abandoned) {
                ManagerAction action = outbox.poll(1, TimeUnit.SECONDS);
                if (action != null) {
                    sendAction(action, null);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            lost("cannot write: " + e.getMessage());
        }
    }

    private void lost(String reason) {
        if (!abandoned) {
            listener.onLost(reason);
        }
    }

    @Override
    public void dispatchEvent(ManagerEvent event, Integer requiredHandlingTime) {
        if (event instanceof ProtocolIdentifierReceivedEvent) {
            dispatcher = Thread.currentThread();
            super.dispatchEvent(event, requiredHandlingTime);
        } else if (event instanceof DisconnectEvent) {
            if (state == ManagerConnectionState.CONNECTED) {
                lost("Asterisk closed the connection");
            } else {
                // Frees a login that waits for a response.
                super.dispatchEvent(event, requiredHandlingTime);
            }
        } else if (!abandoned) {
            listener.onEvent(event);
        }
    }

    @Override
    public void dispatchResponse(ManagerResponse response, Integer requiredHandlingTime) {
        String whole = response.getActionId();
        String actionId = whole == null ? "" : ManagerUtil.stripInternalActionId(whole);
        if (actionId != null && PendingActions.isOurs(actionId)) {
            if (!abandoned) {
                listener.onResponse(actionId, response);
            }
        } else {
            super.dispatchResponse(response, requiredHandlingTime);
        }
    }

    /** Needs rights that our users do not have, and half a second; all that we use is the same from 13 on. */
    @Override
    protected AsteriskVersion determineVersion() {
        return AsteriskVersion.ASTERISK_22;
    }
}
