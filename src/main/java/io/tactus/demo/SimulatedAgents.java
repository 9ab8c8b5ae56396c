package io.tactus.demo;

import io.tactus.dialing.DialingService;
import io.tactus.dialing.EffectListener;
import io.tactus.floor.effect.Effect;
import io.tactus.floor.effect.StoreEffect.AgentChanged;
import io.tactus.floor.input.AgentInput;
import io.tactus.floor.input.Input;
import io.tactus.floor.model.AgentState;
import io.tactus.platform.EngineClock;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Random;
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
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "simulated-agents"));

    SimulatedAgents(DemoConfig config, DialingService dialing, EngineClock clock) {
        this.enabled = config.enabled() || config.agentsAct();
        this.wrapUpMeanSeconds = config.wrapUpSeconds();
        this.callsPerBreak = config.callsPerBreak();
        this.dialing = dialing;
        this.clock = clock;
    }

    @Override
    public void on(Effect effect) {
        if (!enabled || !(effect instanceof AgentChanged changed)) {
            return;
        }
        if (changed.state() == AgentState.WRAP_UP) {
            String disposition = DISPOSITIONS[random.nextInt(DISPOSITIONS.length)];
            later(wrapUpSeconds(), new AgentInput.Disposed(changed.agentId(), changed.callId(), disposition));
        } else if (changed.state() == AgentState.PAUSED) {
            later(changed.code().equals("BREAK") ? 120 : 1, new AgentInput.WantsReady(changed.agentId()));
        } else if (changed.state() == AgentState.TALKING && callsPerBreak > 0 && random.nextInt(callsPerBreak) == 0) {
            later(5, new AgentInput.WantsPause(changed.agentId(), "BREAK"));
        }
    }

    /** Log-normal with the given mean and coefficient of variation. */
    private double wrapUpSeconds() {
        double variance = Math.log(1 + WRAP_UP_VARIATION * WRAP_UP_VARIATION);
        double mu = Math.log(wrapUpMeanSeconds) - variance / 2;
        return Math.exp(mu + Math.sqrt(variance) * random.nextGaussian());
    }

    private void later(double engineSeconds, Input input) {
        Duration wait = clock.realTimeOf(Duration.ofNanos((long) (engineSeconds * 1e9)));
        timer.schedule(() -> dialing.floor().put(input), wait.toNanos(), TimeUnit.NANOSECONDS);
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }
}
