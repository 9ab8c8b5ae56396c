package io.tactus.telephony.asterisk;

import io.tactus.floor.input.CallInput;
import io.tactus.telephony.AgentPhone;
import io.tactus.telephony.IncomingCall;
import io.tactus.telephony.OriginateRequest;
import io.tactus.telephony.asterisk.AgiCommands.Command;
import io.tactus.telephony.asterisk.AgiCommands.Purpose;
import io.tactus.telephony.asterisk.ChannelIds.ChannelId;
import io.tactus.telephony.asterisk.ChannelIds.Customer;
import io.tactus.telephony.asterisk.ChannelIds.Leg;
import io.tactus.telephony.asterisk.PendingActions.Reply;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asteriskjava.manager.action.AgiAction;
import org.asteriskjava.manager.action.BridgeAction;
import org.asteriskjava.manager.action.HangupAction;
import org.asteriskjava.manager.action.OriginateAction;
import org.asteriskjava.manager.action.RedirectAction;
import org.asteriskjava.manager.action.SetVarAction;
import org.jboss.logging.Logger;

/** Carries out the port's commands at one node, on its thread. */
final class NodeCommands {
    private static final Logger LOG = Logger.getLogger(NodeCommands.class);
    private static final int NORMAL_CLEARING = 16;
    private static final int AGENT_PHONE_MILLIS = 45_000;
    private static final int LONGEST_RING_MILLIS = 300_000;
    /** A Hangup event that is still on its way comes first. */
    private static final Duration HANGUP_ON_ITS_WAY = Duration.ofSeconds(1);

    private static final String WAIT_CONTEXT = "tactus-wait";

    private final NodeLink link;
    private final String recordings;
    private final Duration patience;
    private final TalkCommands talk;
    /** Agents by calls whose bridge is being made. */
    private final Map<Long, Bridging> bridgings = new HashMap<>();

    private long serial;

    private record Bridging(long agentId, int leg) {}

    NodeCommands(NodeLink link, AsteriskSettings settings) {
        this.link = link;
        this.recordings = settings.recordings().toString();
        this.patience = settings.actionPatience();
        this.talk = new TalkCommands(link, recordings);
        link.onBridged(bridged -> bridgings.remove(bridged.callId()));
    }

    void originate(OriginateRequest request) {
        Customer id = new Customer(request.callId());
        if (link.channels().knows(id)) {
            // The floor never asks twice; whoever did, the first call must live on.
            LOG.warnf("%s is under way already: the second originate is left out", id);
            return;
        }
        if (!link.up()) {
            link.originates().fail(id, "not dialled: " + link.detail(), 0);
            return;
        }
        try {
            OriginateAction action = originateAction(
                    id, AmiText.number("number", request.number()) + "@" + AmiText.endpoint("trunk", request.trunk()));
            if (request.ringTimeoutMillis() < 1_000 || request.ringTimeoutMillis() > LONGEST_RING_MILLIS) {
                throw new RefusedValueException("ring time-out: expected 1000 to " + LONGEST_RING_MILLIS + " ms, got "
                        + request.ringTimeoutMillis());
            }
            action.setTimeout((long) request.ringTimeoutMillis());
            if (!request.callerId().isEmpty()) {
                action.setCallerId(AmiText.number("caller id", request.callerId()));
            }
            boolean detects = !request.amdParameters().equals(OriginateRequest.NO_DETECTION);
            action.setContext(detects ? "tactus-out-amd" : "tactus-out");
            if (detects && !request.amdParameters().isEmpty()) {
                action.setVariables(Map.of("TACTUS_AMD", AmiText.amdArguments(request.amdParameters())));
            }
            dial(id, action, request.ringTimeoutMillis());
        } catch (RefusedValueException e) {
            link.originates().fail(id, e.getMessage() == null ? "" : e.getMessage(), 0);
        }
    }

