package io.tactus.demo;

import io.tactus.dialing.DialingService;
import io.tactus.dialing.EffectListener;
import io.tactus.floor.effect.Effect;
import io.tactus.floor.effect.StoreEffect.AgentChanged;
import io.tactus.floor.input.AgentInput;
import io.tactus.floor.input.Input;
import io.tactus.floor.model.AgentState;
import io.tactus.platform.EngineClock;
import io.tactus.sim.world.LogNormal;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Agents of the demo: they are ready when they can be, wrap up for some 22 seconds, choose a disposition, and take a short break at times. */
@ApplicationScoped
class SimulatedAgents implements EffectListener {
    private static final String[] DISPOSITIONS = {"SALE", "NOT_INTERESTED", "NOT_INTERESTED", "CALL_BACK", "OTHER"};
    private static final double WRAP_UP_VARIATION = 0.4;

    private final boolean enabled;
    private final double wrapUpMeanSeconds;
    private final int callsPerBreak;
    private final DialingService dialing;
    private final EngineClock clock;
    private final Random random = new Random(7);
    private final Set<Long> people = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "simulated-agents"));

    SimulatedAgents(DemoConfig config, DialingService dialing, EngineClock clock) {
        this.enabled = config.enabled() || config.agentsAct();
        this.wrapUpMeanSeconds = config.wrapUpSeconds();
        this.callsPerBreak = config.callsPerBreak();
        this.dialing = dialing;
        this.clock = clock;
    }

    /** This agent is a person. */
    void leaveTo(long agentId) {
        people.add(agentId);
    }

    @Override
    public void on(Effect effect) {
        if (!enabled || !(effect instanceof AgentChanged changed) || people.contains(changed.agentId())) {
            return;
        }
        if (changed.state() == AgentState.WRAP_UP) {
            String disposition = DISPOSITIONS[random.nextInt(DISPOSITIONS.length)];
            double seconds = LogNormal.of(wrapUpMeanSeconds, WRAP_UP_VARIATION, random.nextGaussian());
            later(changed, seconds, new AgentInput.Disposed(changed.agentId(), changed.callId(), disposition));
        } else if (changed.state() == AgentState.PAUSED) {
            later(changed, changed.code().equals("BREAK") ? 120 : 1, new AgentInput.WantsReady(changed.agentId()));
        } else if (changed.state() == AgentState.TALKING && callsPerBreak > 0 && random.nextInt(callsPerBreak) == 0) {
            later(changed, 5, new AgentInput.WantsPause(changed.agentId(), "BREAK"));
        }
    }

    private void later(AgentChanged changed, double engineSeconds, Input input) {
        Duration wait = wait(clock, changed.atMicros(), engineSeconds);
        timer.schedule(() -> dialing.floor().put(input), wait.toNanos(), TimeUnit.NANOSECONDS);
    }

    /**
     * Real time until the engine's time is so many seconds after a change: after the change itself, not after somebody heard of it, since at
     * speed 20 a millisecond more would be 20.
     */
    static Duration wait(EngineClock clock, long changedMicros, double engineSeconds) {
        long due = changedMicros + Math.round(engineSeconds * 1e6);
        return clock.realTimeOf(Duration.of(Math.max(0, due - clock.micros()), ChronoUnit.MICROS));
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }
}
