package io.tactus.wallboard.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.tactus.dialing.DialingService;
import io.tactus.floor.effect.StoreEffect;
import io.tactus.floor.input.NetworkInput;
import io.tactus.floor.model.CampaignState;
import io.tactus.testing.EngineTest;
import io.tactus.testing.Given;
import io.tactus.testing.People;
import io.tactus.testing.SimulatedNetworkProfile;
import io.tactus.testing.SocketListener;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The stream over a real WebSocket, of an engine that dials on the simulated network. */
@EngineTest
@TestProfile(SimulatedNetworkProfile.class)
class EventStreamTest {
    @Inject
    People people;

    @Inject
    Given given;

    @Inject
    DialingService dialing;

    @Inject
    FloorEvents events;

    private SocketListener listen(String query) {
        return SocketListener.connect(
                RestAssured.port, "/api/floor/events" + query, people.bearer("supervisor", "floor:read"));
    }

    @Test
    void aCallIsToldFromItsLaunchToItsEnd() throws InterruptedException {
        long[] ids = given.aCampaignWith(SimulatedNetworkProfile.PERSON);
        long campaign = ids[0];
        long agent = people.anAgent("phone-01");
        try (SocketListener stream = listen("?campaign=" + campaign)) {
            assertThat(stream.next().getString("type")).isEqualTo("opened");
            given.ready("phone-01", campaign);
            people.as("manager")
                    .post("/api/campaigns/" + campaign + "/start")
                    .then()
                    .statusCode(204);
            List<JsonPath> seen = stream.until(e -> e.getString("type").equals("call.connected"));
            people.asAgent("phone-01").post("/api/agent/hangup").then().statusCode(204);
            seen.addAll(stream.until(e -> e.getString("type").equals("call.ended")));
            people.asAgent("phone-01").post("/api/agent/logout");

            assertThat(seen.stream().map(e -> e.getString("type")).filter(t -> t.startsWith("call.")))
                    .containsExactly("call.launched", "call.ringing", "call.answered", "call.connected", "call.ended");
            assertThat(seen.stream().map(e -> e.getString("type")))
                    .contains("campaign.changed", "agent.changed", "pacing.decided");
            assertThat(seen.stream().map(e -> e.getLong("seq"))).isSorted().doesNotHaveDuplicates();
            assertThat(seen.stream().map(e -> Instant.parse(e.getString("at")))).isSorted();
            JsonPath end = seen.getLast();
            assertThat(end.getString("outcome")).isEqualTo("ANSWERED");
            assertThat(end.getLong("leadId")).isEqualTo(ids[1]);
            assertThat(end.getLong("agentId")).isEqualTo(agent);
            assertThat(seen.toString()).doesNotContain("2025550110");
        }
    }

    @Test
    void aFilterLetsThroughWhatItNames() throws InterruptedException {
        long wanted = given.aCampaign(Given.ALWAYS_OPEN);
        long other = given.aCampaign(Given.ALWAYS_OPEN);
        try (SocketListener stream = listen("?campaign=" + wanted + "&type=campaign")) {
            stream.next();
            for (long campaign : new long[] {other, wanted}) {
                people.as("manager").post("/api/campaigns/" + campaign + "/start");
            }
            JsonPath event = stream.next();
            assertThat(event.getString("type")).isEqualTo("campaign.changed");
            assertThat(event.getLong("campaignId")).isEqualTo(wanted);
            assertThat(event.getString("state")).isEqualTo("RUNNING");
        }
    }

    @Test
    void whatConcernsEverybodyIsTold() throws InterruptedException {
        try (SocketListener stream = listen("?campaign=1&type=node,dialling")) {
            stream.next();
            dialing.floor().put(new NetworkInput.DialingBlocked("a test"));
            dialing.floor().put(new NetworkInput.DialingBlocked("a test"));
            dialing.floor().put(new NetworkInput.DialingUnblocked());
            dialing.floor().put(new NetworkInput.Snapshot("elsewhere", 1, List.of(), List.of()));
            dialing.floor().put(new NetworkInput.NodeDown("elsewhere", "a test"));
            List<JsonPath> seen = stream.until(e -> e.getString("type").equals("node.down"));
            assertThat(seen.stream().map(e -> e.getString("type")))
                    .containsExactly("dialling.blocked", "dialling.unblocked", "node.up", "node.down");
            assertThat(seen.getFirst().getString("reason")).isEqualTo("a test");
            assertThat(seen.getLast().getString("node")).isEqualTo("elsewhere");
        }
    }