    void connectLeg(long agentId, int leg, AgentPhone phone) {
        Leg id = new Leg(agentId, leg);
        try {
            String endpoint = AmiText.endpoint("agent's phone", phone.endpoint());
            OriginateAction action = originateAction(
                    id, phone.outside() ? AmiText.number("number", phone.number()) + "@" + endpoint : endpoint);
            action.setContext(phone.asksForKey() ? "tactus-agent-outside" : "tactus-agent");
            action.setTimeout((long) AGENT_PHONE_MILLIS);
            if (!link.channels().knows(id)) {
                dial(id, action, AGENT_PHONE_MILLIS);
            }
        } catch (RefusedValueException e) {
            LOG.errorf("Leg %s cannot be connected: %s", id, e.getMessage());
            link.originates().fail(id, "", 0);
        }
    }

    /** A short dialplan of its own writes it, because Asterisk lets no manager write its database. */
    void setPassword(String endpoint, String password) {
        OriginateAction action = new OriginateAction();
        action.setChannel("Local/s@tactus-password");
        action.setApplication("Wait");
        action.setData("1");
        action.setAsync(true);
        action.setVariables(Map.of(
                "TACTUS_PHONE", AmiText.endpoint("browser", endpoint),
                "TACTUS_PASSWORD", AmiText.endpoint("password", password)));
        link.send(action, reply -> {
            if (!(reply instanceof Reply.Done)) {
                LOG.warnf("%s has no new password at its node: %s", endpoint, reply);
            }
        });
    }

    private static OriginateAction originateAction(ChannelId id, String destination) {
        OriginateAction action = new OriginateAction();
        action.setChannel(AmiText.field("channel", "PJSIP/" + destination));
        action.setChannelId(id.toString());
        action.setExten("s");
        action.setPriority(1);
        action.setAsync(true);
        action.setEarlyMedia(false);
        return action;
    }

    private void dial(ChannelId id, OriginateAction action, int ringMillis) {
        String actionId = link.pending().nextId();
        link.originates().begin(actionId, id, ringMillis);
        link.send(action, actionId, reply -> link.originates().replied(actionId, reply));
    }

    void take(IncomingCall call, CallInput.Arrived arrived) {
        Customer id = new Customer(arrived.callId());
        Optional<String> name = link.callers().take(call.channel());
        link.outlet().give(arrived);
        if (name.isEmpty()) {
            isGone(id);
            return;
        }
        link.channels().take(id, name.get(), call.channel(), link.thread().nanos());
        mark(id);
    }

    /** The account code tells an engine that comes after this one whose channel it is. */
    private void mark(Customer id) {
        link.send(
                new SetVarAction(link.channels().address(id), "CHANNEL(accountcode)", id.toString()),
                reply -> goneIfRefused(id, reply));
    }

    void refuse(IncomingCall call, int cause) {
        link.callers().take(call.channel()).ifPresent(name -> link.send(new HangupAction(name, cause), reply -> {}));
    }

    void welcome(long callId) {
        Customer id = new Customer(callId);
        if (!link.channels().knows(id)) {
            isGone(id);
            return;
        }
        // Once more: the link may have been lost over the first time.
        mark(id);
        RedirectAction action = new RedirectAction(link.channels().address(id), WAIT_CONTEXT, "s", 1);
        link.send(action, reply -> goneIfRefused(id, reply));
    }

    /** A lost reply says nothing: the next reading tells. */
    private void goneIfRefused(ChannelId id, Reply reply) {
        if (reply instanceof Reply.Refused) {
            link.in(HANGUP_ON_ITS_WAY, () -> isGone(id));
        }
    }

    void bridge(long callId, long agentId, int leg) {
        Bridging bridging = new Bridging(agentId, leg);
        bridgings.put(callId, bridging);
        link.channels().find(new Leg(agentId, leg)).ifPresent(memory -> {
            memory.parked = false;
            if (memory.joins) {
                leg(new Leg(agentId, leg)).unjoin();
            }
        });
        // Should the agent's leg be lost, the dialplan lets the customer of a talk wait instead of hanging up.
        link.send(new SetVarAction(link.channels().address(new Customer(callId)), "TACTUS_TALKS", "1"), reply -> {});
        BridgeAction action = new BridgeAction(
                link.channels().address(new Customer(callId)), new Leg(agentId, leg).toString(), false);
        link.send(action, reply -> {
            switch (reply) {
                case Reply.Done done -> {
                    // Both BridgeEnter say it.
                }
                case Reply.Refused refused -> bridgeFailed(callId, bridging, refused.message());
                case Reply.Lost lost -> bridgeFailed(callId, bridging, lost.reason());
            }
        });
        link.in(patience, () -> bridgeFailed(callId, bridging, "no word of the bridge in time"));
    }

