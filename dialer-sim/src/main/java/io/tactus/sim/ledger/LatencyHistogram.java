package io.tactus.sim.ledger;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/** Latencies in buckets whose width grows with the value (6 % apart): fixed memory, good enough for percentiles. */
final class LatencyHistogram {
    private static final double GROWTH = Math.log(1.06);
    private static final int BUCKETS = 400;

    private final AtomicLongArray counts = new AtomicLongArray(BUCKETS);
    private final AtomicLong worstNanos = new AtomicLong();

    void record(long nanos) {
        counts.incrementAndGet(bucket(nanos));
        worstNanos.accumulateAndGet(nanos, Math::max);
    }

    void forget() {
        for (var i = 0; i < BUCKETS; i++) {
            counts.set(i, 0);
        }
        worstNanos.set(0);
    }

    Statistics.Latencies summary() {
        var total = 0L;
        for (var i = 0; i < BUCKETS; i++) {
            total += counts.get(i);
        }
        return new Statistics.Latencies(
                total, percentile(total, 0.5), percentile(total, 0.99), Duration.ofNanos(worstNanos.get()));
    }

    private Duration percentile(long total, double share) {
        var wanted = (long) Math.ceil(total * share);
        var seen = 0L;
        for (var i = 0; i < BUCKETS && wanted > 0; i++) {
            seen += counts.get(i);
            if (seen >= wanted) {
                return Duration.ofNanos(Math.min(worstNanos.get(), (long) (1000 * Math.exp((i + 0.5) * GROWTH))));
            }
        }
        return Duration.ZERO;
    }

    private static int bucket(long nanos) {
        return nanos <= 1000 ? 0 : Math.min(BUCKETS - 1, (int) (Math.log(nanos / 1000.0) / GROWTH));
    }
}
