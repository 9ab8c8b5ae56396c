package io.tactus.sim.pbx;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The simulated Asterisk's own settings.
 *
 * @param agentAnswersAfter from the dial of an agent's phone to its answer, simulated time
 * @param sounds folder of WAV prompts that give playbacks their length
 * @param promptLength length of a prompt that is not found there
 * @param recordings folder under which RECORD FILE may write; without it every recording fails
 */
public record PbxSettings(
        Duration agentAnswersAfter, Optional<Path> sounds, Duration promptLength, Optional<Path> recordings) {

    /** Phones pick up after 300 ms, prompts last 6 s, nothing is recorded. */
    public static PbxSettings usual() {
        return new PbxSettings(Duration.ofMillis(300), Optional.empty(), Duration.ofSeconds(6), Optional.empty());
    }
}
