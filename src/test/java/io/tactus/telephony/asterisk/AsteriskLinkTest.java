package io.tactus.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tactus.floor.input.CallInput;
import io.tactus.floor.input.NetworkInput.NodeDown;
import io.tactus.floor.input.NetworkInput.Snapshot;
import io.tactus.platform.EngineClock;
import io.tactus.telephony.NodeSettings;
import io.tactus.telephony.OriginateRequest;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.asteriskjava.manager.internal.ManagerConnectionImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The link against a server that floods, hangs, forgets and lies: none of the library's known defects may come through. */
class AsteriskLinkTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Set<String> ACTIONS = Set.of(
            "Challenge", "Login", "Ping", "CoreSettings", "CoreShowChannels", "Originate", "Bridge", "AGI", "Hangup");
    private static final Set<String> HEADERS = Set.of(
            "Action",
            "ActionID",
            "AuthType",
            "Username",
            "Key",
            "Events",
            "Channel",
            "ChannelId",
            "Context",
            "Exten",
            "Priority",
            "Timeout",
            "CallerID",
            "Variable",
            "Async",
            "EarlyMedia",
            "Channel1",
            "Channel2",
            "Tone",
            "Command",
            "CommandID",
            "Cause");

    private final FakeAmi server = new FakeAmi();
    private final FloorRecorder floor = new FloorRecorder();
    private AsteriskTelephony telephony;

    @AfterEach
    void close() {
        if (telephony != null) {
            telephony.close();
        }
        server.close();
    }

    @Test
    void oneConnectionForEventsAndOneForActions() {
        connect(settings());
        telephony.originate(request(1, "+15550100"));
        await().atMost(PATIENCE).until(() -> !server.actions("Originate").isEmpty());

        assertThat(server.actions("Login"))
                .extracting(login -> login.get("Username") + " " + login.get("Events"))
                .containsExactlyInAnyOrder("acting off", "listening system,call,agi,user");
        assertThat(server.connections)
                .filteredOn(FakeAmi.Connection::wantsEvents)
                .singleElement()
                .satisfies(events -> assertThat(events.actions)
                        .extracting(action -> action.get("Action"))
                        .containsOnly("Challenge", "Login", "Ping"));
    }

    @Test
    void aCustomerIsDialledByTheTrunkItselfUnderItsOwnId() {
        connect(settings());
        telephony.originate(new OriginateRequest(42, "n", "carrier", "+15550100", "+15550199", 25_000, "2500,1500"));
        await().atMost(PATIENCE).until(() -> !server.actions("Originate").isEmpty());

        assertThat(server.actions("Originate").getFirst())
                .containsEntry("Channel", "PJSIP/+15550100@carrier")
                .containsEntry("ChannelId", "tct-c-42")
                .containsEntry("Context", "tactus-out-amd")
                .containsEntry("Timeout", "25000")
                .containsEntry("CallerID", "+15550199")
                .containsEntry("Variable", "TACTUS_AMD=2500\\,1500")
                .containsEntry("Async", "true")
                .containsEntry("EarlyMedia", "false");
    }

    @Test
    void noTextOfAnybodysReachesTheWireAsAnAction() {
        connect(settings());
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 1; i <= 300; i++) {
            telephony.originate(new OriginateRequest(
                    i,
                    "n",
                    dirt(random),
                    dirt(random),
                    dirt(random),
                    25_000,
                    random.nextBoolean() ? "-" : dirt(random)));
            telephony.connectLeg(i, 1, "n", dirt(random));
            telephony.play(i, "n", dirt(random), random.nextBoolean());
            telephony.recordVoicemail(i, "n", dirt(random), random.nextInt(700) - 20);
        }
        telephony.hangUp(99_999, "n");
        await().atMost(PATIENCE)
                .until(() -> server.actions("Hangup").stream().anyMatch(a -> "tct-c-99999".equals(a.get("Channel"))));

        for (FakeAmi.Connection connection : server.connections) {
            for (Map<String, String> action : connection.actions) {
                assertThat(action.keySet()).as("seed " + seed).isSubsetOf(HEADERS);
                assertThat(action.get("Action")).as("seed " + seed).isIn(ACTIONS);
            }
        }
        assertThat(floor.call(1)).isNotEmpty();
    }

    @Test
    void aFloorThatTakesNothingIsToldToStartAfresh() {
        connect(settings());
        floor.full = true;
        for (int i = 1; i <= 1_000; i++) {
            server.event("Newchannel", "tct-c-" + i, "ChannelState: 0");
            server.event("Newstate", "tct-c-" + i, "ChannelState: 5");
        }
        server.event("AsyncAGIExec", "tct-c-7", "CommandId: tct-r-7-1", "Result: 200%20result%3D0%20endpos%3D8000%0A");
        await().atMost(PATIENCE).until(() -> !telephony.nodes().getFirst().up());
        telephony.originate(request(5_000, "+15550100"));
        int from = floor.inputs.size();
        floor.full = false;

        floor.await1(NodeDown.class, down -> true, from);
        Snapshot snapshot = floor.awaitSnapshot(from);
        assertThat(snapshot.calls()).as("the reading shows no channels").isEmpty();
        assertThat(floor.inputs.get(from)).isInstanceOf(NodeDown.class);
        assertThat(floor.call(7)).as("no snapshot could tell of a voicemail").containsExactly("VoicemailRecorded");
        assertThat(floor.call(5_000)).containsExactly("OriginateFailed");
        assertThat(server.actions("Originate")).isEmpty();
        await().atMost(PATIENCE).until(() -> telephony.nodes().getFirst().up());
    }

    @Test
    void moreEventsThanCanWaitAreAnsweredByAReading() {
        connect(settings().withLimits(50, 100));
        int from = floor.inputs.size();
        StringBuilder flood = new StringBuilder();
        for (int i = 1; i <= 50_000; i++) {
            flood.append("Event: Newstate\r\nChannelState: 5\r\nUniqueid: tct-c-")
                    .append(i)
                    .append("\r\n\r\n");
        }
        server.send(flood.toString());

        floor.await1(NodeDown.class, down -> down.reason().contains("more events"), from);
        floor.awaitSnapshot(from);
        await().atMost(PATIENCE).until(() -> telephony.nodes().getFirst().up());
        assertThat(telephony.metrics().overflows()).isPositive();
    }

    @Test
    void aDisconnectBehindAFloodIsNotMissed() {
        connect(settings());
        int from = floor.inputs.size();
        StringBuilder flood = new StringBuilder();
        for (int i = 1; i <= 100_000; i++) {
            flood.append("Event: Newstate\r\nChannelState: 5\r\nUniqueid: tct-c-")
                    .append(i)
                    .append("\r\n\r\n");
        }
        server.send(flood.toString());
        server.cut();

        floor.await1(NodeDown.class, down -> true, from);
        await().atMost(PATIENCE).until(() -> telephony.metrics().connects() == 2);
        floor.awaitSnapshot(from);
    }

    @Test
    void nothingIsLeftOfUnansweredActionsOverManyLinks() throws ReflectiveOperationException {
        server.mute.addAll(Set.of("Bridge", "Originate", "AGI", "Hangup"));
        connect(settings().withActionPatience(Duration.ofMillis(300)));
        long links = 12;
        for (int link = 1; link <= links; link++) {
            for (int i = 1; i <= 100; i++) {
                telephony.bridge(link * 1_000 + i, i, 1, "n");
                telephony.play(link * 1_000 + i, "n", "tactus/beep", false);
                telephony.hangUp(link * 1_000 + i, "n");
            }
            await().atMost(PATIENCE).until(() -> server.actions("Hangup").size() == 100);
            NodeLink under = telephony.link("n");
            assertThat(listeners(under)).as("the library's own records").isZero();
            long made = link;
            server.cut();
            await().atMost(PATIENCE).until(() -> telephony.metrics().connects() == made + 1);
            await().atMost(PATIENCE).until(() -> telephony.nodes().getFirst().up());
        }

        NodeLink link = telephony.link("n");
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(link.pending().size()).isLessThan(5);
            // Watchdog, second reading and the like.
            assertThat(link.thread().wheel().size()).isLessThan(20);
            assertThat(threads("Asterisk-Java")).hasSizeLessThanOrEqualTo(4);
            assertThat(threads("telephony-n")).hasSize(1);
        });
        assertThat(floor.call(1_001)).containsExactly("BridgeFailed(1)");
    }

    @Test
    void actionsWithoutAnswerEndByTheirDeadline() {
        server.mute.addAll(Set.of("Bridge", "Originate"));
        connect(settings().withActionPatience(Duration.ofMillis(300)));
        telephony.originate(request(1, "+15550100"));
        telephony.originate(request(2, "+15550100"));
        telephony.bridge(3, 7, 1, "n");
        await().atMost(PATIENCE).until(() -> server.actions("Originate").size() == 2);
        server.event("Newchannel", "tct-c-2", "ChannelState: 0");

        floor.awaitCall(1, "OriginateFailed");
        floor.awaitCall(3, "BridgeFailed(7)");
        server.event("Hangup", "tct-c-2", "Cause: 17");
        floor.awaitCall(2, "Ended(17)");
        assertThat(telephony.metrics().timeouts()).isEqualTo(3);
    }

    @Test
    void theRefusalOfADuplicateIsNotTakenForTheLiveCall() {
        connect(settings());
        telephony.originate(request(1, "+15550100"));
        await().atMost(PATIENCE).until(() -> !server.actions("Originate").isEmpty());
        server.event("Newchannel", "tct-c-1", "ChannelState: 0");
        server.event("OriginateResponse", "tct-c-1", "ActionID: another", "Response: Failure", "Reason: 0");
        server.event("Newstate", "tct-c-1", "ChannelState: 6");

        floor.awaitCall(1, "Answered");
        server.event(
                "OriginateResponse",
                "tct-c-1",
                "ActionID: " + server.actions("Originate").getFirst().get("ActionID"),
                "Response: Success",
                "Reason: 4");
        server.event("AsyncAGIStart", "tct-c-1");
        floor.awaitCall(1, "Answered", "Parked");
    }

    @Test
    void aFailedOriginateWithoutAChannelIsReportedAndATimedOutOneIsNoAnswer() {
        connect(settings());
        telephony.originate(request(1, "+15550100"));
        telephony.originate(request(2, "+15550100"));
        await().atMost(PATIENCE).until(() -> server.actions("Originate").size() == 2);
        for (Map<String, String> originate : server.actions("Originate")) {
            String id = originate.get("ChannelId");
            server.event(
                    "OriginateResponse",
                    id,
                    "ActionID: " + originate.get("ActionID"),
                    "Response: Failure",
                    "Reason: " + (id.equals("tct-c-1") ? 0 : 3));
        }

        floor.awaitCall(1, "OriginateFailed");
        floor.awaitCall(2, "Ended(19)");
    }

    @Test
    void withoutALinkEveryCommandIsAnswered() {
        telephony = new AsteriskTelephony(List.of(node(1)), settings(), EngineClock.realTime());
        telephony.start(floor);
        floor.await1(NodeDown.class, down -> true, 0);
        telephony.originate(request(1, "+15550100"));
        telephony.bridge(2, 7, 1, "n");
        telephony.originate(new OriginateRequest(3, "elsewhere", "carrier", "+15550100", "", 20_000, "-"));

        floor.awaitCall(1, "OriginateFailed");
        floor.awaitCall(2, "BridgeFailed(7)");
        floor.awaitCall(3, "OriginateFailed");
        assertThat(floor.inputs).filteredOn(NodeDown.class::isInstance).hasSize(1);
        assertThat(floor.inputs)
                .filteredOn(CallInput.OriginateFailed.class::isInstance)
                .hasSize(2);
    }

    private void connect(AsteriskSettings settings) {
        telephony = new AsteriskTelephony(List.of(node(server.port())), settings, EngineClock.realTime());
        telephony.start(floor);
        floor.awaitSnapshot(0);
        await().atMost(PATIENCE).until(() -> telephony.nodes().getFirst().up());
    }

    private static NodeSettings node(int port) {
        return new NodeSettings("n", "127.0.0.1", port, "listening", "x", "acting", "y", List.of());
    }

    private static AsteriskSettings settings() {
        return AsteriskSettings.usual(Path.of("/var/spool/recordings"))
                .withWatchdog(Duration.ofMillis(100), Duration.ofSeconds(5), Duration.ofMillis(50));
    }

    private static OriginateRequest request(long call, String number) {
        return new OriginateRequest(call, "n", "carrier", number, "", 20_000, OriginateRequest.NO_DETECTION);
    }

    private static String dirt(Random random) {
        List<String> pieces = List.of(
                "carrier",
                "+15550100",
                "tactus/beep",
                "2500,1500",
                "\r\n",
                "\n",
                "\r",
                "\0",
                "Action: Logoff",
                "\r\n\r\n",
                "Action: Originate\r\n",
                ": ",
                ",",
                "\"",
                "@",
                "/",
                "..",
                " ",
                "\u00e9",
                "");
        StringBuilder text = new StringBuilder();
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            text.append(pieces.get(random.nextInt(pieces.size())));
        }
        return text.toString();
    }

    private static List<String> threads(String prefix) {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith(prefix))
                .toList();
    }

    private static int listeners(NodeLink link) throws ReflectiveOperationException {
        Field field = ManagerConnectionImpl.class.getDeclaredField("responseListeners");
        field.setAccessible(true);
        ConnectionPair pair = link.pair();
        if (pair == null) {
            return 0;
        }
        Object map = field.get(pair.actions);
        return ((Integer) map.getClass().getMethod("size").invoke(map));
    }
}
