package io.tactus.telephony.asterisk;

import io.tactus.floor.effect.TelephonyEffect.Monitor;
import io.tactus.floor.effect.TelephonyEffect.Take;
import io.tactus.floor.input.AgentInput;
import io.tactus.floor.input.CallInput;
import io.tactus.floor.input.CallInput.Arrived;
import io.tactus.floor.input.Input;
import io.tactus.platform.EngineClock;
import io.tactus.telephony.AgentPhone;
import io.tactus.telephony.IncomingCall;
import io.tactus.telephony.InputSink;
import io.tactus.telephony.NodeSettings;
import io.tactus.telephony.NodeStatus;
import io.tactus.telephony.OriginateRequest;
import io.tactus.telephony.Telephony;
import io.tactus.telephony.asterisk.ChannelIds.ChannelId;
import io.tactus.telephony.asterisk.ChannelIds.Customer;
import io.tactus.telephony.asterisk.ChannelIds.Leg;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Telephony by one or more Asterisk nodes. Any thread may call it; each node works on a thread of its own. */
public final class AsteriskTelephony implements Telephony {
    /** Held on to: a logger that nobody holds loses its level. */
    private static final List<Logger> QUIET = List.of(
            // Reports each step of each login, complains of every field that a newer Asterisk has, and of ring times
            // below 100 s.
            quiet("org.asteriskjava", Level.SEVERE),
            quiet("org.asteriskjava.manager.util.EventAttributesHelper", Level.SEVERE),
            // Complains when the dispatch thread of a link that is gone is ended.
            quiet("org.asteriskjava.manager.internal.AsyncEventPump", Level.OFF),
            // The library's imitation of Asterisk 11 misses the events that we filter out; it cannot be switched off.
            quiet("org.asteriskjava.manager.internal.backwardsCompatibility", Level.OFF));

    private final List<NodeSettings> settings;
    private final AsteriskSettings adapter;
    private final EngineClock clock;
    private final TelephonyMetrics metrics = new TelephonyMetrics();
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private volatile InputSink sink = input -> false;

    private record Node(NodeLink link, NodeCommands commands) {
        void run(Consumer<NodeCommands> command) {
            link.thread().post(() -> command.accept(commands));
        }
    }

    /** Telephony that does nothing before {@link #start}. */
    public AsteriskTelephony(List<NodeSettings> nodes, AsteriskSettings settings, EngineClock clock) {
        this.settings = List.copyOf(nodes);
        this.adapter = settings;
        this.clock = clock;
    }

    @Override
    public synchronized void start(InputSink sink, Consumer<IncomingCall> incoming) {
        if (!nodes.isEmpty()) {
            throw new IllegalStateException("telephony has been started already");
        }
        for (NodeSettings node : settings) {
            NodeLink link = new NodeLink(node, adapter, clock, sink, incoming, metrics);
            if (nodes.put(node.name(), new Node(link, new NodeCommands(link, adapter))) != null) {
                throw new IllegalArgumentException("two nodes have the name " + node.name());
            }
        }
        this.sink = sink;
        nodes.values().forEach(node -> node.link().start());
    }

    @Override
    public void originate(OriginateRequest request) {
        Node node = nodes.get(request.node());
        if (node == null) {
            answer(new CallInput.OriginateFailed(request.callId(), "there is no node " + request.node()));
        } else {
            node.run(commands -> commands.originate(request));
        }
    }

    @Override
    public void take(IncomingCall call, Arrived arrived) {
        Node node = nodes.get(call.node());
        if (node == null) {
            answer(arrived);
            answer(new CallInput.Ended(arrived.callId(), 0));
        } else {
            node.run(commands -> commands.take(call, arrived));
        }
    }

    @Override
    public void refuse(IncomingCall call, int cause) {
        Node node = nodes.get(call.node());
        if (node != null) {
            node.run(commands -> commands.refuse(call, cause));
        }
    }

    @Override
    public void welcome(long callId, String nodeName) {
        Node node = nodes.get(nodeName);
        if (node == null) {
            answer(new CallInput.Ended(callId, 0));
        } else {
            node.run(commands -> commands.welcome(callId));
        }
    }

    @Override
    public void bridge(long callId, long agentId, int leg, String nodeName) {
        Node node = nodes.get(nodeName);
        if (node == null) {
            answer(new CallInput.BridgeFailed(callId, agentId, "there is no node " + nodeName));
        } else {
            node.run(commands -> commands.bridge(callId, agentId, leg));
        }
    }

    @Override
    public void hold(long callId, String nodeName) {
        move(callId, nodeName, commands -> commands.hold(callId));
    }

