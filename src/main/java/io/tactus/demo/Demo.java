package io.tactus.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tactus.access.Accounts;
import io.tactus.access.Roles;
import io.tactus.agent.Agents;
import io.tactus.dialing.FloorCommands;
import io.tactus.platform.EngineClock;
import io.tactus.platform.Secrets;
import io.tactus.platform.TactusConfig;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Sets the demo going once the floor runs, and writes its summary at the end. */
@ApplicationScoped
class Demo {
    private static final Logger LOG = Logger.getLogger(Demo.class);

    private static final String AGENT = "agent";
    private static final String SUPERVISOR = "supervisor";
    /** User names and roles. */
    private static final Map<String, String> ACCOUNTS = new TreeMap<>(Map.of(
            SUPERVISOR,
            Roles.SUPERVISOR,
            "manager",
            Roles.MANAGER,
            "compliance",
            Roles.COMPLIANCE,
            "admin",
            Roles.ADMINISTRATOR,
            AGENT,
            Roles.AGENT));

    private final DemoConfig config;
    private final TactusConfig engine;
    private final Accounts accounts;
    private final Agents agents;
    private final SimulatedAgents simulated;
    private final int port;
    private final DataSource dataSource;
    private final FloorCommands floor;
    private final Tally tally;
    private final EngineClock clock;
    private final ObjectMapper json;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "demo"));

    Demo(
            DemoConfig config,
            DataSource dataSource,
            FloorCommands floor,
            Tally tally,
            EngineClock clock,
            ObjectMapper json,
            TactusConfig engine,
            Accounts accounts,
            Agents agents,
            SimulatedAgents simulated,
            @ConfigProperty(name = "quarkus.http.port") int port) {
        this.config = config;
        this.engine = engine;
        this.accounts = accounts;
        this.agents = agents;
        this.simulated = simulated;
        this.port = port;
        this.dataSource = dataSource;
        this.floor = floor;
        this.tally = tally;
        this.clock = clock;
        this.json = json;
    }

    void start(@Observes @Priority(3_000) StartupEvent event) throws IOException, SQLException {
        if (!config.enabled()) {
            return;
        }
        ExampleCampaign example = ExampleCampaign.read(config.campaign());
        DemoStore store = new DemoStore(dataSource);
        long campaign = store.campaign(
                example,
                config.mode().orElse(example.mode()),
                config.linesPerAgent().orElse(example.linesPerAgent()),
                config.abandonmentCap().orElse(example.abandonmentCap()),
                config.redial());
        store.people(campaign, config.leadsPerAgent() * config.agents());
        List<Long> agents = store.agents(campaign, config.agents());
        sitDown(store, campaign);
        if (config.callersPerHour() > 0) {
            long queue = store.queue("+" + ServiceLine.NUMBER, campaign, example.wrapUpSeconds());
            floor.startCampaign(queue).join();
        }
        for (long agent : agents) {
            floor.logIn(agent).thenAccept(result -> {
                if (!result.done() && !result.refusal().contains("already")) {
                    LOG.warnf("Simulated agent %d: %s", agent, result.refusal());
                }
            });
        }
        if (config.startCampaign()) {
            floor.startCampaign(campaign).join();
        }
        printAccounts();
        LOG.infof(
                "THE TELEPHONE NETWORK IS SIMULATED: %d simulated agents, %s dialling, %s times as fast as life",
                config.agents(), config.mode().orElse(example.mode()), clock.speed());
        config.stopAfter().ifPresent(this::stopAfter);
    }

    /** The demo is on loopback, and its accounts are of use to nobody else: their passwords may be shown. */
    private void printAccounts() throws IOException {
        StringBuilder text =
                new StringBuilder("\n  Tactus demo: the telephone network is SIMULATED, nobody is called.\n");
        text.append("  Open http://127.0.0.1:").append(port).append(" and log in as one of:\n");
        for (Map.Entry<String, String> account : ACCOUNTS.entrySet()) {
            String password = password(account.getKey());
            accounts.ensure(account.getKey(), "Demo " + account.getValue(), password, Set.of(account.getValue()));
            text.append("    %-12s %s%n".formatted(account.getKey(), password));
        }
        System.out.println(text);
    }

    /** Two desks are free for the person who looks, of an agent and of a supervisor. Their phones are simulated, so there is nothing to hear. */
    private void sitDown(DemoStore store, long campaign) throws IOException, SQLException {
        String script = Files.readString(config.campaign().resolve("script.md"));
        for (String account : List.of(AGENT, SUPERVISOR)) {
            long id = accounts.ensure(account, "Demo " + account, password(account), Set.of(Roles.AGENT));
            agents.ensure(id, "sim-phone-" + account, "standing", "desk");
            simulated.leaveTo(id);
            store.desk(campaign, script, id);
        }
    }

    private String password(String account) throws IOException {
        return Secrets.keptIn(
                engine.home().resolve("passwords").resolve(account).toAbsolutePath());
    }

    private void stopAfter(Duration duration) {
        timer.schedule(() -> Quarkus.asyncExit(0), duration.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes @Priority(1) ShutdownEvent event) throws IOException {
        timer.shutdownNow();
        if (!config.enabled()) {
            return;
        }
        Map<String, Object> summary = tally.summary(clock.micros(), clock.speed());
        String text = json.writerWithDefaultPrettyPrinter().writeValueAsString(summary);
        if (config.report().isPresent()) {
            Path file = config.report().get().toAbsolutePath();
            Files.createDirectories(file.getParent());
            Files.writeString(file, text + "\n");
            LOG.infof("Summary written to %s", file);
        }
        LOG.infof("Summary: %s", text);
    }
}
