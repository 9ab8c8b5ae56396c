package io.tactus.sim.ami;

import io.tactus.sim.fault.Gate;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** What waits to be sent to one client. Bounded: a client that does not read loses its connection, the others notice nothing. */
final class Outbox {
    private final int limitBytes;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<byte[]> waiting = new ArrayDeque<>();
    private int bytes;
    private boolean finished;

    Outbox(int limitBytes) {
        this.limitBytes = limitBytes;
    }

    /** Queues a message; false when the limit is reached. */
    boolean offer(byte[] message) {
        lock.lock();
        try {
            if (bytes + message.length > limitBytes) {
                return false;
            }
            if (!finished) {
                waiting.add(message);
                bytes += message.length;
                changed.signal();
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Lets the writer end once everything that waits is sent. */
    void finish() {
        lock.lock();
        try {
            finished = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Sends until finished; runs on the session's writer thread. */
    void drainTo(OutputStream out, Gate gate) throws IOException, InterruptedException {
        for (var batch = takeAll(); batch.length > 0; batch = takeAll()) {
            gate.pass();
            out.write(batch);
            out.flush();
        }
    }

    private byte[] takeAll() throws InterruptedException {
        lock.lock();
        try {
            while (waiting.isEmpty() && !finished) {
                changed.await();
            }
            var batch = new byte[bytes];
            var length = 0;
            for (var message : waiting) {
                System.arraycopy(message, 0, batch, length, message.length);
                length += message.length;
            }
            waiting.clear();
            bytes = 0;
            return batch;
        } finally {
            lock.unlock();
        }
    }
}
