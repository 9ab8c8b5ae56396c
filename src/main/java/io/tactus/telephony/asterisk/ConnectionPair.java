package io.tactus.telephony.asterisk;

import io.tactus.telephony.NodeSettings;
import io.tactus.telephony.asterisk.PendingActions.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.response.ManagerError;
import org.asteriskjava.manager.response.ManagerResponse;
import org.jboss.logging.Logger;

/** The two connections of one link; they live and die together. */
final class ConnectionPair {
    private static final Logger LOG = Logger.getLogger(ConnectionPair.class);
    private static final String EVENT_MASK = "system,call,agi,user";
    private static final String PING = "ping";
    private static final Duration SWEEP_AFTER = Duration.ofSeconds(1);

    final AmiConnection events;
    final AmiConnection actions;
    private final NodeLink link;
    private final EventReader reader;
    private final TelephonyMetrics metrics;
    private volatile boolean abandoned;

    /** Node thread only, as the rest below. */
    boolean booted;

    boolean firstRead;
    String version = "";

    ConnectionPair(NodeSettings node, NodeLink link, TelephonyMetrics metrics) {
        this.link = link;
        this.reader = new EventReader(link.channels());
        this.metrics = metrics;
        this.events =
                new AmiConnection(node.host(), node.port(), node.eventsUser(), node.eventsSecret(), new Ear("events"));
        this.actions = new AmiConnection(
                node.host(), node.port(), node.actionsUser(), node.actionsSecret(), new Ear("actions"));
    }

    /** Logs both in; returns what went wrong, or nothing. */
    String open() {
        try {
            actions.open("off");
            events.open(EVENT_MASK);
            return "";
        } catch (IOException | RuntimeException e) {
            return "cannot log in: " + e.getMessage();
        }
    }

    boolean abandoned() {
        return abandoned;
    }

    void abandon() {
        if (abandoned) {
            return;
        }
        abandoned = true;
        // Not on the caller's thread: the library keeps a lock while it logs in, and closing may wait for it.
        Thread.ofVirtual().name("ami-abandon").start(() -> {
            events.abandon();
            actions.abandon();
            try {
                Thread.sleep(SWEEP_AFTER);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            events.sweep();
            actions.sweep();
        });
    }

    /** Pings both; says which one has been silent for too long, or nothing. */
    String ping(long nanos, long patienceNanos) {
        metrics.actions.add(2);
        // The reply is looked for by what it says, and its id need not be unique.
        String id = PendingActions.PREFIX + PING;
        if (events.ping(id, nanos) > patienceNanos) {
            return "no pong on the events connection";
        }
        return actions.ping(id, nanos) > patienceNanos ? "no pong on the actions connection" : "";
    }

    long roundTripMillis() {
        long worst = Math.max(events.roundTripNanos(), actions.roundTripNanos());
        return worst < 0 ? -1 : worst / 1_000_000;
    }

    private final class Ear implements AmiConnection.Listener {
        private final String name;

        Ear(String name) {
            this.name = name;
        }

        @Override
        public void onEvent(ManagerEvent event) {
            Optional<AmiEvent> read;
            try {
                read = reader.read(event);
            } catch (RuntimeException e) {
                LOG.debugf(
                        e, "An event that cannot be read: %s", event.getClass().getSimpleName());
                read = Optional.empty();
            }
            if (read.isEmpty()) {
                metrics.foreignEvents.increment();
                return;
            }
            metrics.events.increment();
            AmiEvent ours = read.get();
            long now = link.thread().nanos();
            boolean ofList = ours instanceof AmiEvent.Listed || ours instanceof AmiEvent.ListComplete;
            if (ofList) {
                // We asked for them; they are bounded by the node's channels.
                link.thread().post(() -> link.take(ConnectionPair.this, ours, now));
            } else if (!link.thread().postEvent(() -> link.take(ConnectionPair.this, ours, now))) {
                link.overflow();
            }
        }

        @Override
        public void onResponse(String actionId, ManagerResponse response) {
            if (actionId.endsWith(PING)) {
                (name.equals("events") ? events : actions).pong(link.thread().nanos());
                return;
            }
            String version = response.getAttribute("AsteriskVersion");
            String message = response.getMessage();
            Reply reply = response instanceof ManagerError || "Error".equalsIgnoreCase(response.getResponse())
                    ? new Reply.Refused(message == null ? "" : message)
                    : new Reply.Done();
            link.thread().post(() -> {
                if (version != null) {
                    ConnectionPair.this.version = version;
                }
                if (!abandoned) {
                    link.pending().answer(actionId, reply);
                }
            });
        }

        @Override
        public void onLost(String reason) {
            link.thread().post(() -> link.lost(ConnectionPair.this, reason + " (" + name + ")"));
        }
    }
}
