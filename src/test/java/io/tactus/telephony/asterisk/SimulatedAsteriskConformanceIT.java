package io.tactus.telephony.asterisk;

import io.tactus.sim.SimulatedNetwork;
import io.tactus.sim.SimulatorSettings;
import io.tactus.sim.pbx.PbxSettings;
import io.tactus.sim.world.DetectorSettings;
import io.tactus.sim.world.PopulationSettings;
import io.tactus.sim.world.Script;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The suite against the simulated Asterisk. */
class SimulatedAsteriskConformanceIT extends TelephonyConformance {
    @Override
    AsteriskUnderTest startAsterisk() {
        return new Simulated();
    }

    private static final class Simulated implements AsteriskUnderTest {
        private static final List<String> NUMBER_PLAN = List.of(
                "+15550100 answer after=1 ring=0.1 talk=2 patience=2 listen=2",
                "+15550101 answer after=1 ring=0.1 talk=4 patience=4 listen=4 speak=1",
                "+15550104 answer after=1 ring=0.1 talk=60 patience=60 listen=60 speak=60 hangup=agent",
                "+15550105 busy after=0.1",
                "+15550106 noanswer ring=0.1",
                "+15550107 invalid after=0.1",
                "+15550108 machine after=1 ring=0.1 greeting=6 tape=60",
                "+15550109 congestion after=0.1",
                "+15550159 rejected after=0.1",
                "phone-slow phone after=1 ring=0.1",
                "phone-silent noanswer ring=0.1");

        private final Path recordings;
        private final SimulatedNetwork network;

        Simulated() {
            try {
                recordings = Files.createTempDirectory("recordings");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            network = SimulatedNetwork.start(SimulatorSettings.usual("tactus", "secret")
                    .withWorld(
                            1,
                            PopulationSettings.reference(0.25)
                                    .withDetector(DetectorSettings.exact(Duration.ofMillis(1_200))),
                            Script.plan(NUMBER_PLAN))
                    .withPbx(new PbxSettings(
                            Duration.ofMillis(50),
                            Optional.of(Path.of("..", "campaigns", "prompts")),
                            Duration.ofSeconds(1),
                            Optional.of(recordings))));
            List.of("nosuchtrunk", "nosuchphone", "browser-01")
                    .forEach(endpoint -> network.faults().phone(endpoint, false));
        }

        @Override
        public int port() {
            return network.port();
        }

        @Override
        public String eventsUser() {
            return "tactus";
        }

        @Override
        public String eventsSecret() {
            return "secret";
        }

        @Override
        public String actionsUser() {
            return "tactus";
        }

        @Override
        public String actionsSecret() {
            return "secret";
        }

        @Override
        public Path recordings() {
            return recordings;
        }

        @Override
        public void callIn(String number, String caller, Duration talk) {
            double seconds = talk.toMillis() / 1_000.0;
            network.faults()
                    .callIn(
                            "carrier",
                            number,
                            caller,
                            "answer talk=" + seconds + " patience=" + seconds + " listen=" + seconds);
        }

        @Override
        public void restart() {
            network.faults().restart(Duration.ofMillis(300));
        }

        @Override
        public void close() {
            network.close();
        }
    }
}
