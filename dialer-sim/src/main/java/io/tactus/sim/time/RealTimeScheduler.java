package io.tactus.sim.time;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.PriorityQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Wall-clock time at a speed factor, on one thread of its own: the world thread.
 *
 * <p>The agenda belongs to the world thread alone and needs no lock; other threads hand work over through {@link #execute},
 * whose inbox is the only shared state. The thread sleeps until the next happening or the next hand-over; it never polls.
 */
public final class RealTimeScheduler implements Scheduler, Executor, AutoCloseable {
    private static final Logger LOG = System.getLogger(RealTimeScheduler.class.getName());

    private final double speed;
    private final long originNanos = System.nanoTime();
    private final PriorityQueue<Timer> agenda = new PriorityQueue<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition handedOver = lock.newCondition();
    private final ArrayDeque<Runnable> inbox = new ArrayDeque<>();
    private final Thread thread;
    private boolean closed;
    private long order;

    /** @param speed simulated seconds per real second, above zero */
    public RealTimeScheduler(double speed) {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("The speed must be above zero, got " + speed);
        }
        this.speed = speed;
        this.thread = Thread.ofPlatform().name("sim-world").daemon().start(this::run);
    }

    @Override
    public long nowNanos() {
        return (long) ((System.nanoTime() - originNanos) * speed);
    }

    @Override
    public Timer after(Duration delay, Runnable action) {
        if (Thread.currentThread() != thread) {
            throw new IllegalStateException("Timers belong to the world thread; hand the work over with execute()");
        }
        var timer = new Timer(nowNanos() + Math.max(0, delay.toNanos()), order++, action);
        agenda.add(timer);
        return timer;
    }

    /** Runs the work on the world thread as soon as possible, in the order of the calls; dropped after {@link #close()}. */
    @Override
    public void execute(Runnable work) {
        lock.lock();
        try {
            if (!closed) {
                inbox.add(work);
                handedOver.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Ends the world thread; what is still planned does not happen. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            handedOver.signal();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            for (var work = next(); work != null; work = next()) {
                try {
                    work.run();
                } catch (RuntimeException e) {
                    LOG.log(Level.ERROR, "A happening of the simulated world failed; the world goes on", e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable Runnable next() throws InterruptedException {
        lock.lock();
        try {
            while (!closed) {
                var timer = agenda.peek();
                var waitNanos = timer == null ? Long.MAX_VALUE : (long) ((timer.dueNanos - nowNanos()) / speed);
                if (timer != null && waitNanos <= 0) {
                    agenda.remove();
                    return timer::fire;
                }
                var work = inbox.poll();
                if (work != null) {
                    return work;
                }
                if (timer == null) {
                    handedOver.await();
                } else {
                    var unusedRest = handedOver.awaitNanos(waitNanos);
                }
            }
            return null;
        } finally {
            lock.unlock();
        }
    }
}
