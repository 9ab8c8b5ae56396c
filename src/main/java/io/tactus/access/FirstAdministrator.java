package io.tactus.access;

import io.quarkus.runtime.StartupEvent;
import io.tactus.platform.Secrets;
import io.tactus.platform.TactusConfig;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.jboss.logging.Logger;

/** Makes an administrator when there is none: the password is generated, kept in a file that only its owner may read, and never logged. */
@ApplicationScoped
class FirstAdministrator {
    private static final Logger LOG = Logger.getLogger(FirstAdministrator.class);

    private final Accounts accounts;
    private final TactusConfig config;

    FirstAdministrator(Accounts accounts, TactusConfig config) {
        this.accounts = accounts;
        this.config = config;
    }

    void start(@Observes @Priority(1_500) StartupEvent event) throws IOException {
        if (accounts.hasAdministrator()) {
            return;
        }
        Path file = config.home().resolve("passwords").resolve("admin").toAbsolutePath();
        accounts.ensure("admin", "First administrator", Secrets.keptIn(file), Set.of(Roles.ADMINISTRATOR));
        LOG.infof("There was no administrator: user 'admin' was made, its password is in %s", file);
    }
}
