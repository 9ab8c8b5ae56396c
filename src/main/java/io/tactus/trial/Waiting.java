package io.tactus.trial;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waiting in real time, which is what a trial does between its blows. */
final class Waiting {
    private Waiting() {}

    static void millis(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Waits until it holds; answers whether it did within the time. */
    static boolean until(long limitMillis, BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(limitMillis);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            millis(50);
        }
        return true;
    }
}
