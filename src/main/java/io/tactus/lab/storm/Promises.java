package io.tactus.lab.storm;

import static io.tactus.lab.storm.Agenda.MILLI;

import io.tactus.floor.input.NetworkInput.TrunkConfigured;
import io.tactus.lab.storm.PhoneNode.Channel;
import java.util.Collection;

/**
 * Invariant 4 of the design, as the people on the line see it: within 2.0 s of the answer an agent, a message, a voicemail box, or the end
 * of the call. And what the carrier sees: no trunk carries more calls than it has lines.
 *
 * <p>The two seconds are promised where the engine could hear the answer and act on it: it listened to the node from before the answer on
 * without a gap and was awake, nobody set its clock meanwhile (which a deadline notices with the next tick, 250 ms later at
 * most), and no fault struck an event or a bridge of this very call. 50 ms are allowed for the way there and back.
 */
final class Promises {
    private static final long BUDGET = 2_000 * MILLI + 50 * MILLI;

    private final World world;

    Promises(World world) {
        this.world = world;
    }

    void answered(PhoneNode node, Channel channel) {
        long answeredMicros = world.agenda.now();
        world.agenda.in(BUDGET, () -> {
            boolean listened = world.lives
                    .awake()
                    .filter(life -> node.reachable && life.link(node).sinceMicros() < answeredMicros)
                    .isPresent();
            if (listened && !channel.struck && world.clockSteppedMicros < answeredMicros) {
                world.totals.checks++;
                world.totals.budgetsWatched++;
                if (!channel.gone && !channel.served) {
                    throw new Broken("who answered call " + channel.callId + " hears nothing for 2.0 s");
                }
            }
        });
    }

    void dialled(PhoneNode node, Channel channel, Collection<Channel> all) {
        world.totals.calls++;
        long used =
                all.stream().filter(other -> other.trunk.equals(channel.trunk)).count();
        int lines = world.trunks.stream()
                .filter(trunk ->
                        trunk.trunk().equals(channel.trunk) && trunk.node().equals(node.name))
                .mapToInt(TrunkConfigured::lines)
                .findFirst()
                .orElse(0);
        world.totals.checks++;
        if (used > lines && !world.twoOwners) {
            throw new Broken("call " + channel.callId + " is call " + used + " on trunk " + channel.trunk
                    + ", which has " + lines + " lines");
        }
    }
}