    private void bridgeFailed(long callId, Bridging bridging, String reason) {
        if (bridgings.remove(callId, bridging)) {
            link.channels().find(new Leg(bridging.agentId(), bridging.leg())).ifPresent(ChannelMemory::parkedAgain);
            link.outlet().give(new CallInput.BridgeFailed(callId, bridging.agentId(), reason));
        }
    }

    /** What is done with a leg that stands. */
    LegCommands leg(Leg leg) {
        return new LegCommands(link, leg);
    }

    /** What is done with a customer who is in a talk. */
    TalkCommands talk() {
        return talk;
    }

    void play(long callId, String sound, boolean afterGreeting) {
        try {
            run(callId, AgiCommands.prompt(callId, nextSerial(), sound, afterGreeting, recordings));
        } catch (RefusedValueException e) {
            LOG.errorf("The prompt of call %d cannot be played: %s", callId, e.getMessage());
            link.outlet().give(new CallInput.PromptFinished(callId, false));
        }
    }

    void recordVoicemail(long callId, String greeting, int maxSeconds) {
        try {
            run(callId, AgiCommands.voicemail(callId, nextSerial(), greeting, maxSeconds, recordings));
        } catch (RefusedValueException e) {
            LOG.errorf("The voicemail of call %d cannot be recorded: %s", callId, e.getMessage());
            link.outlet()
                    .give(new CallInput.VoicemailRecorded(callId, AgiCommands.voicemailFile(recordings, callId), 0));
        }
    }

    private long nextSerial() {
        return ++serial;
    }

    private void run(long callId, List<Command> commands) {
        Customer id = new Customer(callId);
        for (Command command : commands) {
            link.channels()
                    .find(id)
                    .ifPresent(memory -> memory.begin(command, link.thread().nanos()));
            AgiAction action = new AgiAction(
                    link.channels().address(id), command.line(), command.id().toString());
            link.send(action, reply -> commandReplied(command, reply));
        }
    }

    /** A lost reply says nothing: the command may run, and its own end tells. */
    private void commandReplied(Command command, Reply reply) {
        if (!(reply instanceof Reply.Refused refused)) {
            return;
        }
        long callId = command.id().callId();
        LOG.infof("Command %s was refused: %s", command.id(), refused.message());
        Optional<ChannelMemory> memory = link.channels().find(new Customer(callId));
        boolean first = memory.isEmpty() || memory.get().end(command.id());
        if (first && command.id().purpose() == Purpose.PROMPT) {
            link.outlet().give(new CallInput.PromptFinished(callId, false));
        } else if (first && command.id().purpose() == Purpose.RECORDING) {
            link.outlet()
                    .give(new CallInput.VoicemailRecorded(callId, AgiCommands.voicemailFile(recordings, callId), 0));
        }
    }

    /**
     * Ends a channel.
     *
     * @param sure whether it was said to be at this node, so that its absence here means that it is gone
     */
    void hangUp(ChannelId id, boolean sure) {
        Optional<ChannelMemory> memory = link.channels().find(id);
        if (memory.isPresent() && !memory.get().seen) {
            // It may come to be at any moment.
            memory.get().unwanted = true;
        }
        link.send(hangUpAction(link.channels().address(id)), reply -> {
            if (reply instanceof Reply.Refused && sure) {
                link.in(HANGUP_ON_ITS_WAY, () -> isGone(id));
            }
        });
    }

    private void isGone(ChannelId id) {
        Optional<ChannelMemory> memory = link.channels().find(id);
        boolean awaited = memory.isPresent() && !memory.get().seen;
        if (!awaited && link.channels().findEnded(id).isEmpty()) {
            link.translator()
                    .ends(
                            memory.orElseGet(
                                    () -> new ChannelMemory(id, link.thread().nanos())),
                            0);
        }
    }

    static HangupAction hangUpAction(String channel) {
        return new HangupAction(channel, NORMAL_CLEARING);
    }
}
