package io.tactus.launch;

import io.tactus.platform.Engine;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.config.ConfigProvider;
import picocli.CommandLine.Command;

/** {@code tactus run}: the engine against configured PostgreSQL and Asterisk nodes. */
@Command(name = "run", description = "run the engine against configured PostgreSQL and Asterisk nodes")
final class RunCommand implements Callable<Integer> {
    @Override
    public Integer call() throws Exception {
        Path home = ConfigProvider.getConfig()
                .getOptionalValue("tactus.home", Path.class)
                .orElse(Path.of(".tactus"));
        return Engine.runUntilStopped(home);
    }
}