    @Override
    public void handOver(long callId, String nodeName, String trunk, String number) {
        move(callId, nodeName, commands -> commands.handOver(callId, trunk, number));
    }

    private void move(long callId, String nodeName, Consumer<TalkCommands> move) {
        Node node = nodes.get(nodeName);
        if (node == null) {
            answer(new CallInput.MoveFailed(callId, "there is no node " + nodeName));
        } else {
            node.run(commands -> move.accept(commands.talk()));
        }
    }

    @Override
    public void record(long callId, String nodeName, long recording, Take take) {
        Node node = nodes.get(nodeName);
        if (node != null) {
            node.run(commands -> commands.talk().record(callId, recording, take));
        } else if (take == Take.START) {
            answer(new CallInput.RecordingFailed(callId, recording, "there is no node " + nodeName));
        }
    }

    @Override
    public void sendDigits(long callId, String nodeName, String digits) {
        Node node = nodes.get(nodeName);
        if (node != null) {
            node.run(commands -> commands.talk().sendDigits(callId, digits));
        }
    }

    @Override
    public void play(long callId, String nodeName, String sound, boolean afterGreeting) {
        Node node = nodes.get(nodeName);
        if (node == null) {
            answer(new CallInput.PromptFinished(callId, false));
        } else {
            node.run(commands -> commands.play(callId, sound, afterGreeting));
        }
    }

    @Override
    public void recordVoicemail(long callId, String nodeName, String greeting, int maxSeconds) {
        Node node = nodes.get(nodeName);
        if (node == null) {
            answer(new CallInput.VoicemailRecorded(callId, "", 0));
        } else {
            node.run(commands -> commands.recordVoicemail(callId, greeting, maxSeconds));
        }
    }

    @Override
    public void hangUp(long callId, String node) {
        end(new Customer(callId), node);
    }

    @Override
    public void connectLeg(long agentId, int leg, String nodeName, AgentPhone phone) {
        Node node = nodes.get(nodeName);
        if (node == null) {
            answer(new AgentInput.LegEnded(agentId, leg, 0));
        } else {
            node.run(commands -> commands.connectLeg(agentId, leg, phone));
        }
    }

    @Override
    public void setPassword(String nodeName, String endpoint, String password) {
        Node node = nodes.get(nodeName);
        if (node != null) {
            node.run(commands -> commands.setPassword(endpoint, password));
        }
    }

    @Override
    public void dropLeg(long agentId, int leg, String node) {
        end(new Leg(agentId, leg), node);
    }

    /** At the node that is named; else at the one that knows the channel; else at all. */
    private void end(ChannelId id, String nodeName) {
        Node named = nodes.get(nodeName);
        if (named != null) {
            named.run(commands -> commands.hangUp(id, true));
            return;
        }
        for (Node node : nodes.values()) {
            if (node.link().channels().knows(id)) {
                node.run(commands -> commands.hangUp(id, false));
                return;
            }
        }
        nodes.values().forEach(node -> node.run(commands -> commands.hangUp(id, false)));
    }

    @Override
    public void monitor(Monitor wish) {
        legCommand(wish.agentId(), wish.leg(), wish.node(), commands -> commands.monitor(wish));
    }

    @Override
    public void parkLeg(long agentId, int leg, String node) {
        legCommand(agentId, leg, node, LegCommands::park);
    }

    private void legCommand(long agentId, int leg, String nodeName, Consumer<LegCommands> command) {
        Node node = nodes.get(nodeName);
        if (node == null) {
            answer(new AgentInput.LegEnded(agentId, leg, 0));
        } else {
            node.run(commands -> command.accept(commands.leg(new Leg(agentId, leg))));
        }
    }

    @Override
    public void readChannels(String nodeName) {
        Node node = nodes.get(nodeName);
        if (node != null) {
            node.link().thread().post(node.link()::read);
        }
    }

    @Override
    public List<NodeStatus> nodes() {
        return nodes.values().stream().map(node -> node.link().status()).toList();
    }

    /** The adapter's figures. */
    public TelephonyMetrics metrics() {
        return metrics;
    }

    NodeLink link(String node) {
        return Objects.requireNonNull(nodes.get(node), node).link();
    }

    private void answer(Input input) {
        if (!sink.offer(input)) {
            metrics.refusedInputs.increment();
        }
    }

    @Override
    public void close() {
        nodes.values().forEach(node -> node.link().close());
    }

    private static Logger quiet(String name, Level level) {
        Logger logger = Logger.getLogger(name);
        logger.setLevel(level);
        return logger;
    }
}
