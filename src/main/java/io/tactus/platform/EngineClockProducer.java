package io.tactus.platform;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the engine's clock from the configuration. */
class EngineClockProducer {
    @Produces
    @Singleton
    EngineClock clock(TactusConfig config) {
        return config.speed() == 1 ? EngineClock.realTime() : EngineClock.faster(config.speed());
    }
}
