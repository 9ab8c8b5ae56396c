package io.tactus.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandLineTest {

    @Test
    void theSecretComesFromTheEnvironment() {
        var commandLine = CommandLine.parse(new String[] {"--speed", "20"}, Map.of("TACTUS_SIM_SECRET", "s"));

        assertThat(commandLine.settings().secret()).isEqualTo("s");
        assertThat(commandLine.settings().speed()).isEqualTo(20);
        assertThat(commandLine.settings().bind().isLoopbackAddress()).isTrue();
    }

    @Test
    void withoutOneASecretIsMadeUp() {
        assertThat(CommandLine.parse(new String[0], Map.of()).secretGenerated()).isTrue();
    }

    @Test
    void mistakesAreNamed() {
        assertThatThrownBy(() -> CommandLine.parse(new String[] {"--sped", "2"}, Map.of()))
                .hasMessageContaining("--sped");
        assertThatThrownBy(() -> CommandLine.parse(new String[] {"--live-probability", "7"}, Map.of()))
                .hasMessageContaining("between 0 and 1");
    }
}
