package io.tactus.sim.pbx;

import io.tactus.sim.time.Scheduler;
import io.tactus.sim.world.Party;
import io.tactus.sim.world.Population;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The contexts that the engine relies on, as the priorities of a real extensions.conf.
 *
 * <pre>
 * tactus-in:       1 AGI(agi:async)  2 Hangup
 * tactus-wait:     1 Answer  2 AGI(agi:async)  3 after a talk: tactus-hold, else Hangup
 * tactus-out:      1 AGI(agi:async)  2 after a talk: tactus-hold, else Hangup
 * tactus-out-amd:  1 AMD  2 UserEvent(TactusAmd)  3 AGI(agi:async)  4 as above
 * tactus-agent:    1 Answer  2 AGI(agi:async)  3 Goto(2)
 * tactus-agent-outside: 1 Answer  2 the key 1  3 Goto(tactus-agent)
 * tactus-hold:     1 StartMusicOnHold  2 AGI(agi:async)  3 Goto(1)
 * tactus-transfer: 1 Dial  2 Hangup
 * tactus-monitor:  1 ChanSpy  2 Goto(tactus-agent)
 * </pre>
 */
final class Dialplan {
    static final String ENTRY_CONTEXT = "tactus-in";
    static final String OUT = "tactus-out";
    static final String OUT_AMD = "tactus-out-amd";
    static final String AGENT = "tactus-agent";
    static final String AGENT_OUTSIDE = "tactus-agent-outside";

    static final String WAIT = "tactus-wait";
    static final String HOLD = "tactus-hold";
    static final String TRANSFER = "tactus-transfer";
    static final String MONITOR = "tactus-monitor";

    /** 0 for a context without AGI. */
    private static final Map<String, Integer> AGI_PRIORITY =
            Map.of(WAIT, 2, OUT, 1, OUT_AMD, 3, AGENT, 2, AGENT_OUTSIDE, 0, HOLD, 2, TRANSFER, 0, MONITOR, 0);
    /** How long the owner of a phone outside takes to hear what is asked and to press the key. */
    private static final Duration KEY = Duration.ofSeconds(2);
    /** How often and long who presses none is asked. */
    private static final Duration NO_KEY = Duration.ofSeconds(25);

    private final Scheduler scheduler;
    private final ChannelEvents events;
    private final Population population;
    private final AsyncAgi agi;
    private final FarEnd farEnd;
    private final AgentPhones phones;
    private final Channels channels;

    Dialplan(PbxParts parts, AsyncAgi agi, FarEnd farEnd) {
        this.scheduler = parts.scheduler();
        this.events = parts.events();
        this.population = parts.population();
        this.agi = agi;
        this.farEnd = farEnd;
        this.phones = parts.phones();
        this.channels = parts.channels();
    }

    static boolean knows(String context) {
        return AGI_PRIORITY.containsKey(context);
    }

    /** Where the AGI step of the channel's context stands. */
    static int agiPriority(Channel channel) {
        return AGI_PRIORITY.getOrDefault(channel.context, 1);
    }

    /** Whether a channel in this state may be sent there: who is not answered yet can only be answered. */
    static boolean allows(String context, ChannelState state) {
        return state == ChannelState.UP ? knows(context) : context.equals(WAIT);
    }

    /** Starts the context from its first priority. */
    void enter(Channel channel) {
        channel.priority = 1;
        channel.extension = channel.context.equals(ENTRY_CONTEXT) ? channel.extension : "s";
        if (channel.context.equals(WAIT) && channel.state != ChannelState.UP) {
            channel.state = ChannelState.UP;
            channel.answeredNanos = scheduler.nowNanos();
            events.stateChanged(channel);
        }
        if (channel.context.equals(OUT_AMD)) {
            detect(channel);
        } else if (channel.context.equals(TRANSFER)) {
            dial(channel);
        } else if (channel.context.equals(MONITOR)) {
            listen(channel);
        } else if (channel.context.equals(AGENT_OUTSIDE)) {
            askForKey(channel);
        } else {
            park(channel);
        }
    }

    /** What follows the AGI step, or a bridge that took the channel out of it. Empty when the dialplan ends there. */
    Optional<Runnable> afterAgi(Channel channel) {
        if (channel.context.equals(AGENT) || channel.context.equals(MONITOR)) {
            return Optional.of(() -> {
                channel.context = AGENT;
                park(channel);
            });
        }
        if (channel.context.equals(HOLD) || channel.variables.containsKey("TACTUS_TALKS")) {
            return Optional.of(() -> {
                channel.context = HOLD;
                enter(channel);
            });
        }
        return Optional.empty();
    }

    /** A person is the agent whose phone it is; a machine presses nothing. */
    private void askForKey(Channel channel) {
        if (!(channel.party instanceof Party.Person)) {
            farEnd.leavesAfter(channel, NO_KEY);
            return;
        }
        channel.agiTimer = scheduler.after(KEY, () -> {
            farEnd.pauses(channel);
            channel.party = new Party.AgentPhone();
            channel.context = AGENT;
            park(channel);
        });
    }

    private void listen(Channel channel) {
        channel.hears = channel.variables.getOrDefault("TACTUS_MONITORS", "");
        channel.runs("ChanSpy", channel.hears);
        if (!channels.lives(channel.hears)) {
            // ChanSpy gives up in a way that ends the call.
            farEnd.findsNobody(channel);
        }
    }

    /** Whoever listens to a channel that is gone goes on. */
    void gone(Channel gone) {
        channels.all().stream()
                .filter(channel -> channel.hears.equals(gone.uniqueId))
                .toList()
                .forEach(this::heardEnough);
    }

    private void heardEnough(Channel channel) {
        channel.hears = "";
        afterAgi(channel).ifPresent(Runnable::run);
    }

    /** Whoever is reached outside talks with the customer as an agent would. */
    private void dial(Channel channel) {
        var destination = channel.variables.getOrDefault("TACTUS_TO", "");
        channel.runs("Dial", destination);
        if (phones.reachable(destination.substring(destination.indexOf('@') + 1))) {
            farEnd.talks(channel);
        } else {
            farEnd.findsNobody(channel);
        }
    }

    private void detect(Channel channel) {
        channel.runs("AMD", "");
        var party = channel.party().orElseGet(Party.AgentPhone::new);
        var detection = population.detect(channel.number, party);
        channel.agiTimer = scheduler.after(detection.after(), () -> {
            channel.priority = 2;
            events.detected(channel, detection);
            park(channel);
        });
    }

    private void park(Channel channel) {
        channel.priority = agiPriority(channel);
        agi.park(channel);
    }
}
