package io.tactus.sim.pbx;

import io.tactus.sim.time.Scheduler;
import io.tactus.sim.world.Party;
import java.time.Duration;

/** What comes from the far end into the line: speech, a greeting, silence. */
final class Voice {
    private static final Duration HELLO = Duration.ofMillis(1200);

    private final Scheduler scheduler;

    Voice(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** How long the far end speaks into a recording that starts now. */
    Duration speech(Channel channel) {
        return switch (channel.party().orElseGet(Party.AgentPhone::new)) {
            case Party.Person person -> person.speaks();
            case Party.Machine machine -> untilBeep(channel, machine);
            case Party.AgentPhone phone -> Duration.ofSeconds(2);
        };
    }

    /** How long until the line is silent, from now: a person's hello, a machine's greeting. */
    Duration untilSilence(Channel channel) {
        return switch (channel.party().orElseGet(Party.AgentPhone::new)) {
            case Party.Person person -> rest(channel, HELLO);
            case Party.Machine machine -> untilBeep(channel, machine);
            case Party.AgentPhone phone -> Duration.ZERO;
        };
    }

    private Duration untilBeep(Channel channel, Party.Machine machine) {
        return rest(channel, machine.greeting());
    }

    private Duration rest(Channel channel, Duration sinceAnswer) {
        var rest = sinceAnswer.minus(Duration.ofNanos(scheduler.nowNanos() - channel.answeredNanos));
        return rest.isNegative() ? Duration.ZERO : rest;
    }
}
