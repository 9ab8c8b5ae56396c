package io.tactus.sim.ledger;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** Takes every fact of the world down, in the ledger if there is one and in counters. Written by the world thread, read by any. */
public final class Facts implements AutoCloseable {
    private final Optional<Ledger> ledger;
    private final LongAdder originates = new LongAdder();
    private final LongAdder duplicates = new LongAdder();
    private final LongAdder answers = new LongAdder();
    private final LongAdder agentLegs = new LongAdder();
    private final LongAdder bridges = new LongAdder();
    private final AtomicInteger channels = new AtomicInteger();
    private final Map<String, LongAdder> byBehaviour = new ConcurrentHashMap<>();
    private final LatencyHistogram answerToBridge = new LatencyHistogram();

    /** Facts for the ledger, if one is kept. */
    public Facts(Optional<Ledger> ledger) {
        this.ledger = ledger;
    }

    /** A dial has begun. */
    public void originated(String channelId, String number, String behaviour) {
        originates.increment();
        channels.incrementAndGet();
        byBehaviour.computeIfAbsent(behaviour, k -> new LongAdder()).increment();
        write(channelId, number, "originate");
    }

    /** Somebody calls in. */
    public void calledIn(String channelId, String caller) {
        channels.incrementAndGet();
        write(channelId, caller, "calls in");
    }

    /** A dial was refused because its channel id still lives. */
    public void refusedDuplicate(String channelId, String number) {
        duplicates.increment();
        write(channelId, number, "refused-duplicate");
    }

    /** A call, or an agent's leg, was answered. */
    public void answered(String channelId, String number, boolean agentLeg) {
        (agentLeg ? agentLegs : answers).increment();
        write(channelId, number, "answer");
    }

    /** A call was connected to an agent, so long (wall-clock nanoseconds) after it was parked. */
    public void bridged(String channelId, String number, long nanosSinceParked) {
        bridges.increment();
        answerToBridge.record(nanosSinceParked);
        write(channelId, number, "bridged");
    }

    /** A channel is gone. */
    public void ended(String channelId, String number, String cause) {
        channels.decrementAndGet();
        write(channelId, number, "end:" + cause);
    }

    /** Anything else worth a line: ringing, played, recorded. */
    public void noted(String channelId, String number, String fact) {
        write(channelId, number, fact);
    }

    /** Forgets the latencies so far, for a measurement without its warm-up. */
    public void forgetLatencies() {
        answerToBridge.forget();
    }

    /** The figures now. */
    public Statistics statistics() {
        var behaviours = new TreeMap<String, Long>();
        byBehaviour.forEach((name, count) -> behaviours.put(name, count.sum()));
        return new Statistics(
                originates.sum(),
                duplicates.sum(),
                answers.sum(),
                agentLegs.sum(),
                bridges.sum(),
                channels.get(),
                behaviours,
                answerToBridge.summary());
    }

    private void write(String channelId, String number, String fact) {
        ledger.ifPresent(book -> book.append(channelId, number, fact));
    }

    @Override
    public void close() {
        ledger.ifPresent(Ledger::close);
    }
}
