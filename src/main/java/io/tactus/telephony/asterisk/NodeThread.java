package io.tactus.telephony.asterisk;

import io.tactus.platform.EngineClock;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The one thread of a node: events, responses, commands and deadlines in order. Commands always find room (their number is bounded by
 * the floor's calls); events only up to a limit, so that a flood cannot fill the memory.
 */
final class NodeThread {
    private static final Logger LOG = Logger.getLogger(NodeThread.class);

    private final EngineClock clock;
    private final int eventLimit;
    private final LinkedBlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>();
    private final AtomicInteger events = new AtomicInteger();
    private final DeadlineWheel wheel;
    private final Runnable eachTurn;
    private final Thread thread;
    private volatile boolean running = true;

    /** A thread that does not run yet. @param eachTurn runs after every few jobs and at least each 10 ms */
    NodeThread(String node, EngineClock clock, int eventLimit, Runnable eachTurn) {
        this.clock = clock;
        this.eventLimit = eventLimit;
        this.eachTurn = eachTurn;
        this.wheel = new DeadlineWheel(clock.monotonicNanos());
        this.thread = new Thread(this::loop, "telephony-" + node);
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    DeadlineWheel wheel() {
        return wheel;
    }

    long nanos() {
        return clock.monotonicNanos();
    }

    void post(Runnable job) {
        inbox.add(job);
    }

    /** Says no when too many events wait. */
    boolean postEvent(Runnable job) {
        if (events.incrementAndGet() > eventLimit) {
            events.decrementAndGet();
            return false;
        }
        inbox.add(() -> {
            events.decrementAndGet();
            job.run();
        });
        return true;
    }

    /** Runs a last job and ends. */
    void close(Runnable last) {
        post(() -> {
            running = false;
            last.run();
        });
        try {
            thread.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void loop() {
        while (running) {
            try {
                turn(inbox.poll(DeadlineWheel.SLOT_NANOS, TimeUnit.NANOSECONDS));
            } catch (InterruptedException e) {
                running = false;
            } catch (RuntimeException e) {
                LOG.error("A job of a telephony node failed; the next ones go on", e);
            }
        }
    }

    private void turn(@Nullable Runnable first) {
        Runnable job = first;
        for (int i = 0; job != null && i < 256; i++) {
            job.run();
            job = i < 255 ? inbox.poll() : null;
        }
        wheel.advance(clock.monotonicNanos());
        eachTurn.run();
    }
}
