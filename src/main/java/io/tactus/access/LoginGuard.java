package io.tactus.access;

import com.github.benmanes.caffeine.cache.Ticker;
import io.tactus.platform.EngineClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Keeps the throttle of log-ins and clears away expired sessions every ten minutes. */
@ApplicationScoped
class LoginGuard {
    private static final Logger LOG = Logger.getLogger(LoginGuard.class);

    private final TokenStore tokens;
    private final LoginThrottle throttle;
    private final ScheduledExecutorService chores = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("session-cleanup").factory());

    LoginGuard(TokenStore tokens) {
        this.tokens = tokens;
        // Real time: a simulated clock that runs faster must not let an attacker try faster.
        this.throttle = new LoginThrottle(new RealTime(EngineClock.realTime()));
    }

    private record RealTime(EngineClock clock) implements Ticker {
        @Override
        public long read() {
            return clock.monotonicNanos();
        }
    }

    LoginThrottle throttle() {
        return throttle;
    }

    void start(@Observes Startup event) {
        chores.scheduleWithFixedDelay(this::cleanUp, 1, 10, TimeUnit.MINUTES);
    }

    private void cleanUp() {
        try {
            tokens.removeExpired();
        } catch (RuntimeException e) {
            LOG.warnf("Expired sessions could not be cleared away, next try in ten minutes: %s", e.getMessage());
        }
    }

    void stop(@Observes Shutdown event) {
        chores.shutdownNow();
    }
}
