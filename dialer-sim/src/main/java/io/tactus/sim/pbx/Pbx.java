package io.tactus.sim.pbx;

import io.tactus.sim.ledger.Facts;
import io.tactus.sim.message.EventClass;
import io.tactus.sim.time.Scheduler;
import io.tactus.sim.world.Carriers;
import io.tactus.sim.world.Party;
import io.tactus.sim.world.Population;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The simulated Asterisk as an AMI action sees it. World thread only.
 *
 * <p>Channels are named by name or unique id. Methods that take a name expect it to be {@link #exists alive}.
 */
public final class Pbx {
    /** The version that is reported, in Asterisk's own form. */
    public static final String VERSION = "22.10.0";

    private final Channels channels = new Channels();
    private final ChannelEvents events;
    private final Facts facts;
    private final Scheduler scheduler;
    private final AgentPhones phones;
    private final FarEnd farEnd;
    private final AsyncAgi agi;
    private final Bridges bridges;
    private final Dialplan dialplan;
    private final Originator originator;
    private final Monitors monitors;

    /** Wires the parts together; nothing happens before the first call. */
    public Pbx(
            Scheduler scheduler,
            Population population,
            Carriers carriers,
            PbxSettings settings,
            Facts facts,
            EventSink sink) {
        this.scheduler = scheduler;
        this.events = new ChannelEvents(sink);
        this.facts = facts;
        this.phones = new AgentPhones(settings.agentAnswersAfter());
        var parts = new PbxParts(scheduler, channels, events, facts, population, carriers, phones);
        this.farEnd = new FarEnd(scheduler, channel -> hangUp(channel, Causes.UNKNOWN));
        var voice = new Voice(scheduler);
        var recordings = new Recordings(settings.recordings());
        this.monitors = new Monitors(scheduler, recordings);
        var recordFile = new RecordFile(parts, farEnd, voice, recordings);
        var sounds = new Sounds(settings.sounds(), settings.promptLength());
        var execution = new AgiExecution(parts, farEnd, sounds, voice, recordFile);
        this.agi = new AsyncAgi(parts, execution, farEnd, new AsyncAgi.Ends() {
            @Override
            public void finished(Channel channel) {
                goOn(channel);
            }

            @Override
            public void hangUp(Channel channel, int cause) {
                Pbx.this.hangUp(channel, cause);
            }
        });
        this.dialplan = new Dialplan(parts, agi, farEnd);
        this.bridges = new Bridges(parts, agi, farEnd, this::goOn);
        this.originator = new Originator(parts, this::answered, this::gone);
    }

    /** True for a context that calls can be sent to. */
    public boolean knowsContext(String context) {
        return Dialplan.knows(context);
    }

    /** True when a channel of that name or unique id lives. */
    public boolean exists(String nameOrId) {
        return channels.find(nameOrId).isPresent();
    }

    /** The name of the channel. */
    public String nameOf(String nameOrId) {
        return require(nameOrId).name;
    }

    /** The channels that live, oldest first. */
    public List<ChannelView> list() {
        return channels.all().stream().map(this::view).toList();
    }

    /** One channel. */
    public Optional<ChannelView> find(String nameOrId) {
        return channels.find(nameOrId).map(this::view);
    }

    /** Dials; {@code done} hears whether it was answered. */
    public void originate(OriginateRequest request, Consumer<Boolean> done) {
        originator.originate(request, done);
    }

    /** Connects two different channels. */
    public void bridge(String first, String second) {
        var one = require(first);
        var other = require(second);
        loseDial(one);
        loseDial(other);
        bridges.bridge(one, other);
    }

    /** Hangs a channel up with a Q.850 cause; 0 leaves the cause that the channel has. */
    public void hangUp(String nameOrId, int cause) {
        hangUp(require(nameOrId), cause);
    }

    /** Queues an AGI command; false when the channel has never been in AsyncAGI. */
    public boolean agi(String nameOrId, String line, Optional<String> commandId) {
        return agi.add(require(nameOrId), new AgiCommand(line, commandId));
    }

    /** Sends a channel to the first priority of a context; an unknown one ends the call. */
    public void redirect(String nameOrId, String context) {
        var channel = require(nameOrId);
        Channel.cancel(channel.agiTimer);
        agi.leave(channel);
        bridges.leave(channel);
        channel.hears = "";
        channel.context = context;
        if (Dialplan.allows(context, channel.state)) {
            dialplan.enter(channel);
        } else {
            hangUp(channel, Causes.UNKNOWN);
        }
    }

    /** Sets a channel variable; the underscores of one that other channels inherit are no part of its name. */
    public void setVariable(String nameOrId, String variable, String value) {
        var channel = require(nameOrId);
        if (variable.equals("CHANNEL(accountcode)")) {
            channel.accountCode = value;
        } else {
            channel.variables.put(variable.replaceFirst("^_{1,2}", ""), value);
        }
    }

    /** A channel variable; the empty string when it is not set. */
    public String variable(String nameOrId, String variable) {
        return require(nameOrId).variables.getOrDefault(variable, "");
    }

    /** Tells all sessions of something about a channel that changes nothing else, such as MixMonitorStart. */
    public void announce(String nameOrId, String event) {
        events.about(event, EventClass.CALL, require(nameOrId));
    }

    /** Starts to record a channel; false when the file would lie elsewhere than the recordings may. @param bothSides each in a channel of its own */
    public boolean monitor(String nameOrId, String file, boolean bothSides) {
        return monitors.start(require(nameOrId), file, bothSides);
    }

    /** Ends the recording of a channel; false when there is none. */
    public boolean stopMonitor(String nameOrId) {
        return monitors.stop(require(nameOrId));
    }

    /** True while a channel is recorded. */
    public boolean monitored(String nameOrId) {
        return monitors.has(require(nameOrId));
    }

    /** Somebody calls in over a trunk, and hears it ringing until a client takes the call; true to the party's patience. */
    public void callIn(String trunk, String number, String caller, Party party) {
        var channel = new Channel(channels.nextName(trunk), channels.nextUniqueId(), caller, scheduler.nowNanos());
        channel.party = party;
        channel.extension = number;
        channel.callerNumber = caller;
        channel.state = ChannelState.RING;
        channels.add(channel);
        facts.calledIn(channel.uniqueId, caller);
        events.created(channel);
        dialplan.enter(channel);
    }

    /** The far ends with that number or endpoint hang up, now. */
    public void hangUpFarEnds(String number) {
        channels.all().stream()
                .filter(channel -> channel.number.equals(number))
                .toList()
                .forEach(channel -> hangUp(channel, Causes.UNKNOWN));
    }

    /** Makes an agent's phone reachable or not; a leg that stands is not touched. */
    public void setRegistered(String endpoint, boolean registered) {
        phones.setRegistered(endpoint, registered);
    }

    /** All channels vanish without a word, as when the process dies. */
    public void die() {
        for (var channel : List.copyOf(channels.all())) {
            stop(channel);
            facts.ended(channel.uniqueId, channel.number, "restart");
        }
        channels.clear();
    }

    private void loseDial(Channel channel) {
        var call = channel.call;
        if (call != null) {
            originator.lose(channel, call);
        }
    }

    private void answered(Channel channel) {
        farEnd.answered(channel);
        dialplan.enter(channel);
    }

    private void goOn(Channel channel) {
        dialplan.afterAgi(channel).ifPresentOrElse(Runnable::run, () -> hangUp(channel, Causes.NORMAL));
    }

    private void hangUp(Channel channel, int cause) {
        if (channel.hungUp) {
            return;
        }
        var call = channel.call;
        if (call != null) {
            originator.abandon(channel, call, cause);
            return;
        }
        channel.hungUp = true;
        agi.leave(channel);
        var bridge = channel.bridge;
        if (cause != Causes.UNKNOWN) {
            channel.hangupCause = cause;
        }
        if (bridge != null) {
            bridges.leave(channel);
        }
        gone(channel);
    }

    private void gone(Channel channel) {
        channel.hungUp = true;
        monitors.stop(channel);
        stop(channel);
        channels.remove(channel);
        events.hungUp(channel);
        facts.ended(channel.uniqueId, channel.number, Integer.toString(channel.hangupCause));
        dialplan.gone(channel);
    }

    private void stop(Channel channel) {
        channel.hungUp = true;
        farEnd.gone(channel);
        agi.leaveSilently(channel);
        var call = channel.call;
        if (call != null) {
            call.cancelPlans();
        }
    }

    private ChannelView view(Channel channel) {
        var bridge = channel.bridge;
        return new ChannelView(
                channel.name,
                message -> ChannelEvents.snapshot(message, "", channel),
                channel.application,
                channel.applicationData,
                bridge == null ? "" : bridge.id,
                (scheduler.nowNanos() - channel.createdNanos) / 1_000_000_000L);
    }

    private Channel require(String nameOrId) {
        return channels.find(nameOrId)
                .orElseThrow(() -> new IllegalArgumentException("No channel " + nameOrId + "; ask exists() first"));
    }
}
