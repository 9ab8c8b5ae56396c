package io.tactus.lab.storm;

import static io.tactus.lab.storm.Agenda.MILLI;
import static io.tactus.lab.storm.Agenda.SECOND;

import io.tactus.dialing.store.Lease;
import io.tactus.floor.input.Input;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The engines of a story, one after the other; now and then two that both believe to own the floor. */
final class Lives {
    private static final long TRY_AGAIN = 250 * MILLI;

    private final World world;
    private final List<Life> alive = new ArrayList<>();
    private @Nullable Life present;
    private long born;
    private boolean waiting;
    /** Points that the engine passes before it dies; none when it is not to die. */
    private long pointsToDeath = Long.MAX_VALUE;

    Lives(World world) {
        this.world = world;
    }

    @Nullable
    Life present() {
        return present;
    }

    /** The engine that owns the floor, if there is one and it is awake. */
    Optional<Life> awake() {
        return Optional.ofNullable(present).filter(life -> !life.frozen());
    }

    /** A node says something: all who are connected to it hear it. */
    void hear(PhoneNode node, Input input) {
        for (Life life : List.copyOf(alive)) {
            if (life.link(node).connected()) {
                life.hear(input);
            }
        }
    }

    void each(java.util.function.Consumer<Life> action) {
        List.copyOf(alive).forEach(action);
    }

    /** A place at which an engine may die. */
    void point() {
        if (pointsToDeath != Long.MAX_VALUE && --pointsToDeath <= 0) {
            pointsToDeath = Long.MAX_VALUE;
            throw new EngineDied();
        }
    }

    void dieAfter(long points) {
        pointsToDeath = points;
    }

    /** The engine has died; another process is started in its place. */
    void died() {
        world.trace.fault(() -> "the engine is dead");
        each(this::stopped);
        startIn(world.dice.between(100, 3_000, "restart", born, 0) * MILLI);
    }

    void stopped(Life life) {
        life.die();
        alive.remove(life);
        if (present == life) {
            present = null;
            startIn(SECOND);
        }
    }

    /** The engine sleeps (its machine does, or its collector of garbage); another waits for the lease. */
    void freeze(long micros) {
        Life life = present;
        if (life == null || life.frozen()) {
            return;
        }
        life.freeze();
        startIn(TRY_AGAIN);
        world.agenda.in(micros, life::wake);
    }

    /** Lets an engine be started that waits for the floor. */
    void startIn(long micros) {
        if (!waiting) {
            waiting = true;
            world.agenda.in(micros, this::tryToBegin);
        }
    }

    private void tryToBegin() {
        waiting = false;
        Life other = present;
        if (other != null && !other.frozen()) {
            return;
        }
        try {
            Optional<Lease> lease = world.store.tryTake("main", "engine " + (born + 1));
            if (lease.isEmpty()) {
                startIn(TRY_AGAIN);
                return;
            }
            Life life = new Life(++born, lease.get(), world);
            world.trace.line(() -> "engine " + life.number + " takes the floor, epoch " + life.lease.epoch());
            present = life;
            alive.add(life);
            world.totals.lives++;
            life.begin();
        } catch (SQLException e) {
            Life failed = present;
            if (failed != null && failed != other) {
                stopped(failed);
            }
            startIn(SECOND);
        }
    }
}
