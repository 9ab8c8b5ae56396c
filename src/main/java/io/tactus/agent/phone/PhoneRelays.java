package io.tactus.agent.phone;

import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import io.tactus.platform.TactusConfig;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Carries SIP between pages and nodes, message by message, and holds the two ends together: when one is gone, so is the other. What is
 * said before the node is reached waits; whoever does not keep up is cut off.
 */
@ApplicationScoped
class PhoneRelays {
    /** A SIP message with its SDP has a few KB. */
    private static final int LONGEST = 65_536;
    /** Messages that may be on their way in one direction. */
    private static final int WAITING = 50;

    private static final Logger LOG = Logger.getLogger(PhoneRelays.class);

    private final Softphones softphones;
    private final TactusConfig config;
    private final WebSocketClient client;
    private final Map<String, Relay> relays = new ConcurrentHashMap<>();

    PhoneRelays(Softphones softphones, TactusConfig config, Vertx vertx) {
        this.softphones = softphones;
        this.config = config;
        this.client = vertx.createWebSocketClient(new WebSocketClientOptions()
                .setMaxFrameSize(LONGEST)
                .setMaxMessageSize(LONGEST)
                .setMaxConnections(10_000));
    }

    /** One page and its node. */
    private static final class Relay {
        private final WebSocketConnection page;
        private final Queue<String> early = new ArrayDeque<>();
        private final AtomicInteger toPage = new AtomicInteger();
        private final AtomicInteger toNode = new AtomicInteger();
        private @Nullable WebSocket node;

        Relay(WebSocketConnection page) {
            this.page = page;
        }

        synchronized boolean say(String message) {
            WebSocket reached = node;
            if (reached == null) {
                return early.size() < WAITING && early.add(message);
            }
            if (toNode.incrementAndGet() > WAITING) {
                return false;
            }
            reached.writeTextMessage(message).onComplete(done -> toNode.decrementAndGet());
            return true;
        }

        synchronized void reached(WebSocket socket) {
            node = socket;
            early.forEach(this::say);
            early.clear();
        }

        synchronized void hangUp() {
            WebSocket reached = node;
            if (reached != null) {
                reached.close();
            }
        }
    }

    /** Says whether the agent has a phone. */
    boolean open(WebSocketConnection page, long agentId) {
        Optional<String> url = softphones
                .find(agentId)
                .flatMap(loan -> Optional.ofNullable(config.nodes().get(loan.node())))
                .map(TactusConfig.Node::webSocket);
        if (url.isEmpty()) {
            return false;
        }
        Relay relay = new Relay(page);
        relays.put(page.id(), relay);
        WebSocketConnectOptions to =
                new WebSocketConnectOptions().setAbsoluteURI(url.get()).addSubProtocol("sip");
        to.setTimeout(5_000);
        client.connect(to).onSuccess(socket -> reached(relay, socket)).onFailure(problem -> {
            LOG.warnf("The node's WebSocket %s cannot be reached: %s", url.get(), problem.getMessage());
            end(page, "the telephony node cannot be reached");
        });
        return true;
    }

    private void reached(Relay relay, WebSocket socket) {
        socket.textMessageHandler(message -> {
            if (relay.toPage.incrementAndGet() > WAITING) {
                end(relay.page, "the page does not keep up");
                return;
            }
            relay.page
                    .sendText(message)
                    .subscribe()
                    .with(ok -> relay.toPage.decrementAndGet(), e -> end(relay.page, "the page is gone"));
        });
        socket.closeHandler(gone -> end(relay.page, "the telephony node is gone"));
        socket.exceptionHandler(problem -> end(relay.page, "the telephony node is gone"));
        if (relays.containsKey(relay.page.id())) {
            relay.reached(socket);
        } else {
            socket.close();
        }
    }

    void say(WebSocketConnection page, String message) {
        Relay relay = relays.get(page.id());
        if (relay != null && (message.length() > LONGEST || !relay.say(message))) {
            end(page, "the telephony node does not keep up");
        }
    }

    void close(WebSocketConnection page) {
        Relay relay = relays.remove(page.id());
        if (relay != null) {
            relay.hangUp();
        }
    }

    private void end(WebSocketConnection page, String reason) {
        if (relays.containsKey(page.id())) {
            close(page);
            page.close(new CloseReason(1013, reason))
                    .subscribe()
                    .with(ok -> {}, e -> LOG.debugf(e, "page %s", page.id()));
        }
    }
}
