package io.tactus.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tactus.floor.input.NetworkInput.NodeDown;
import io.tactus.floor.input.NetworkInput.Snapshot;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.asteriskjava.manager.internal.ManagerConnectionImpl;
import org.junit.jupiter.api.Test;

/** The link when Asterisk or the floor floods, hangs or forgets: none of the library's known defects may come through. */
class AsteriskLinkTest extends FakeAmiStage {
    @Test
    void aFloorThatTakesNothingIsToldToStartAfresh() {
        connect(settings());
        floor.full = true;
        for (int i = 1; i <= 1_000; i++) {
            server.event("Newchannel", "tct-c-" + i + ".", "ChannelState: 0");
            server.event("Newstate", "tct-c-" + i + ".", "ChannelState: 5");
        }
        server.event("AsyncAGIExec", "tct-c-7.", "CommandId: tct-r-7-1", "Result: 200%20result%3D0%20endpos%3D8000%0A");
        await().atMost(PATIENCE).until(() -> !telephony.nodes().getFirst().up());
        await().atMost(PATIENCE).until(() -> telephony.metrics().events() >= 2_001);
        telephony.originate(request(5_000, "+15550100"));
        int from = floor.inputs.size();
        floor.full = false;

        floor.await1(NodeDown.class, down -> true, from);
        Snapshot snapshot = floor.awaitSnapshot(from);
        assertThat(snapshot.calls()).as("the reading shows no channels").isEmpty();
        assertThat(floor.inputs.get(from)).isInstanceOf(NodeDown.class);
        // No snapshot could tell of a voicemail.
        floor.awaitCall(7, "VoicemailRecorded");
        floor.awaitCall(5_000, "OriginateFailed");
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
                    .append(".\r\n\r\n");
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
                    .append(".\r\n\r\n");
        }
        server.send(flood.toString());
        server.cut();

        floor.await1(NodeDown.class, down -> true, from);
        await().atMost(PATIENCE).until(() -> telephony.metrics().connects() == 2);
        floor.awaitSnapshot(from);
    }

    @Test
    void nothingIsLeftOfUnansweredActionsOverManyLinks() throws ReflectiveOperationException {
        // An engine of another test may still run in this JVM, with links of its own.
        List<String> others = threads("Asterisk-Java");
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
            assertThat(threads("Asterisk-Java"))
                    .filteredOn(thread -> !others.contains(thread))
                    .hasSizeLessThanOrEqualTo(4);
            assertThat(threads("telephony-n")).hasSize(1);
        });
        assertThat(floor.call(1_001)).containsExactly("BridgeFailed(1)");
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
