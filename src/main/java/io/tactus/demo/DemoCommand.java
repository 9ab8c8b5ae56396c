package io.tactus.demo;

import io.tactus.platform.Engine;
import io.tactus.platform.Secrets;
import io.tactus.sim.SimulatedNetwork;
import io.tactus.sim.SimulatorSettings;
import io.tactus.sim.pbx.PbxSettings;
import io.tactus.sim.world.NumberPlan;
import io.tactus.sim.world.PopulationSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tactus demo}: everything in one process, with a simulated telephone network. */
@Command(name = "demo", description = "an engine with a simulated telephone network and simulated agents, dialling")
public final class DemoCommand implements Callable<Integer> {
    @Option(
            names = "--speed",
            defaultValue = "1",
            description = "simulated seconds per real second, 0.1 to 100 (default 1)")
    double speed = 1;

    @Option(names = "--for", description = "stop by itself after this real time, for example 90s or 3m")
    Optional<String> stopAfter = Optional.empty();

    @Option(names = "--report", description = "write a JSON summary to this file at the end")
    Optional<Path> report = Optional.empty();

    @Option(names = "--agents", defaultValue = "10", description = "simulated agents, 1 to 2000 (default 10)")
    int agents = 10;

    @Option(names = "--mode", description = "progressive or power, instead of the example campaign's own")
    Optional<String> mode = Optional.empty();

    @Option(names = "--seed", defaultValue = "1", description = "seed of the simulated people (default 1)")
    long seed = 1;

    @Option(
            names = "--live-probability",
            defaultValue = "0.25",
            description = "share of dials that a person answers (default 0.25)")
    double liveProbability = 0.25;

    @Option(
            names = "--callers",
            defaultValue = "0",
            description =
                    "people who call the demo's service line in a simulated hour, on average (default 0: there is none)")
    double callers = 0;

    @Option(names = "--port", description = "port of the web page (default 8080)")
    Optional<Integer> port = Optional.empty();

    @Option(
            names = "--home",
            defaultValue = ".tactus/demo",
            description = "folder of the demo's own files (default .tactus/demo)")
    Path home = Path.of(".tactus/demo");

    @Option(names = "--campaign", defaultValue = "campaigns/example", description = "folder of the example campaign")
    Path campaign = Path.of("campaigns/example");

    @Override
    public Integer call() throws Exception {
        require(speed >= 0.1 && speed <= 100, "--speed must be 0.1 to 100, not " + speed);
        require(agents >= 1 && agents <= 2_000, "--agents must be 1 to 2000, not " + agents);
        require(
                liveProbability >= 0 && liveProbability <= 1,
                "--live-probability must be 0 to 1, not " + liveProbability);
        require(callers >= 0 && callers <= 100_000, "--callers must be 0 to 100000, not " + callers);
        Optional<Duration> duration = stopAfter.map(DemoCommand::duration);
        Path recordings = Files.createDirectories(home.toAbsolutePath().resolve("recordings"));
        String secret = Secrets.generate();
        SimulatorSettings world = SimulatorSettings.usual("tactus", secret)
                .withSpeed(speed)
                .withWorld(seed, people(), new NumberPlan())
                .withPbx(new PbxSettings(
                        Duration.ofMillis(300), Optional.empty(), Duration.ofSeconds(8), Optional.of(recordings)));
        try (SimulatedNetwork network = SimulatedNetwork.start(world)) {
            configure(network.port(), secret, duration, recordings);
            try (ServiceLine line = new ServiceLine(network.faults(), callers, speed, seed, agents)) {
                line.open();
                return Engine.runUntilStopped(home);
            }
        }
    }

    /** The reference world, save that everybody hangs up by themselves: the simulated agents do not know when a talk is over. */
    private PopulationSettings people() {
        return PopulationSettings.reference(liveProbability).withHangupsLeft(0);
    }

    private void configure(int amiPort, String secret, Optional<Duration> duration, Path recordings) {
        System.setProperty("tactus.home", home.toString());
        System.setProperty("tactus.speed", Double.toString(speed));
        System.setProperty("tactus.simulated", "true");
        System.setProperty("tactus.recordings", recordings.toString());
        String node = "tactus.nodes.simulated.";
        System.setProperty(node + "port", Integer.toString(amiPort));
        System.setProperty(node + "events-user", "tactus");
        System.setProperty(node + "events-secret", secret);
        System.setProperty(node + "actions-user", "tactus");
        System.setProperty(node + "actions-secret", secret);
        System.setProperty(node + "trunks.carrier.lines", "4000");
        System.setProperty(node + "trunks.carrier.calls-per-second", Double.toString(400 * speed));
        System.setProperty("tactus.demo.enabled", "true");
        System.setProperty("tactus.demo.campaign", campaign.toString());
        System.setProperty("tactus.demo.callers-per-hour", Double.toString(callers));
        System.setProperty("tactus.demo.agents", Integer.toString(agents));
        mode.ifPresent(m -> System.setProperty("tactus.demo.mode", m));
        duration.ifPresent(d -> System.setProperty("tactus.demo.stop-after", d.toString()));
        report.ifPresent(file -> System.setProperty("tactus.demo.report", file.toString()));
        port.ifPresent(p -> System.setProperty("quarkus.http.port", Integer.toString(p)));
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse("PT" + text);
        } catch (java.time.format.DateTimeParseException e) {
            throw new IllegalArgumentException("--for takes a time such as 90s, 3m or 1h, not " + text, e);
        }
    }

    private static void require(boolean ok, String message) {
        if (!ok) {
            throw new IllegalArgumentException(message);
        }
    }
}
