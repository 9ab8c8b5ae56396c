package io.tactus.demo;

import io.tactus.dialing.EffectListener;
import io.tactus.floor.effect.Effect;
import io.tactus.floor.effect.NewsEffect;
import io.tactus.floor.effect.StoreEffect;
import io.tactus.floor.effect.TelephonyEffect;
import io.tactus.floor.model.AgentState;
import io.tactus.floor.model.CallStage;
import io.tactus.floor.model.Outcome;
import io.tactus.platform.EngineClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.jboss.logging.Logger;

/** Counts what happens in a demo. Times are the engine's: at speed 20, one real millisecond counts as 20. */
@ApplicationScoped
class Tally implements EffectListener {
    private record Since(AgentState state, long micros) {}

    private static final Logger LOG = Logger.getLogger(Tally.class);

    private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    private final Map<Long, Since> agents = new HashMap<>();
    private final Map<AgentState, Long> agentMicros = new EnumMap<>(AgentState.class);
    private final Histogram answerToAgent = new Histogram(3_600_000_000L, 3);
    private long dialled;
    private long answered;
    private long live;
    private long connected;
    private long voicemail;
    private final boolean enabled;

    Tally(DemoConfig config) {
        this.enabled = config.enabled();
    }

    @Override
    public synchronized void on(Effect effect) {
        if (!enabled) {
            return;
        }
        switch (effect) {
            case TelephonyEffect.Originate originate -> {
                if (dialled++ == 0) {
                    tellFirstCall();
                }
            }
            case StoreEffect.CallAnswered call -> answered++;
            case StoreEffect.CallConnected call -> {
                connected++;
                answerToAgent.recordValue(Math.max(0, call.atMicros() - call.answeredAtMicros()));
            }
            case StoreEffect.CallEnded ended -> {
                outcomes.merge(ended.outcome(), 1L, Long::sum);
                if (ended.live()) {
                    live++;
                }
            }
            case NewsEffect.CallMoved moved -> {
                if (moved.stage() == CallStage.VOICEMAIL) {
                    voicemail++;
                }
            }
            case StoreEffect.AgentChanged changed -> {
                close(changed.agentId(), changed.atMicros());
                agents.put(changed.agentId(), new Since(changed.state(), changed.atMicros()));
            }
            default -> {
                // Not counted.
            }
        }
    }

    private static void tellFirstCall() {
        ProcessHandle.current()
                .info()
                .startInstant()
                .ifPresent(begun -> LOG.infof(
                        "First call dialled %.1f s after the start of the process",
                        Duration.between(begun, EngineClock.realTime().instant())
                                        .toMillis()
                                / 1_000.0));
    }

    private void close(long agentId, long micros) {
        Since since = agents.get(agentId);
        if (since != null) {
            agentMicros.merge(since.state(), micros - since.micros(), Long::sum);
        }
    }

    /** The summary up to now. @param nowMicros the engine's time */
    synchronized Map<String, Object> summary(long nowMicros, double speed) {
        agents.replaceAll((id, since) -> {
            agentMicros.merge(since.state(), nowMicros - since.micros(), Long::sum);
            return new Since(since.state(), nowMicros);
        });
        long working = micros(AgentState.TALKING) + micros(AgentState.WRAP_UP);
        long loggedIn = agentMicros.entrySet().stream()
                .filter(e -> e.getKey() != AgentState.LOGGED_OUT)
                .mapToLong(Map.Entry::getValue)
                .sum();
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("simulated", true);
        summary.put("speed", speed);
        summary.put("dialled", dialled);
        summary.put("answered", answered);
        summary.put("connected", connected);
        summary.put("abandoned", outcomes.getOrDefault(Outcome.ABANDONED, 0L));
        summary.put("liveAnswers", live);
        summary.put("voicemail", voicemail);
        Map<String, Long> byOutcome = new TreeMap<>();
        outcomes.forEach((outcome, count) -> byOutcome.put(outcome.name(), count));
        summary.put("byOutcome", byOutcome);
        summary.put(
                "answerToAgentMillis",
                Map.of(
                        "p50", answerToAgent.getValueAtPercentile(50) / 1_000.0 / speed,
                        "p99", answerToAgent.getValueAtPercentile(99) / 1_000.0 / speed,
                        "note", "real milliseconds"));
        summary.put("utilisation", loggedIn == 0 ? 0 : (double) working / loggedIn);
        summary.put("agents", agents.size());
        return summary;
    }

    private long micros(AgentState state) {
        return agentMicros.getOrDefault(state, 0L);
    }
}
