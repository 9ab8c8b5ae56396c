package io.tactus.dialing;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.tactus.floor.effect.Effect;
import io.tactus.floor.effect.NewsEffect;
import io.tactus.floor.effect.StoreEffect;
import io.tactus.floor.model.AgentState;
import io.tactus.floor.model.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The floor's figures for Prometheus, without personal data and without ids of calls, agents or leads. */
@ApplicationScoped
class FloorMetrics implements EffectListener {
    private final Map<Outcome, Counter> dialled = new EnumMap<>(Outcome.class);
    private final Map<Outcome, Counter> callers = new EnumMap<>(Outcome.class);
    private final Map<AgentState, AtomicInteger> agents = new EnumMap<>(AgentState.class);
    private final Map<Long, AgentState> states = new HashMap<>();
    private final Timer answerToAgent;
    private final Timer callerToAgent;
    private final Counter decisions;
    private final Counter launched;
    private final Counter anomalies;

    FloorMetrics(MeterRegistry registry, DialingService dialing) {
        for (Outcome outcome : Outcome.values()) {
            dialled.put(outcome, ended(registry, outcome, "outbound"));
            callers.put(outcome, ended(registry, outcome, "inbound"));
        }
        for (AgentState state : AgentState.values()) {
            AtomicInteger count = new AtomicInteger();
            agents.put(state, count);
            if (state != AgentState.LOGGED_OUT) {
                Gauge.builder("tactus.agents", count, AtomicInteger::get)
                        .description("Agents by state")
                        .tag("state", state.name().toLowerCase(java.util.Locale.ROOT))
                        .register(registry);
            }
        }
        answerToAgent = Timer.builder("tactus.answer.to.agent")
                .description("Time from a live answer to customer and agent being in one bridge, as the floor sees it")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofSeconds(5))
                .register(registry);
        callerToAgent = Timer.builder("tactus.caller.to.agent")
                .description(
                        "Time from the answer that a caller hears, to caller and agent being in one bridge, as the floor sees it")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(100))
                .maximumExpectedValue(Duration.ofMinutes(30))
                .register(registry);
        decisions = Counter.builder("tactus.pacing.decisions")
                .description("Pacing decisions that launched calls or changed their reason")
                .register(registry);
        launched = Counter.builder("tactus.pacing.launched")
                .description("Calls launched by pacing decisions")
                .register(registry);
        anomalies = Counter.builder("tactus.anomalies")
                .description("Things that ought not to happen and were healed")
                .register(registry);
        for (String queue : new String[] {"floor", "hopper", "gate", "outcomes"}) {
            Gauge.builder("tactus.queue.depth", dialing, service -> depth(service, queue))
                    .description("Entries that wait in a queue of the engine")
                    .tag("queue", queue)
                    .register(registry);
        }
    }

    private static Counter ended(MeterRegistry registry, Outcome outcome, String direction) {
        return Counter.builder("tactus.calls")
                .description("Ended calls by outcome and by who called whom")
                .tag("outcome", outcome.name().toLowerCase(java.util.Locale.ROOT))
                .tag("direction", direction)
                .register(registry);
    }

    private static double depth(DialingService dialing, String queue) {
        int[] depth = {0};
        dialing.eachQueue((name, entries) -> {
            if (name.equals(queue)) {
                depth[0] = entries;
            }
        });
        return depth[0];
    }

    @Override
    public void on(Effect effect) {
        switch (effect) {
            case StoreEffect.CallEnded ended -> count((ended.inbound() ? callers : dialled).get(ended.outcome()));
            case StoreEffect.CallConnected connected ->
                (connected.inbound() ? callerToAgent : answerToAgent)
                        .record(Duration.ofNanos(
                                Math.max(0, connected.atMicros() - connected.answeredAtMicros()) * 1_000));
            case StoreEffect.AgentChanged changed -> {
                AgentState before = changed.state() == AgentState.LOGGED_OUT
                        ? states.remove(changed.agentId())
                        : states.put(changed.agentId(), changed.state());
                if (before != null) {
                    gauge(before).decrementAndGet();
                }
                if (changed.state() != AgentState.LOGGED_OUT) {
                    gauge(changed.state()).incrementAndGet();
                }
            }
            case NewsEffect.Paced paced -> {
                decisions.increment();
                launched.increment(paced.launched());
            }
            case NewsEffect.Anomaly anomaly -> anomalies.increment();
            default -> {
                // No figure hangs on it.
            }
        }
    }

    private AtomicInteger gauge(AgentState state) {
        return agents.computeIfAbsent(state, s -> new AtomicInteger());
    }

    private static void count(@org.jspecify.annotations.Nullable Counter counter) {
        if (counter != null) {
            counter.increment();
        }
    }
}
