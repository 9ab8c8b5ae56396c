package io.tactus.sim.pbx;

import io.tactus.sim.time.Scheduler;
import io.tactus.sim.world.Party;
import java.time.Duration;
import java.util.function.Consumer;

/** Lets the people and machines act out what was decided about them: lose patience, listen, talk, hang up. */
final class FarEnd {
    /** A person who leaves the hanging up to the agent goes at last, long after the talk, if nobody does. */
    private static final Duration POLITENESS = Duration.ofMinutes(5);

    private final Scheduler scheduler;
    private final Consumer<Channel> hangsUp;

    FarEnd(Scheduler scheduler, Consumer<Channel> hangsUp) {
        this.scheduler = scheduler;
        this.hangsUp = hangsUp;
    }

    void answered(Channel channel) {
        if (channel.party instanceof Party.Machine machine) {
            channel.tapeEnd = scheduler.after(machine.greeting().plus(machine.tape()), () -> hangsUp.accept(channel));
        }
        waits(channel);
    }

    /** Silence; patience runs from its first moment. */
    void waits(Channel channel) {
        if (channel.intention == null && channel.party instanceof Party.Person person) {
            intend(channel, person.patience());
        }
    }

    void listens(Channel channel) {
        if (channel.party instanceof Party.Person person) {
            intend(channel, person.listens());
        }
    }

    void talks(Channel channel) {
        if (channel.party instanceof Party.Person person) {
            intend(
                    channel,
                    person.hangsUpFirst() ? person.talk() : person.talk().plus(POLITENESS));
        }
    }

    /** What the far end was to be connected with is not there. */
    void findsNobody(Channel channel) {
        intend(channel, Duration.ofMillis(20));
    }

    /** The dialplan ends after this time. */
    void leavesAfter(Channel channel, Duration time) {
        intend(channel, time);
    }

    /** The present occupation is over; what comes next decides anew. */
    void pauses(Channel channel) {
        Channel.cancel(channel.intention);
        channel.intention = null;
    }

    void gone(Channel channel) {
        pauses(channel);
        Channel.cancel(channel.tapeEnd);
    }

    private void intend(Channel channel, Duration hangsUpAfter) {
        pauses(channel);
        channel.intention = scheduler.after(hangsUpAfter, () -> hangsUp.accept(channel));
    }
}