    @Test
    void onlyThoseWhoMaySeeTheBoardMayListen() {
        for (String query : new String[] {"", "?type=call"}) {
            assertThatThrownBy(() -> SocketListener.connect(
                            RestAssured.port, "/api/floor/events" + query, people.bearer("agent", "floor:read")))
                    .hasMessageContaining("WebSocketHandshakeException");
            assertThatThrownBy(() -> SocketListener.connect(
                            RestAssured.port, "/api/floor/events" + query, people.bearer("supervisor", "dnc:read")))
                    .hasMessageContaining("WebSocketHandshakeException");
            assertThatThrownBy(() ->
                            SocketListener.connect(RestAssured.port, "/api/floor/events" + query, "Bearer tct_nobody"))
                    .hasMessageContaining("WebSocketHandshakeException");
        }
    }

    @Test
    void aWrongFilterIsRefusedInWords() throws InterruptedException {
        try (SocketListener stream = listen("?type=calls")) {
            assertThat(stream.closing()).isEqualTo("1008 type is none that there is, see docs/rest.md");
        }
        try (SocketListener stream = listen("?campaign=x")) {
            assertThat(stream.closing()).isEqualTo("1008 campaign must be an id");
        }
    }

    /** A client that reads nothing: once the buffers of the network are full, its queue fills, and the rest is lost and counted. */
    @Test
    void aSlowClientIsToldHowManyEventsItLost() throws Exception {
        int flood = 60_000;
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(4_096);
            socket.connect(new java.net.InetSocketAddress("127.0.0.1", RestAssured.port));
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(("GET /api/floor/events?campaign=777 HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\n"
                                    + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                                    + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nAuthorization: "
                                    + people.bearer("supervisor", "floor:read") + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            assertThat(header(in)).startsWith("HTTP/1.1 101");
            assertThat(JsonPath.from(message(in)).getString("type")).isEqualTo("opened");
            StoreEffect news = new StoreEffect.CampaignChanged(777, CampaignState.RUNNING, "x".repeat(200), 1);
            // On the floor's own thread, as every effect.
            dialing.floor()
                    .look(floor -> {
                        for (int i = 0; i < flood; i++) {
                            events.on(news);
                        }
                        return 0;
                    })
                    .get(20, TimeUnit.SECONDS);

            long read = 0;
            JsonPath event = JsonPath.from(message(in));
            while (!event.getString("type").equals("lost")) {
                read++;
                event = JsonPath.from(message(in));
            }
            assertThat(read + event.getLong("count")).isEqualTo(flood);
            assertThat(event.getLong("count")).isGreaterThan(0);
            assertThat(read).isGreaterThanOrEqualTo(EventClient.LIMIT);
            long lastLost = event.getLong("seq");
            dialing.floor()
                    .look(floor -> {
                        events.on(news);
                        return 0;
                    })
                    .get(20, TimeUnit.SECONDS);
            assertThat(JsonPath.from(message(in)).getLong("seq")).isGreaterThan(lastLost);
        }
    }

    private static String header(InputStream in) throws IOException {
        StringBuilder header = new StringBuilder();
        while (header.indexOf("\r\n\r\n") < 0) {
            header.append((char) in.read());
        }
        return header.toString();
    }

    /** One unmasked text frame of up to 65,535 bytes. */
    private static String message(InputStream in) throws IOException {
        in.read();
        int length = in.read();
        if (length == 126) {
            length = in.read() << 8 | in.read();
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    @Test
    void aClientThatGoesIsForgotten() throws InterruptedException {
        SocketListener stream = listen("");
        stream.next();
        stream.close();
        org.awaitility.Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> events.listeners() == 0);
    }
}
