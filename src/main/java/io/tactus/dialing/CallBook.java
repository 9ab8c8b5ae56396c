package io.tactus.dialing;

import io.tactus.dialing.promise.LeadFacts;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the floor does not know of its calls: the numbers, and what the leads were when they were reserved. One entry from reservation to end. */
final class CallBook {
    private final Map<Long, String> numbers = new ConcurrentHashMap<>();
    private final Map<Long, String> outside = new ConcurrentHashMap<>();
    private final Map<Long, LeadFacts> leads = new ConcurrentHashMap<>();

    void put(long callId, String number) {
        numbers.put(callId, number);
    }

    /** Notes to which number a call is to be transferred. */
    void putOutside(long callId, String number) {
        outside.put(callId, number);
    }

    Optional<String> findOutside(long callId) {
        return Optional.ofNullable(outside.get(callId));
    }

    /** Notes the lead of a call, of which something is to be learnt when the call is over. */
    void put(long callId, LeadFacts lead) {
        leads.put(callId, lead);
    }

    Optional<LeadFacts> findLead(long callId) {
        return Optional.ofNullable(leads.get(callId));
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
        outside.remove(callId);
        leads.remove(callId);
    }
}
