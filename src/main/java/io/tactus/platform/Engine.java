package io.tactus.platform;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

/** Runs the engine until it is told to stop: with the configured database, else with an embedded one. */
public final class Engine implements QuarkusApplication {
    private static final String DATABASE_URL = "quarkus.datasource.jdbc.url";

    /** Runs until the process is told to stop; answers the exit code. */
    public static int runUntilStopped(Path home) throws IOException {
        if (ConfigProvider.getConfig()
                .getOptionalValue(DATABASE_URL, String.class)
                .isPresent()) {
            return run();
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(home.resolve("postgres"))) {
            database.configure();
            return run();
        }
    }

    private static int run() {
        AtomicInteger exit = new AtomicInteger();
        Quarkus.run(Engine.class, (code, error) -> {
            exit.set(code);
            if (error != null) {
                Logger.getLogger(Engine.class).error("The engine could not be started", error);
            }
        });
        return exit.get();
    }

    @Override
    public int run(String... args) {
        Quarkus.waitForExit();
        return 0;
    }
}
