package io.tactus.sim.pbx;

import io.tactus.sim.time.Scheduler;
import io.tactus.sim.world.Party;
import io.tactus.sim.world.Population;
import java.util.Map;
import java.util.Optional;

/**
 * The three contexts that the engine relies on, as the priorities of a real extensions.conf.
 *
 * <pre>
 * tactus-out:      1 AGI(agi:async)  2 Hangup
 * tactus-out-amd:  1 AMD  2 UserEvent(TactusAmd)  3 AGI(agi:async)  4 Hangup
 * tactus-agent:    1 Answer  2 AGI(agi:async)  3 Goto(2)
 * </pre>
 */
final class Dialplan {
    static final String ENTRY_CONTEXT = "tactus-in";
    static final String OUT = "tactus-out";
    static final String OUT_AMD = "tactus-out-amd";
    static final String AGENT = "tactus-agent";

    private static final Map<String, Integer> AGI_PRIORITY = Map.of(OUT, 1, OUT_AMD, 3, AGENT, 2);

    private final Scheduler scheduler;
    private final ChannelEvents events;
    private final Population population;
    private final AsyncAgi agi;

    Dialplan(PbxParts parts, AsyncAgi agi) {
        this.scheduler = parts.scheduler();
        this.events = parts.events();
        this.population = parts.population();
        this.agi = agi;
    }

    static boolean knows(String context) {
        return AGI_PRIORITY.containsKey(context);
    }

    /** Where the AGI step of the channel's context stands. */
    static int agiPriority(Channel channel) {
        return AGI_PRIORITY.getOrDefault(channel.context, 1);
    }

    /** Starts the context from its first priority. */
    void enter(Channel channel) {
        channel.priority = 1;
        if (channel.context.equals(OUT_AMD)) {
            detect(channel);
        } else {
            park(channel);
        }
    }

    /** What follows the AGI step, or a bridge that took the channel out of it. Empty when the dialplan ends there. */
    Optional<Runnable> afterAgi(Channel channel) {
        return channel.context.equals(AGENT) ? Optional.of(() -> park(channel)) : Optional.empty();
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
