package io.tactus.testing;

import static java.util.Map.entry;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.tactus.sim.SimulatedNetwork;
import io.tactus.sim.SimulatorSettings;
import io.tactus.sim.pbx.PbxSettings;
import io.tactus.sim.world.PopulationSettings;
import io.tactus.sim.world.Script;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** For an {@link EngineTest} that dials: the engine has one node, {@code sim}, which is simulated, and numbers of which it is known what they do. */
public class SimulatedNetworkProfile implements QuarkusTestProfile {
    /** Answers after half a second and talks until the agent hangs up. */
    public static final String PERSON = "+12025550110";
    /** Is busy. */
    public static final String BUSY = "+12025550111";
    /** Rings for ever. */
    public static final String NOBODY = "+12025550112";
    /** A trunk of one line, which calls take last: {@code carrier} has more room. */
    public static final String NARROW_TRUNK = "narrow";

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Network.class));
    }

    /**
     * Somebody calls in over the trunk {@code carrier}.
     *
     * @param port of the network, {@code tactus.nodes.sim.port}
     * @param behaviour in the words of a scenario line
     */
    public static void callIn(int port, String number, String caller, String behaviour) {
        try (Socket socket = new Socket("127.0.0.1", port);
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            socket.getOutputStream()
                    .write("""
                            Action: Login\r
                            Username: tactus\r
                            Secret: secret\r
                            Events: off\r
                            \r
                            Action: TactusSimControl\r
                            ActionID: call\r
                            Fault: call\r
                            Trunk: carrier\r
                            Number: %s\r
                            Caller: %s\r
                            Behaviour: %s\r
                            \r
                            """.formatted(number, caller, behaviour).getBytes(StandardCharsets.UTF_8));
            String line = "";
            for (String next = in.readLine(); !line.equals("ActionID: call"); next = in.readLine()) {
                line = Objects.requireNonNull(next, "the network hung up");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The network. */
    public static class Network implements QuarkusTestResourceLifecycleManager {
        private SimulatedNetwork network;

        @Override
        public Map<String, String> start() {
            Path recordings;
            try {
                recordings = Files.createTempDirectory("recordings");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            network = SimulatedNetwork.start(SimulatorSettings.usual("tactus", "secret")
                    .withWorld(
                            1,
                            PopulationSettings.reference(0.25),
                            Script.plan(List.of(
                                    PERSON + " answer after=0.5 ring=0.1 talk=600 patience=60 hangup=agent",
                                    BUSY + " busy after=0.1",
                                    NOBODY + " noanswer ring=0.1")))
                    .withPbx(new PbxSettings(
                            Duration.ofMillis(300), Optional.empty(), Duration.ofSeconds(6), Optional.of(recordings))));
            return Map.ofEntries(
                    entry("tactus.recordings", recordings.toString()),
                    entry("tactus.nodes.sim.port", Integer.toString(network.port())),
                    entry("tactus.nodes.sim.events-user", "tactus"),
                    entry("tactus.nodes.sim.events-secret", "secret"),
                    entry("tactus.nodes.sim.actions-user", "tactus"),
                    entry("tactus.nodes.sim.actions-secret", "secret"),
                    entry("tactus.nodes.sim.trunks.carrier.lines", "10"),
                    entry("tactus.nodes.sim.trunks." + NARROW_TRUNK + ".lines", "1"));
        }

        @Override
        public void stop() {
            network.close();
        }
    }
}
