package io.tactus.telephony.asterisk;

import static org.awaitility.Awaitility.await;

import io.tactus.platform.EngineClock;
import io.tactus.telephony.NodeSettings;
import io.tactus.telephony.OriginateRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** The adapter connected to a server that can do what no Asterisk should. */
abstract class FakeAmiStage {
    static final Duration PATIENCE = Duration.ofSeconds(20);
    final FakeAmi server = new FakeAmi();
    final FloorRecorder floor = new FloorRecorder();
    AsteriskTelephony telephony;

    @AfterEach
    void close() {
        if (telephony != null) {
            telephony.close();
        }
        server.close();
    }

    void connect(AsteriskSettings settings) {
        telephony = new AsteriskTelephony(List.of(node(server.port())), settings, EngineClock.realTime());
        telephony.start(floor);
        floor.awaitSnapshot(0);
        await().atMost(PATIENCE).until(() -> telephony.nodes().getFirst().up());
    }

    static NodeSettings node(int port) {
        return new NodeSettings("n", "127.0.0.1", port, "listening", "x", "acting", "y", List.of());
    }

    static AsteriskSettings settings() {
        return AsteriskSettings.usual(Path.of("/var/spool/recordings"))
                .withWatchdog(Duration.ofMillis(100), Duration.ofSeconds(5), Duration.ofMillis(50));
    }

    static OriginateRequest request(long call, String number) {
        return new OriginateRequest(call, "n", "carrier", number, "", 20_000, OriginateRequest.NO_DETECTION);
    }
}
