package io.tactus.dialing;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the floor does not know of its calls: the numbers. One entry from reservation to end. */
final class CallBook {
    private final Map<Long, String> numbers = new ConcurrentHashMap<>();

    void put(long callId, String number) {
        numbers.put(callId, number);
    }

    Optional<String> findNumber(long callId) {
        return Optional.ofNullable(numbers.get(callId));
    }

    /** Calls that have an entry now. */
    Set<Long> ids() {
        return Set.copyOf(numbers.keySet());
    }

    void remove(long callId) {
        numbers.remove(callId);
    }
}
