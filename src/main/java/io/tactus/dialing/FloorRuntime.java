package io.tactus.dialing;

import io.tactus.floor.Floor;
import io.tactus.floor.effect.Effect;
import io.tactus.floor.effect.NewsEffect;
import io.tactus.floor.input.Input;
import io.tactus.floor.input.Tick;
import io.tactus.floor.journal.JournalLine;
import io.tactus.platform.EngineClock;
import io.tactus.telephony.InputSink;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that owns the floor. Inputs come from any thread through a bounded queue; effects go to the listeners in order.
 *
 * <p>At the queue's limit an input of telephony is refused (the link is then resynchronised) and a command fails with a clear word.
 */
public final class FloorRuntime implements InputSink, AutoCloseable {
    /** Inputs that may wait. */
    static final int QUEUE_LIMIT = 65_536;

    private static final long TICK_MICROS = 250_000;
    private static final Logger LOG = Logger.getLogger(FloorRuntime.class);

    private final Floor floor = new Floor();
    private final EngineClock clock;
    private final Consumer<JournalLine> journal;
    private final ArrayBlockingQueue<Job> queue = new ArrayBlockingQueue<>(QUEUE_LIMIT);
    private final List<EffectListener> listeners = new CopyOnWriteArrayList<>();
    private final AtomicLong refusedInputs = new AtomicLong();
    private final Thread thread;
    private volatile boolean running = true;
    private @Nullable String refusal;

    private sealed interface Job {
        record Apply(long micros, Input input, @Nullable CompletableFuture<CommandResult> result) implements Job {}

        record Look(Runnable task) implements Job {}
    }

    /** A runtime that does not run yet. @param journal gets every input before it is applied; must not block */
    public FloorRuntime(EngineClock clock, Consumer<JournalLine> journal) {
        this.clock = clock;
        this.journal = journal;
        this.thread = new Thread(this::loop, "floor");
    }

    /** Adds a listener; before the start. */
    public void listen(EffectListener listener) {
        listeners.add(listener);
    }

    /** Starts the floor's thread. */
    public void start() {
        thread.start();
    }

    @Override
    public boolean offer(Input input) {
        boolean taken = queue.offer(new Job.Apply(clock.micros(), input, null));
        if (!taken) {
            refusedInputs.incrementAndGet();
        }
        return taken;
    }

    /** Hands over an input that must not be lost: waits for room. For the engine's own threads, never for telephony's. */
    public void put(Input input) {
        try {
            queue.put(new Job.Apply(clock.micros(), input, null));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while handing " + input + " to the floor", e);
        }
    }

    /** Applies a command and tells what became of it. Fails with {@link IllegalStateException} when the queue is full. */
    public CompletableFuture<CommandResult> command(Input input) {
        CompletableFuture<CommandResult> result = new CompletableFuture<>();
        if (!queue.offer(new Job.Apply(clock.micros(), input, result))) {
            refusedInputs.incrementAndGet();
            result.completeExceptionally(new IllegalStateException("the floor is overloaded, try again in a moment"));
        }
        return result;
    }

    /** Lets somebody look at the floor on its own thread; what is returned must not hold on to the floor's objects. */
    public <T> CompletableFuture<T> look(Function<Floor, T> view) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Runnable task = () -> {
            try {
                result.complete(view.apply(floor));
            } catch (RuntimeException e) {
                result.completeExceptionally(e);
            }
        };
        if (!queue.offer(new Job.Look(task))) {
            result.completeExceptionally(new IllegalStateException("the floor is overloaded, try again in a moment"));
        }
        return result;
    }

    /** Inputs waiting now. */
    public int depth() {
        return queue.size();
    }

    /** Inputs refused since the start because the queue was full. */
    public long refusedInputs() {
        return refusedInputs.get();
    }

    private void loop() {
        long nextTick = clock.micros();
        while (running) {
            try {
                long now = clock.micros();
                long wake = Math.min(nextTick, Math.max(now, floor.nextDeadlineMicros()));
                long waitNanos = (long) (Math.max(0, wake - now) * 1_000 / clock.speed());
                Job job = waitNanos == 0 ? queue.poll() : queue.poll(waitNanos, TimeUnit.NANOSECONDS);
                if (job != null) {
                    take(job);
                }
                now = clock.micros();
                if (now >= nextTick || now >= floor.nextDeadlineMicros()) {
                    if (now >= nextTick) {
                        nextTick = now + TICK_MICROS;
                    }
                    apply(now, new Tick(), null);
                }
            } catch (InterruptedException e) {
                running = false;
            } catch (RuntimeException e) {
                LOG.error("The floor stumbled over an input; it goes on with the next one", e);
            }
        }
    }

    private void take(Job job) {
        switch (job) {
            case Job.Apply apply -> apply(apply.micros(), apply.input(), apply.result());
            case Job.Look look -> look.task().run();
        }
    }

    private void apply(long micros, Input input, @Nullable CompletableFuture<CommandResult> result) {
        journal.accept(new JournalLine(micros, input));
        refusal = null;
        floor.apply(micros, input, this::publish);
        if (result != null) {
            result.complete(refusal == null ? CommandResult.DONE : new CommandResult(refusal));
        }
    }

    private void publish(Effect effect) {
        if (effect instanceof NewsEffect.Refused refused) {
            refusal = refused.reason();
        }
        for (EffectListener listener : listeners) {
            try {
                listener.on(effect);
            } catch (RuntimeException e) {
                LOG.errorf(
                        e,
                        "%s could not take %s",
                        listener.getClass().getName(),
                        effect.getClass().getSimpleName());
            }
        }
    }

    /** Stops the thread; what waits in the queue is dropped, as a crash would. */
    @Override
    public void close() {
        running = false;
        thread.interrupt();
        try {
            thread.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
