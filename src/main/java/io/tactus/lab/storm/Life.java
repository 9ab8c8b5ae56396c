package io.tactus.lab.storm;

import static io.tactus.lab.storm.Agenda.MILLI;

import io.tactus.dialing.SteppedEngine;
import io.tactus.dialing.SteppedEngine.Writer;
import io.tactus.dialing.store.Lease;
import io.tactus.floor.effect.Effect;
import io.tactus.floor.input.Input;
import io.tactus.platform.EngineClock;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** One engine process, from taking the lease to its death. */
final class Life {
    private static final long TICK = 250 * MILLI;
    private static final long BEAT = 500 * MILLI;
    private static final long RETRY = 500 * MILLI;

    final long number;
    final EngineClock clock;
    final Lease lease;
    final SteppedEngine engine;
    final FloorLaw law;
    private final World world;
    private final Phones phones;
    private final List<Link> links = new ArrayList<>();
    private final Set<Writer> writing = EnumSet.noneOf(Writer.class);
    private boolean dead;
    private boolean frozen;
    private boolean draining;
    private boolean recovered;
    /** The floor has heard all that was under way, so that its counts can be right. */
    private boolean watched;

    private long alarmMicros = Long.MAX_VALUE;
    private long writes;

    Life(long number, Lease lease, World world) {
        this.number = number;
        this.lease = lease;
        this.world = world;
        this.clock = world.newClock();
        this.phones = new Phones(world, this);
        world.nodes.forEach(node -> links.add(new Link(node, world, this)));
        this.engine = new SteppedEngine(
                world.store,
                lease,
                clock,
                phones,
                world.trunks,
                world.rows,
                world::phone,
                id -> world.plan.memory(world.dice, id),
                this::sees);
        this.law = new FloorLaw(engine.floor(), world, lease.epoch());
    }

    Link link(PhoneNode node) {
        return links.get(node.index - 1);
    }

    boolean dead() {
        return dead;
    }

    boolean frozen() {
        return frozen;
    }

    void begin() throws SQLException {
        engine.recover();
        recovered = true;
        drain();
        watched = true;
        phones.start(engine);
        every(TICK, engine::tick);
        every(BEAT, this::beat);
    }

    private void every(long micros, Runnable what) {
        world.agenda.in(micros, () -> {
            if (!dead) {
                if (!frozen) {
                    what.run();
                    afterwards();
                }
                every(micros, what);
            }
        });
    }

    private void beat() {
        if (!engine.beat()) {
            world.trace.line(() -> "engine " + number + " has lost the lease and stops");
            world.lives.stopped(this);
        }
    }

    private void sees(Effect effect) {
        if (owns()) {
            law.sees(effect);
        }
        world.trace.line(() -> "  " + effect);
        world.totals.effects++;
    }

    /** Whether this engine owns the floor still; one that slept may not know that it does not. */
    private boolean owns() {
        return world.lives.present() == this;
    }

    /** Something for the floor comes in. */
    void hear(Input input) {
        if (!dead) {
            engine.offer(input);
            if (!draining) {
                world.agenda.in(0, this::drain);
            }
        }
    }

    /** Something came in by another way. */
    void poke() {
        world.agenda.in(0, this::drain);
    }

    private void drain() {
        if (dead || frozen || draining || !recovered) {
            return;
        }
        draining = true;
        try {
            Input next = engine.next();
            while (next != null && !dead && !frozen) {
                world.lives.point();
                Input input = next;
                world.trace.line(() -> "engine " + number + " hears " + input);
                apply();
                afterwards();
                next = engine.next();
            }
        } finally {
            draining = false;
        }
    }

    private void apply() {
        world.totals.steps++;
        engine.apply();
    }

    /** Checks the promises, and sees to it that writers write and deadlines are met. */
    private void afterwards() {
        if (dead) {
            return;
        }
        if (watched && owns()) {
            law.check();
        }
        for (Writer writer : Writer.values()) {
            if (engine.busy(writer) && writing.add(writer)) {
                long wait = world.dice.between(200, 8_000, "writes", writer.ordinal(), ++writes);
                world.agenda.in(wait, () -> write(writer));
            }
        }
        if (engine.next() != null && !draining) {
            world.agenda.in(0, this::drain);
        }
        setAlarm();
    }

    private void setAlarm() {
        long deadline = engine.floor().nextDeadlineMicros();
        if (deadline == Long.MAX_VALUE) {
            return;
        }
        // In true time: when the clock is set forward, the deadline comes sooner than it was thought.
        long due = world.agenda.now() + Math.max(0, deadline - clock.micros());
        if (due < alarmMicros) {
            alarmMicros = due;
            world.agenda.in(due - world.agenda.now(), () -> {
                if (alarmMicros == due) {
                    alarmMicros = Long.MAX_VALUE;
                    if (!dead && !frozen) {
                        engine.tick();
                        afterwards();
                    }
                }
            });
        }
    }

    private void write(Writer writer) {
        if (dead) {
            return;
        }
        if (frozen) {
            world.agenda.in(RETRY, () -> write(writer));
            return;
        }
        world.totals.steps++;
        if (engine.write(writer)) {
            writing.remove(writer);
        } else {
            world.agenda.in(RETRY, () -> write(writer));
        }
        afterwards();
    }

    void freeze() {
        frozen = true;
    }

    /** Wakes up and goes on as if nothing had happened. */
    void wake() {
        if (!dead) {
            frozen = false;
            links.forEach(Link::awake);
            drain();
            for (Writer writer : Writer.values()) {
                if (!dead) {
                    engine.write(writer);
                }
            }
            afterwards();
        }
    }

    void die() {
        dead = true;
    }
}
