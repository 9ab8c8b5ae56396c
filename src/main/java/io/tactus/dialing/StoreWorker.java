package io.tactus.dialing;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * A thread that takes what it is given in batches and writes each batch until the database takes it. While it cannot, and while its
 * queue is more than half full, dialling is blocked; so the queue never overflows by new calls.
 *
 * @param <T> what is written
 */
abstract class StoreWorker<T> implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(StoreWorker.class);
    private static final long RETRY_MILLIS = 500;

    private final String name;
    private final ArrayBlockingQueue<T> queue;
    private final int batchLimit;
    private final int highWater;
    private final StoreHealth health;
    private final Thread thread;
    private volatile boolean running = true;
    private volatile boolean idle = true;

    StoreWorker(String name, int queueLimit, int batchLimit, StoreHealth health) {
        this.name = name;
        this.queue = new ArrayBlockingQueue<>(queueLimit);
        this.batchLimit = batchLimit;
        this.highWater = queueLimit / 2;
        this.health = health;
        this.thread = new Thread(this::loop, name);
    }

    void start() {
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
        List<T> batch = new ArrayList<>();
        while (running) {
            try {
                T first = queue.poll(100, TimeUnit.MILLISECONDS);
                if (first == null) {
                    continue;
                }
                idle = false;
                batch.clear();
                batch.add(first);
                queue.drainTo(batch, batchLimit - 1);
                writeUntilTaken(batch);
                idle = queue.isEmpty();
                if (queue.size() > highWater) {
                    health.failed(name + " (queue)", queue.size() + " entries wait to be written");
                } else {
                    health.works(name + " (queue)");
                }
            } catch (InterruptedException e) {
                running = false;
            }
        }
    }

    private void writeUntilTaken(List<T> batch) throws InterruptedException {
        boolean again = false;
        while (running) {
            try {
                write(batch, again);
                health.works(name);
                return;
            } catch (SQLException e) {
                LOG.debugf(e, "%s: the database did not take a batch of %d", name, batch.size());
                health.failed(name, "the database does not answer: " + e.getMessage());
                again = true;
                TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
            } catch (RuntimeException e) {
                LOG.errorf(e, "%s: a batch of %d could not be written and is dropped: %s", name, batch.size(), batch);
                return;
            }
        }
    }

    /** Writes the batch. @param again whether an earlier try may have been committed without our knowing */
    abstract void write(List<T> batch, boolean again) throws SQLException;

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
