package io.tactus.lab.storm;

import static io.tactus.lab.storm.Agenda.MILLI;

import io.tactus.floor.input.Input;
import io.tactus.floor.input.NetworkInput;
import java.util.ArrayList;
import java.util.List;

/** One engine's connection to one node, as that engine knows it. */
final class Link {
    private static final long READING = 5 * MILLI;
    private static final long SECOND_READING = 1_500 * MILLI;

    final PhoneNode node;
    private final World world;
    private final Life life;
    private final List<Input> toldAtLoss = new ArrayList<>();
    private boolean connected;
    private long sinceMicros = Long.MAX_VALUE;
    private long session;

    Link(PhoneNode node, World world, Life life) {
        this.node = node;
        this.world = world;
        this.life = life;
    }

    boolean connected() {
        return connected;
    }

    /** Since when the engine has listened to this node without a gap; far in the future while it does not. */
    long sinceMicros() {
        return connected && !life.frozen() ? sinceMicros : Long.MAX_VALUE;
    }

    /** The engine slept; what it had promised meanwhile it could not keep. */
    void awake() {
        sinceMicros = world.agenda.now();
    }

    /** Connects, reads the channels, and reads them again a little later, since what is very young is not judged by a reading. */
    void connect() {
        if (!node.reachable || connected) {
            return;
        }
        long mine = ++session;
        world.agenda.in(READING, () -> {
            if (session == mine && node.reachable && !life.dead()) {
                connected = true;
                reading(life.clock.micros() - READING);
                sinceMicros = world.agenda.now() + MILLI;
                world.agenda.in(SECOND_READING, this::read);
            }
        });
    }

    void read() {
        if (!connected) {
            return;
        }
        long asked = life.clock.micros();
        long mine = session;
        world.agenda.in(READING, () -> {
            if (session == mine && connected && node.reachable) {
                reading(asked);
            }
        });
    }

    private void reading(long askedMicros) {
        NetworkInput.Snapshot snapshot = node.snapshot(askedMicros);
        long mine = session;
        world.agenda.in(World.WAY, () -> {
            if (session == mine) {
                life.hear(snapshot);
            }
        });
    }

    /** What the engine is to be told when it notices that the link is lost. */
    void onLoss(Input input) {
        toldAtLoss.add(input);
    }

    void lost() {
        session++;
        if (connected) {
            connected = false;
            life.hear(new NetworkInput.NodeDown(node.name, "storm"));
        }
        toldAtLoss.forEach(life::hear);
        toldAtLoss.clear();
    }
}
