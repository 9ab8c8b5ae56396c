package io.tactus.sim.fault;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Stops the threads that pass through it while it is shut. */
public final class Gate {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition opened = lock.newCondition();
    private boolean shut;

    /** Shuts or opens the gate for all. */
    public void setShut(boolean shut) {
        lock.lock();
        try {
            this.shut = shut;
            opened.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the gate is open. */
    public void pass() throws InterruptedException {
        lock.lock();
        try {
            while (shut) {
                opened.await();
            }
        } finally {
            lock.unlock();
        }
    }
}
