package io.tactus.lab.storm;

import static io.tactus.lab.storm.Agenda.MILLI;

import io.tactus.floor.effect.TelephonyEffect.Monitor;
import io.tactus.floor.effect.TelephonyEffect.Take;
import io.tactus.floor.input.CallInput;
import io.tactus.floor.input.Input;
import io.tactus.telephony.AgentPhone;
import io.tactus.telephony.IncomingCall;
import io.tactus.telephony.InputSink;
import io.tactus.telephony.NodeStatus;
import io.tactus.telephony.OriginateRequest;
import io.tactus.telephony.Telephony;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One engine's connections to the nodes. A command takes half a millisecond, and the engine may die meanwhile. */
final class Phones implements Telephony {
    private static final long WAY = MILLI / 2;

    private final World world;
    private final Life life;
    private long commands;

    Phones(World world, Life life) {
        this.world = world;
        this.life = life;
    }

    @Override
    public void start(InputSink sink, Consumer<IncomingCall> incoming) {
        world.nodes.forEach(node -> life.link(node).connect());
    }

    @Override
    public void take(IncomingCall call, CallInput.Arrived arrived) {
        throw new IllegalStateException("nobody calls in here");
    }

    @Override
    public void refuse(IncomingCall call, int cause) {
        throw new IllegalStateException("nobody calls in here");
    }

    @Override
    public void welcome(long callId, String node) {
        throw new IllegalStateException("nobody calls in here");
    }

    private interface Command {
        void at(PhoneNode node);
    }

    private void send(String nodeName, String what, Command command) {
        world.lives.point();
        world.trace.line(() -> "  engine asks " + (nodeName.isEmpty() ? "every node" : nodeName) + ": " + what);
        long number = ++commands;
        world.agenda.in(WAY, () -> {
            if (life.dead() && world.dice.chance(0.5, "left", life.number, number)) {
                return;
            }
            for (PhoneNode node : world.nodes) {
                if (node.reachable && (nodeName.isEmpty() || node.name.equals(nodeName))) {
                    command.at(node);
                }
            }
        });
    }

    private Optional<Link> linkTo(String nodeName) {
        return world.nodes.stream()
                .filter(node -> node.name.equals(nodeName))
                .findFirst()
                .map(life::link);
    }

    /** Sends the command, or answers that there is no link; also when the link turns out to have been lost with it. */
    private void sendOr(String nodeName, String what, Input otherwise, boolean toldLater, Command command) {
        Optional<Link> link = linkTo(nodeName);
        if (link.isEmpty() || !link.get().connected()) {
            life.hear(otherwise);
            return;
        }
        if (toldLater && !link.get().node.reachable) {
            link.get().onLoss(otherwise);
        }
        send(nodeName, what, command);
    }

    @Override
    public void originate(OriginateRequest request) {
        world.storeLaw.originates(request, life);
        long id = request.callId();
        sendOr(
                request.node(),
                "dial call " + id,
                new CallInput.OriginateFailed(id, "no link"),
                false,
                node -> node.originate(request));
    }

    @Override
    public void bridge(long callId, long agentId, int leg, String node) {
        sendOr(
                node,
                "bridge call " + callId + " with agent " + agentId,
                new CallInput.BridgeFailed(callId, agentId, "no link"),
                true,
                at -> at.bridge(callId, agentId, leg));
    }

    @Override
    public void hold(long callId, String node) {
        move(callId, node, "hold call " + callId, at -> at.hold(callId));
    }

    @Override
    public void handOver(long callId, String node, String trunk, String number) {
        move(callId, node, "hand over call " + callId, at -> at.handOver(callId));
    }

    private void move(long callId, String node, String what, Command command) {
        sendOr(node, what, new CallInput.MoveFailed(callId, "no link"), true, command);
    }

    @Override
    public void record(long callId, String node, long recording, Take take) {
        send(node, take + " of the recording of call " + callId, at -> {});
    }

    @Override
    public void sendDigits(long callId, String node, String digits) {
        send(node, "keys to call " + callId, at -> {});
    }

    @Override
    public void setPassword(String node, String endpoint, String password) {
        send(node, "new password of " + endpoint, at -> {});
    }

    @Override
    public void play(long callId, String node, String sound, boolean afterGreeting) {
        sendOr(
                node,
                "play " + sound + " to call " + callId,
                new CallInput.PromptFinished(callId, false),
                true,
                at -> at.play(callId));
    }

    @Override
    public void recordVoicemail(long callId, String node, String greeting, int maxSeconds) {
        sendOr(
                node,
                "record call " + callId,
                new CallInput.PromptFinished(callId, false),
                true,
                at -> at.record(callId));
    }

    @Override
    public void hangUp(long callId, String node) {
        send(node, "hang up call " + callId, at -> at.hangUp(callId));
    }

    @Override
    public void connectLeg(long agentId, int leg, String node, AgentPhone phone) {
        send(node, "ring agent " + agentId + " for leg " + leg, at -> at.connectLeg(agentId, leg));
    }

    @Override
    public void dropLeg(long agentId, int leg, String node) {
        send(node, "drop leg " + leg + " of agent " + agentId, at -> at.dropLeg(agentId, leg));
    }

    @Override
    public void monitor(Monitor wish) {
        send(wish.node(), "agent " + wish.agentId() + " hears agent " + wish.targetId(), at -> at.monitor(wish));
    }

    @Override
    public void parkLeg(long agentId, int leg, String node) {
        send(node, "park leg " + leg + " of agent " + agentId, at -> at.parkLeg(agentId, leg));
    }

    @Override
    public void readChannels(String node) {
        world.lives.point();
        linkTo(node).ifPresent(Link::read);
    }

    @Override
    public List<NodeStatus> nodes() {
        return List.of();
    }

    @Override
    public void close() {
        // The channels stay as they are.
    }
}
