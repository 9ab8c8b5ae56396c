package io.tactus.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts failed log-ins per name and per address, for fifteen minutes after the first. The counts live in a cache of bounded size, so that
 * an attacker cannot fill the memory; one who fills the cache pushes out names, but not his own address, which he keeps using.
 */
final class LoginThrottle {
    /** Failures of one name after which it must wait. */
    static final int PER_NAME = 10;
    /** Failures from one address after which it must wait; higher, since a whole call centre may share one. */
    static final int PER_ADDRESS = 100;
    /** How long they must wait, and are remembered. */
    static final Duration MEMORY = Duration.ofMinutes(15);

    private static final int MOST_REMEMBERED = 10_000;

    private final Cache<String, AtomicInteger> failures;

    LoginThrottle(Ticker ticker) {
        this.failures = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterWrite(MEMORY)
                .ticker(ticker)
                .build();
    }

    /** Whether this name and address may try. */
    boolean allows(String name, String address) {
        return count("name " + name) < PER_NAME && count("address " + address) < PER_ADDRESS;
    }

    private int count(String key) {
        AtomicInteger count = failures.getIfPresent(key);
        return count == null ? 0 : count.get();
    }

    /** A log-in failed. */
    void failed(String name, String address) {
        failures.get("name " + name, key -> new AtomicInteger()).incrementAndGet();
        failures.get("address " + address, key -> new AtomicInteger()).incrementAndGet();
    }

    /** A log-in succeeded: the name starts afresh. The address does not, else one own account would unlock guessing others. */
    void succeeded(String name) {
        failures.invalidate("name " + name);
    }
}
