package io.tactus.decision;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the stored decisions. */
@ConfigMapping(prefix = "tactus.decisions")
interface DecisionConfig {
    /** How long decisions are kept. */
    @WithDefault("24H")
    Duration keep();

    /** How often a decision that launches nothing is stored, for each campaign. */
    @WithDefault("5S")
    Duration idleInterval();

    /** Decisions that may wait to be written; further ones are dropped. */
    @WithDefault("20000")
    int waiting();
}
