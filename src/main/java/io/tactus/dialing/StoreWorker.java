package io.tactus.dialing;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes what it is given in batches and writes each batch until the database takes it. While it cannot, and while its queue is more
 * than half full, dialling is blocked; so the queue never overflows by new calls.
 *
 * <p>In an engine a thread takes one {@link #step} after the other; without {@link #start} the owner takes them ({@link SteppedEngine}).
 *
 * @param <T> what is written
 */
abstract class StoreWorker<T> implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(StoreWorker.class);
    private static final long RETRY_MILLIS = 500;

    private final String name;
    private final LinkedBlockingQueue<T> queue;
    private final int batchLimit;
    private final int highWater;
    private final StoreHealth health;
    private @Nullable Thread thread;
    private volatile boolean running = true;
    private volatile boolean idle = true;
    private final List<T> batch = new ArrayList<>();
    private boolean again;

    /** What a step came to. */
    enum Step {
        /** Nothing waits. */
        IDLE,
        /** A batch is written, or dropped since it can never be. */
        DONE,
        /** The database did not take the batch; the next step tries it again. */
        NOT_TAKEN
    }

    StoreWorker(String name, int queueLimit, int batchLimit, StoreHealth health) {
        this.name = name;
        this.queue = new LinkedBlockingQueue<>(queueLimit);
        this.batchLimit = batchLimit;
        this.highWater = queueLimit / 2;
        this.health = health;
    }

    void start() {
        thread = new Thread(this::loop, name);
        thread.start();
    }

    /** Takes one thing without waiting. */
    final void add(T item) {
        idle = false;
        if (!queue.offer(item)) {
            throw new IllegalStateException("the queue of the " + name + " is full");
        }
    }

    /** Things waiting. */
    final int depth() {
        return queue.size();
    }

    /** Whether everything given so far is written. */
    final boolean idle() {
        return idle && queue.isEmpty();
    }

    private void loop() {
        while (running) {
            try {
                if (batch.isEmpty()) {
                    T first = queue.poll(100, TimeUnit.MILLISECONDS);
                    if (first == null) {
                        continue;
                    }
                    batch.add(first);
                }
                if (step() == Step.NOT_TAKEN) {
                    TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
                }
            } catch (InterruptedException e) {
                running = false;
            }
        }
    }

    /** Writes the next batch, or tries again the one that was not taken. By one thread only. */
    final Step step() {
        if (!again) {
            queue.drainTo(batch, batchLimit - batch.size());
        }
        if (batch.isEmpty()) {
            return Step.IDLE;
        }
        idle = false;
        try {
            write(batch, again);
            health.works(name);
        } catch (SQLException e) {
            LOG.debugf(e, "%s: the database did not take a batch of %d", name, batch.size());
            health.failed(name, "the database does not answer: " + e.getMessage());
            again = true;
            return Step.NOT_TAKEN;
        } catch (RuntimeException e) {
            LOG.errorf(e, "%s: a batch of %d could not be written and is dropped: %s", name, batch.size(), batch);
        }
        batch.clear();
        again = false;
        idle = queue.isEmpty();
        if (queue.size() > highWater) {
            health.failed(name + " (queue)", queue.size() + " entries wait to be written");
        } else {
            health.works(name + " (queue)");
        }
        return Step.DONE;
    }

    /** Writes the batch. @param again whether an earlier try may have been committed without our knowing */
    abstract void write(List<T> batch, boolean again) throws SQLException;

    @Override
    public void close() {
        running = false;
        if (thread == null) {
            return;
        }
        thread.interrupt();
        try {
            thread.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
