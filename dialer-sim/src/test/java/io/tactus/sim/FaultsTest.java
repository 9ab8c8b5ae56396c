package io.tactus.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tactus.sim.fault.EventFaults;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FaultsTest {

    @Test
    void cutConnectionsComeBackAndTheCallsAreStillThere() {
        try (var network = Networks.start("100 noanswer");
                var client = AmiClient.loggedIn(network)) {
            client.originate("PJSIP/100@carrier", "c1", "tactus-out", "Timeout: 900000");

            network.faults().cutConnections(Duration.ofMillis(200));

            client.awaitClosed();
            await().until(() -> accepts(network.port()));
            try (var next = AmiClient.loggedIn(network)) {
                next.ask("CoreShowChannels");
                next.awaitEvent("CoreShowChannel", "c1");
            }
        }
    }

    @Test
    void connectionsAreRefusedAfterACut() {
        try (var network = Networks.start()) {
            network.faults().cutConnections(Duration.ofHours(1));

            // The cut is carried out by the world, in its own time.
            await().until(() -> !accepts(network.port()));
        }
    }

    @Test
    void aRestartForgetsTheCalls() {
        try (var network = Networks.start("100 noanswer");
                var client = AmiClient.loggedIn(network)) {
            client.originate("PJSIP/100@carrier", "c1", "tactus-out", "Timeout: 900000");

            network.faults().restart(Duration.ofMillis(50));

            client.awaitClosed();
            await().until(() -> accepts(network.port()));
            try (var next = AmiClient.loggedIn(network)) {
                next.ask("CoreShowChannels");
                assertThat(next.await(m -> "CoreShowChannelsComplete".equals(m.get("Event"))))
                        .containsEntry("ListItems", "0");
            }
        }
    }

    @Test
    void aFrozenServerAnswersLater() {
        try (var network = Networks.start();
                var client = AmiClient.loggedIn(network)) {
            network.faults().freeze(Duration.ofHours(1));
            client.send("Action: Ping", "ActionID: p");
            try (var late = new AmiClient(network.port())) {
                late.send("Action: Ping", "ActionID: q");

                network.faults().thaw();

                late.await(message -> "q".equals(message.get("ActionID")));
            }
            client.await(message -> "p".equals(message.get("ActionID")));
        }
    }

    @Test
    void eventsCanBeLost() {
        try (var network = Networks.start("100 noanswer");
                var client = AmiClient.loggedIn(network)) {
            network.faults().events(new EventFaults(1, 0, 0, 0, Duration.ZERO));
            client.originate("PJSIP/100@carrier", "c1", "tactus-out", "Timeout: 900000");
            network.faults().events(EventFaults.NONE);

            client.awaitEvent("Newstate", "c1");

            assertThat(client.eventsOf("c1")).doesNotContain("Newchannel");
        }
    }

    @Test
    void eventsCanBeDoubled() {
        try (var network = Networks.start("100 noanswer");
                var client = AmiClient.loggedIn(network)) {
            network.faults().events(new EventFaults(0, 1, 0, 0, Duration.ZERO));
            client.originate("PJSIP/100@carrier", "c1", "tactus-out", "Timeout: 900000");
            client.awaitEvent("DialState", "c1");

            assertThat(client.eventsOf("c1")).startsWith("Newchannel", "Newchannel", "DialBegin", "DialBegin");
        }
    }

    @Test
    void eventsCanComeOutOfOrder() {
        try (var network = Networks.start("100 noanswer");
                var client = AmiClient.loggedIn(network)) {
            network.faults().events(new EventFaults(0, 0, 0, 1, Duration.ZERO));
            client.originate("PJSIP/100@carrier", "c1", "tactus-out", "Timeout: 900000");
            client.awaitEvent("Newchannel", "c1");

            assertThat(client.eventsOf("c1")).startsWith("DialBegin", "Newchannel");
        }
    }

    @Test
    void aTrunkThatIsDownRefusesItsCalls() {
        try (var network = Networks.start("100 answer");
                var client = AmiClient.loggedIn(network)) {
            client.ask("TactusSimControl", "Fault: trunk", "Trunk: carrier", "FailureRate: 1");
            await().untilAsserted(() -> {
                client.originate("PJSIP/100@carrier", "c" + System.nanoTime(), "tactus-out");
                assertThat(network.statistics().byBehaviour()).containsKey("congestion");
            });
        }
    }

    @Test
    void anUnknownFaultIsExplained() {
        try (var network = Networks.start();
                var client = AmiClient.loggedIn(network)) {
            assertThat(client.ask("TactusSimControl", "Fault: flood").get("Message"))
                    .contains("unknown Fault", "restart");
        }
    }

    @Test
    void aClientThatDoesNotReadIsCutOff() throws IOException {
        try (var network = SimulatedNetwork.start(Networks.settings().withOutboxBytes(65_536));
                var deaf = new Socket(InetAddress.getLoopbackAddress(), network.port());
                var client = AmiClient.loggedIn(network)) {
            deaf.setSoTimeout(10_000);
            var action = ("Action: " + "N".repeat(900) + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);

            assertThatThrownBy(() -> {
                        for (var i = 0; i < 1_000_000; i++) {
                            deaf.getOutputStream().write(action);
                        }
                    })
                    .isInstanceOf(IOException.class);

            assertThat(client.ask("Ping")).containsEntry("Ping", "Pong");
        }
    }

    private static boolean accepts(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
