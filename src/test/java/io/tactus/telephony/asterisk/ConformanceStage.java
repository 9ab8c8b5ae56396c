package io.tactus.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tactus.floor.input.NetworkInput.CallChannel;
import io.tactus.floor.input.NetworkInput.Found;
import io.tactus.platform.EngineClock;
import io.tactus.telephony.AgentPhone;
import io.tactus.telephony.IncomingCall;
import io.tactus.telephony.NodeSettings;
import io.tactus.telephony.OriginateRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** What the suite of call flows needs: an Asterisk, the adapter, a recorder in the floor's place, and a proxy to cut the link. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ConformanceStage {
    static final String HANGS_UP_AFTER_2_S = "+15550100";
    static final String HANGS_UP_AFTER_4_S = "+15550101";
    static final String STAYS = "+15550104";
    static final String BUSY = "+15550105";
    static final String NO_ANSWER = "+15550106";
    static final String INVALID = "+15550107";
    static final String MACHINE = "+15550108";
    static final String CONGESTION = "+15550109";
    static final String REJECTED = "+15550159";
    static final String NODE = "node1";
    private static final Logger LOG = Logger.getLogger(ConformanceStage.class);

    final AtomicLong ids = new AtomicLong(System.currentTimeMillis());
    final FloorRecorder floor = new FloorRecorder();
    final List<IncomingCall> incoming = new CopyOnWriteArrayList<>();
    AsteriskUnderTest asterisk;
    AmiProxy proxy;
    AsteriskTelephony telephony;

    abstract AsteriskUnderTest startAsterisk();

    @BeforeAll
    void start() {
        asterisk = startAsterisk();
        proxy = new AmiProxy(asterisk.port());
        telephony = engine();
        telephony.start(floor, incoming::add);
        floor.awaitSnapshot(0);
        await().until(() -> telephony.nodes().getFirst().up());
    }

    /** An adapter that is not started yet. */
    AsteriskTelephony engine() {
        NodeSettings node = new NodeSettings(
                NODE,
                "127.0.0.1",
                proxy.port(),
                asterisk.eventsUser(),
                asterisk.eventsSecret(),
                asterisk.actionsUser(),
                asterisk.actionsSecret(),
                List.of());
        AsteriskSettings settings = AsteriskSettings.usual(asterisk.recordings())
                .withWatchdog(Duration.ofMillis(200), Duration.ofSeconds(2), Duration.ofMillis(200));
        return new AsteriskTelephony(List.of(node), settings, EngineClock.realTime());
    }

    @AfterAll
    void stop() {
        if (telephony != null) {
            TelephonyMetrics metrics = telephony.metrics();
            LOG.infof(
                    "answered to bridged %.1f ms median, %d events, %d foreign, %d actions, %d links",
                    metrics.answeredToBridged().getValueAtPercentile(50) / 1e6,
                    metrics.events(),
                    metrics.foreignEvents(),
                    metrics.actions(),
                    metrics.connects());
            telephony.close();
            proxy.close();
        }
        if (asterisk != null) {
            asterisk.close();
        }
    }

    long dial(String number) {
        return dial(number, OriginateRequest.NO_DETECTION);
    }

    long dial(String number, String amd) {
        await().atMost(FloorRecorder.PATIENCE)
                .until(() -> telephony.nodes().getFirst().up());
        long call = ids.incrementAndGet();
        telephony.originate(new OriginateRequest(call, NODE, "carrier", number, "+15550199", 3_000, amd));
        return call;
    }

    long parked(String number) {
        long call = dial(number);
        floor.awaitCall(call, "Ringing", "Answered", "Parked");
        return call;
    }

    long leg(String phone) {
        await().atMost(FloorRecorder.PATIENCE)
                .until(() -> telephony.nodes().getFirst().up());
        long agent = ids.incrementAndGet();
        telephony.connectLeg(agent, 1, NODE, AgentPhone.at(phone));
        floor.awaitLeg(agent, "LegParked");
        return agent;
    }

    void hangUp(long call) {
        telephony.hangUp(call, NODE);
        floor.awaitCallEndsWith(call, "Ended(16)");
    }

    void drop(long agent) {
        telephony.dropLeg(agent, 1, NODE);
        await().atMost(FloorRecorder.PATIENCE)
                .untilAsserted(() -> assertThat(floor.leg(agent)).endsWith("LegEnded(16)"));
    }

    void awaitSnapshotOf(long call, Found found) {
        await().atMost(FloorRecorder.PATIENCE).untilAsserted(() -> {
            int from = floor.inputs.size();
            telephony.readChannels(NODE);
            assertThat(floor.awaitSnapshot(from).calls()).contains(new CallChannel(call, found, 0));
        });
    }

    RawAmi other() {
        return new RawAmi(asterisk.port(), asterisk.actionsUser(), asterisk.actionsSecret());
    }

    /** The end of a call whose ring time is over: 20.6 gives it no cause. */
    String noAnswerEnds() {
        return isAsterisk206() ? "Ended(0)" : "Ended(19)";
    }

    /** The end of a call whose customer hangs up without a reason: 20.6 takes it for a normal one. */
    String byeEnds() {
        return isAsterisk206() ? "Ended(16)" : "Ended(0)";
    }

    private boolean isAsterisk206() {
        return telephony.nodes().getFirst().detail().startsWith("Asterisk 20.6");
    }

    static String bridgedWith(long agent) {
        return "Bridged(" + agent + ")";
    }
}
