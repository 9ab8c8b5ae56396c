package io.tactus.telephony.asterisk;

import io.tactus.floor.input.CallInput;
import io.tactus.floor.input.NetworkInput.Snapshot;
import io.tactus.platform.EngineClock;
import io.tactus.telephony.IncomingCall;
import io.tactus.telephony.InputSink;
import io.tactus.telephony.NodeSettings;
import io.tactus.telephony.NodeStatus;
import io.tactus.telephony.asterisk.AmiEvent.ListComplete;
import io.tactus.telephony.asterisk.AmiEvent.Listed;
import io.tactus.telephony.asterisk.PendingActions.Reply;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.asteriskjava.manager.action.CoreShowChannelsAction;
import org.asteriskjava.manager.action.ManagerAction;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The link to one node and its life: connect, read the channels, work, lose, connect again.
 *
 * <pre>
 * DOWN ──both connections logged in──> SYNCING ──Snapshot taken by the floor──> UP
 *   ▲                                    │ ▲                                    │
 *   └── lost: closed, no pong, Shutdown ─┘ └── floor or queue overflowed ───────┘
 * </pre>
 *
 * <p><b>Events before the first snapshot</b> are passed on as they come: each was true when it happened, whatever else was missed. The
 * snapshot is then made so that it contradicts none of them ({@link Channels#merge}). What began less than a second before a reading is
 * not judged by it on the floor, so a second reading follows the first.
 *
 * <p>The channels are read on the connection for actions: the events' user may not ask for them, and one connection for both would not
 * put rows and events in order either, because Asterisk queues events while it writes a list.
 */
final class NodeLink {
    private static final Logger LOG = Logger.getLogger(NodeLink.class);
    private static final Duration BOOT_PATIENCE = Duration.ofSeconds(2);
    private static final Duration SECOND_READING = Duration.ofMillis(1_500);

    private final NodeSettings node;
    private final AsteriskSettings settings;
    private final EngineClock clock;
    private final TelephonyMetrics metrics;
    private final NodeThread thread;
    private final FloorOutlet outlet;
    private final PendingActions pending;
    private final Channels channels = new Channels();
    private final Translator translator;
    private final Originates originates;
    private final Callers callers;
    private Consumer<CallInput.Bridged> bridgeListener = bridged -> {};

    private @Nullable ConnectionPair pair;
    private final ChannelReading reading = new ChannelReading(this::settled);
    private int failures;
    private boolean closed;
    private volatile boolean overflowed;
    private volatile Phase phase = Phase.DOWN;
    private volatile String detail = "not connected yet";
    private volatile long roundTripMillis = -1;

    private enum Phase {
        DOWN,
        SYNCING,
        UP
    }

    NodeLink(
            NodeSettings node,
            AsteriskSettings settings,
            EngineClock clock,
            InputSink sink,
            Consumer<IncomingCall> incoming,
            TelephonyMetrics metrics) {
        this.node = node;
        this.settings = settings;
        this.clock = clock;
        this.metrics = metrics;
        this.thread = new NodeThread(node.name(), clock, settings.eventQueue(), this::eachTurn);
        this.outlet = new FloorOutlet(node.name(), sink, metrics);
        this.pending = new PendingActions(settings.pendingActions(), thread.wheel(), metrics);
        this.translator = new Translator(
                channels,
                settings.recordings().toString(),
                outlet::give,
                id -> send(NodeCommands.hangUpAction(channels.address(id)), reply -> {}),
                bridged -> bridgeListener.accept(bridged),
                metrics);
        this.callers = new Callers(node.name(), incoming);
        this.originates = new Originates(channels, translator, thread, outlet::give);
    }

    void start() {
        thread.start();
        thread.post(this::connect);
        thread.post(this::watch);
    }

    void close() {
        thread.close(() -> {
            closed = true;
            if (pair != null) {
                pair.abandon();
                pair = null;
            }
            phase = Phase.DOWN;
            detail = "closed";
        });
    }

    NodeStatus status() {
        return new NodeStatus(node.name(), phase == Phase.UP, detail, roundTripMillis);
    }

    // The following is for the node's thread only.

    NodeThread thread() {
        return thread;
    }

    Channels channels() {
        return channels;
    }

    Translator translator() {
        return translator;
    }

    Callers callers() {
        return callers;
    }

    Originates originates() {
        return originates;
    }

    FloorOutlet outlet() {
        return outlet;
    }

    @Nullable
    ConnectionPair pair() {
        return pair;
    }

    PendingActions pending() {
        return pending;
    }

    void onBridged(Consumer<CallInput.Bridged> listener) {
        bridgeListener = listener;
    }

    /** Whether new calls may be made: only then is the floor's picture of the node right. */
    boolean up() {
        return phase == Phase.UP && !outlet.owing();
    }

    String detail() {
        return detail;
    }

    /** Sends the action under a new id; the handler is told exactly once how it went. */
    void send(ManagerAction action, Consumer<Reply> handler) {
        send(action, pending.nextId(), handler);
    }

    void send(ManagerAction action, String actionId, Consumer<Reply> handler) {
        if (pair == null) {
            handler.accept(new Reply.Lost("no link to " + node.name() + ": " + detail));
        } else if (pending.full()) {
            handler.accept(new Reply.Lost("too many actions wait for an answer of " + node.name()));
        } else {
            action.setActionId(actionId);
            pending.add(actionId, thread.nanos() + settings.actionPatience().toNanos(), handler);
            metrics.actions.increment();
            pair.actions.send(action);
        }
    }

    /** Reads all channels, after the reading under way if there is one. */
    void read() {
        ConnectionPair asked = pair;
        if (asked == null || !reading.mayBegin()) {
            return;
        }
        String actionId = pending.nextId();
        reading.begin(actionId, clock.micros(), thread.nanos());
        send(new CoreShowChannelsAction(), actionId, reply -> {
            if (!(reply instanceof Reply.Done)) {
                lost(asked, "cannot read the channels: " + reply);
            }
        });
        in(settings.actionPatience().multipliedBy(2), () -> {
            if (reading.waits(actionId)) {
                lost(asked, "the list of channels did not end");
            }
        });
    }

    void in(Duration delay, Runnable task) {
        thread.wheel().at(thread.nanos() + delay.toNanos(), task);
    }

    void take(ConnectionPair from, AmiEvent event, long receivedNanos) {
        if (from.abandoned()) {
            return;
        }
        switch (event) {
            case AmiEvent.OfChannel ofChannel -> translator.take(ofChannel, receivedNanos);
            case AmiEvent.OriginateDone done -> originates.done(done);
            case AmiEvent.CameIn cameIn -> {
                // A reading that was under way may still show who was taken meanwhile.
                if (channels.idOf(cameIn.uniqueId()).isEmpty()) {
                    callers.cameIn(cameIn);
                }
            }
            case AmiEvent.WentAway away -> callers.wentAway(away.uniqueId());
            case AmiEvent.Booted booted -> {
                from.booted = true;
                firstReading(from);
            }
            case AmiEvent.ShuttingDown stopping -> lost(from, "Asterisk is shutting down");
            case Listed(String actionId, ChannelRow row) -> reading.row(actionId, row);
            case ListComplete(String actionId) -> {
                if (reading.complete(actionId)) {
                    in(settings.settling(), () -> {
                        if (reading.settle(actionId)) {
                            read();
                        }
                    });
                }
            }
        }
    }

    void overflow() {
        if (!overflowed) {
            metrics.overflows.increment();
            overflowed = true;
        }
    }

    private void connect() {
        if (closed) {
            return;
        }
        ConnectionPair made = new ConnectionPair(node, this, metrics);
        Thread.ofVirtual().name("ami-connect-" + node.name()).start(() -> {
            String problem = made.open();
            thread.post(() -> {
                if (problem.isEmpty()) {
                    connected(made);
                } else {
                    made.abandon();
                    failedToConnect(problem);
                }
            });
        });
    }

    private void connected(ConnectionPair made) {
        if (closed || made.abandoned()) {
            made.abandon();
            if (!closed) {
                failedToConnect("lost while logging in");
            }
            return;
        }
        metrics.connects.increment();
        pair = made;
        phase = Phase.SYNCING;
        detail = "reading the channels";
        send(new AmiConnection.Plain("CoreSettings", ""), reply -> {});
        if (made.booted) {
            firstReading(made);
        } else {
            in(BOOT_PATIENCE, () -> firstReading(made));
        }
    }

    private void firstReading(ConnectionPair of) {
        if (pair == of && !of.firstRead && !outlet.owing()) {
            of.firstRead = true;
            read();
        }
    }

    private void settled(ChannelReading.Done done) {
        Snapshot snapshot =
                channels.merge(node.name(), done.askedMicros(), done.askedNanos(), done.rows(), thread.nanos());
        if (outlet.give(snapshot) && phase == Phase.SYNCING && !overflowed) {
            phase = Phase.UP;
            failures = 0;
            detail = pair == null || pair.version.isEmpty() ? "Asterisk" : "Asterisk " + pair.version;
            LOG.infof(
                    "%s is up: %s, %d calls, %d legs",
                    node.name(),
                    detail,
                    snapshot.calls().size(),
                    snapshot.legs().size());
            in(SECOND_READING, this::read);
        }
    }

    void lost(ConnectionPair which, String reason) {
        which.abandon();
        if (pair != which) {
            return;
        }
        pair = null;
        reading.drop();
        metrics.linkLosses.increment();
        originates.linkLost();
        callers.linkLost();
        pending.loseAll("the link to " + node.name() + " is lost: " + reason);
        failedToConnect(reason);
    }

    private void failedToConnect(String reason) {
        // Said once for each outage: a node that stays away has been down before.
        if (phase != Phase.DOWN || failures == 0) {
            LOG.warnf("%s is down: %s", node.name(), reason);
            outlet.owe(reason);
        }
        phase = Phase.DOWN;
        detail = reason;
        roundTripMillis = -1;
        long most = Math.min(
                settings.longestBackOff().toMillis(), settings.firstBackOff().toMillis() << Math.min(failures, 10));
        failures++;
        long jittered = most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1);
        in(Duration.ofMillis(jittered), this::connect);
    }

    /** Pings both connections; a link whose pong is overdue is thrown away. */
    private void watch() {
        in(settings.pingInterval(), this::watch);
        ConnectionPair watched = pair;
        if (watched == null) {
            return;
        }
        String silent = watched.ping(thread.nanos(), settings.pongPatience().toNanos());
        if (!silent.isEmpty()) {
            lost(watched, silent);
        } else {
            roundTripMillis = watched.roundTripMillis();
        }
    }

    private void eachTurn() {
        if (overflowed) {
            overflowed = false;
            outlet.owe("more events than can be worked off");
        }
        if (outlet.owing()) {
            if (phase == Phase.UP) {
                phase = Phase.SYNCING;
                detail = "the engine is overloaded";
            }
            if (outlet.pay() && phase == Phase.SYNCING && pair != null) {
                pair.firstRead = true;
                read();
            }
        }
    }
}
