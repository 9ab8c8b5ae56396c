package io.tactus.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tactus.floor.input.NetworkInput.CallChannel;
import io.tactus.floor.input.NetworkInput.Found;
import io.tactus.floor.input.NetworkInput.LegChannel;
import io.tactus.floor.input.NetworkInput.NodeDown;
import io.tactus.floor.input.NetworkInput.Snapshot;
import io.tactus.platform.EngineClock;
import io.tactus.telephony.NodeSettings;
import io.tactus.telephony.OriginateRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What every Asterisk must make the floor hear, flow by flow; the real one and the simulated one pass the same tests. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TelephonyConformance {
    private static final String HANGS_UP_AFTER_2_S = "+15550100";
    private static final String HANGS_UP_AFTER_4_S = "+15550101";
    private static final String STAYS = "+15550104";
    private static final String BUSY = "+15550105";
    private static final String NO_ANSWER = "+15550106";
    private static final String INVALID = "+15550107";
    private static final String MACHINE = "+15550108";
    private static final String CONGESTION = "+15550109";
    private static final String REJECTED = "+15550159";
    private static final String NODE = "node1";
    private static final Logger LOG = Logger.getLogger(TelephonyConformance.class);

    private final AtomicLong ids = new AtomicLong(System.currentTimeMillis());
    private final FloorRecorder floor = new FloorRecorder();
    private AsteriskUnderTest asterisk;
    private AmiProxy proxy;
    private AsteriskTelephony telephony;

    abstract AsteriskUnderTest startAsterisk();

    @BeforeAll
    void start() {
        asterisk = startAsterisk();
        proxy = new AmiProxy(asterisk.port());
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
        telephony = new AsteriskTelephony(List.of(node), settings, EngineClock.realTime());
        telephony.start(floor);
        floor.awaitSnapshot(0);
        await().until(() -> telephony.nodes().getFirst().up());
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

    @Test
    void busy() {
        floor.awaitCall(dial(BUSY), "Ended(17)");
    }

    @Test
    void noAnswer() {
        floor.awaitCall(dial(NO_ANSWER), "Ringing", "Ended(19)");
    }

    @Test
    void invalidNumber() {
        floor.awaitCall(dial(INVALID), "Ended(1)");
    }

    @Test
    void congestion() {
        floor.awaitCall(dial(CONGESTION), "Ended(34)");
    }

    @Test
    void rejected() {
        floor.awaitCall(dial(REJECTED), "Ended(21)");
    }

    @Test
    void noSuchTrunk() {
        long call = ids.incrementAndGet();
        telephony.originate(new OriginateRequest(call, NODE, "nosuchtrunk", STAYS, "", 3_000, "-"));

        floor.awaitCall(call, "OriginateFailed");
    }

    @Test
    void noSuchPhone() {
        long agent = ids.incrementAndGet();
        telephony.connectLeg(agent, 1, NODE, "nosuchphone");

        floor.awaitLeg(agent, "LegEnded(0)");
    }

    @Test
    void aBrowserThatIsNotRegistered() {
        long agent = ids.incrementAndGet();
        telephony.connectLeg(agent, 1, NODE, "browser-01");

        floor.awaitLeg(agent, "LegEnded(0)");
    }

    @Test
    void aCustomerTalksAndHangsUpAndTheLegParksAgain() {
        long agent = leg("phone-01");
        long call = dial(HANGS_UP_AFTER_2_S);
        floor.awaitCall(call, "Ringing", "Answered", "Parked");

        telephony.bridge(call, agent, 1, NODE);

        floor.awaitCall(call, "Ringing", "Answered", "Parked", bridgedWith(agent), "Ended(16)");
        floor.awaitLeg(agent, "LegParked", "LegParked");
        assertThat(telephony.metrics().answeredToBridged().getTotalCount()).isPositive();
        drop(agent);
    }

    @Test
    void theAgentHangsUpTheCustomer() {
        long agent = leg("phone-02");
        long call = parked(STAYS);
        telephony.bridge(call, agent, 1, NODE);
        floor.awaitCallEndsWith(call, bridgedWith(agent));

        telephony.hangUp(call, NODE);

        floor.awaitCallEndsWith(call, bridgedWith(agent), "Ended(16)");
        floor.awaitLeg(agent, "LegParked", "LegParked");
        drop(agent);
    }

    @Test
    void oneLegServesCallAfterCall() {
        long agent = leg("phone-03");
        for (int i = 0; i < 3; i++) {
            long call = parked(STAYS);
            telephony.bridge(call, agent, 1, NODE);
            floor.awaitCallEndsWith(call, bridgedWith(agent));
            telephony.hangUp(call, "");
            floor.awaitCallEndsWith(call, "Ended(16)");
            int parkings = i + 2;
            await().atMost(FloorRecorder.PATIENCE).until(() -> floor.leg(agent).size() == parkings);
        }
        drop(agent);
    }

    @Test
    void hungUpWhileItRings() {
        long call = dial(NO_ANSWER);
        floor.awaitCall(call, "Ringing");

        telephony.hangUp(call, NODE);

        floor.awaitCall(call, "Ringing", "Ended(16)");
    }

    @Test
    void hungUpAtOnce() {
        long call = dial(NO_ANSWER);
        telephony.hangUp(call, NODE);

        floor.awaitCallEndsWith(call, "Ended(16)");
    }

    @Test
    void hangingUpWhatIsNotThereEndsIt() {
        long call = ids.incrementAndGet();
        telephony.hangUp(call, NODE);

        floor.awaitCall(call, "Ended(0)");
    }

    @Test
    void theCustomerHangsUpWhileParked() {
        floor.awaitCall(dial(HANGS_UP_AFTER_2_S), "Ringing", "Answered", "Parked", "Ended(0)");
    }

    @Test
    void machineDetectionHearsAPerson() {
        long call = dial(STAYS, "2500,1500,1200,5000");
        floor.awaitCall(call, "Ringing", "Answered", "Detected(PERSON)", "Parked");
        hangUp(call);
    }

    @Test
    void machineDetectionHearsAMachineAndTheMessageWaitsForItsGreeting() {
        long call = dial(MACHINE, "");
        floor.awaitCall(call, "Ringing", "Answered", "Detected(MACHINE)", "Parked");

        telephony.play(call, NODE, "tactus/beep", true);

        floor.awaitCallEndsWith(call, "Parked", "PromptFinished(true)");
        hangUp(call);
    }

    @Test
    void aSoundIsPlayed() {
        long call = parked(STAYS);
        telephony.play(call, NODE, "tactus/beep", false);

        floor.awaitCallEndsWith(call, "Parked", "PromptFinished(true)");
        hangUp(call);
    }

    @Test
    void aMissingSoundIsReported() {
        long call = parked(STAYS);
        telephony.play(call, NODE, "tactus/no-such-sound", false);

        floor.awaitCallEndsWith(call, "Parked", "PromptFinished(false)", "Ended(16)");
    }

    @Test
    void hungUpWhileASoundPlays() {
        long call = parked(STAYS);
        telephony.play(call, NODE, "tactus/safe-harbour-default", false);
        awaitSnapshotOf(call, Found.BUSY);

        telephony.hangUp(call, NODE);

        floor.awaitCallEndsWith(call, "Parked", "Ended(16)");
    }

    @Test
    void aVoicemailIsRecordedToItsLimit() {
        long call = parked(STAYS);
        telephony.recordVoicemail(call, NODE, "tactus/beep", 1);

        floor.awaitCallEndsWith(call, "Parked", "VoicemailRecorded");
        assertThat(asterisk.recordings().resolve("vm-" + call + ".wav")).isNotEmptyFile();
        hangUp(call);
    }

    @Test
    void aMissingGreetingDoesNotPreventAVoicemail() {
        long call = parked(STAYS);
        telephony.recordVoicemail(call, NODE, "tactus/no-such-greeting", 1);

        floor.awaitCallEndsWith(call, "Parked", "VoicemailRecorded");
        hangUp(call);
    }

    @Test
    void aVoicemailOutlivesACallerWhoHangsUp() {
        long call = parked(HANGS_UP_AFTER_4_S);
        telephony.recordVoicemail(call, NODE, "tactus/beep", 60);

        floor.awaitCallEndsWith(call, "Parked", "VoicemailRecorded", "Ended(0)");
        Path file = asterisk.recordings().resolve("vm-" + call + ".wav");
        await().until(() -> Files.exists(file));
    }

    @Test
    void aVoicemailOutlivesOurHangUp() {
        long call = parked(STAYS);
        telephony.recordVoicemail(call, NODE, "tactus/beep", 60);
        Path file = asterisk.recordings().resolve("vm-" + call + ".wav");
        // Two beeps of 0.4 s go before it.
        await().pollDelay(Duration.ofMillis(2_500)).until(() -> true);

        telephony.hangUp(call, NODE);

        floor.awaitCallEndsWith(call, "Parked", "VoicemailRecorded", "Ended(16)");
        await().until(() -> Files.exists(file));
    }

    @Test
    void aRefusedDuplicateDoesNotEndTheLiveCall() {
        long call = parked(STAYS);
        try (RawAmi other = other()) {
            String reply = other.ask(
                    "Action: Originate",
                    "Channel: PJSIP/" + STAYS + "@carrier",
                    "ChannelId: tct-c-" + call,
                    "Context: tactus-out",
                    "Exten: s",
                    "Priority: 1",
                    "Async: true");
            assertThat(reply).contains("Success");
        }
        telephony.originate(new OriginateRequest(call, NODE, "carrier", STAYS, "", 3_000, "-"));
        telephony.play(call, NODE, "tactus/beep", false);

        floor.awaitCall(call, "Ringing", "Answered", "Parked", "PromptFinished(true)");
        hangUp(call);
    }

    @Test
    void aSnapshotShowsWhereEverybodyIs() {
        long agent = leg("phone-04");
        long free = leg("phone-05");
        long talking = parked(STAYS);
        telephony.bridge(talking, agent, 1, NODE);
        long parked = parked(STAYS);
        long ringing = dial(NO_ANSWER);
        floor.awaitCall(ringing, "Ringing");
        floor.awaitCallEndsWith(talking, bridgedWith(agent));
        int from = floor.inputs.size();

        telephony.readChannels(NODE);

        Snapshot snapshot = floor.awaitSnapshot(from);
        assertThat(snapshot.calls())
                .contains(
                        new CallChannel(talking, Found.BRIDGED, agent),
                        new CallChannel(parked, Found.PARKED, 0),
                        new CallChannel(ringing, Found.RINGING, 0));
        assertThat(snapshot.legs())
                .contains(new LegChannel(agent, 1, Found.BRIDGED, talking), new LegChannel(free, 1, Found.PARKED, 0));
        hangUp(talking);
        hangUp(parked);
        hangUp(ringing);
        drop(agent);
        drop(free);
    }

    @Test
    void aLegIsLostInTheMiddleOfATalk() {
        long agent = leg("phone-06");
        long call = parked(STAYS);
        telephony.bridge(call, agent, 1, NODE);
        floor.awaitCallEndsWith(call, bridgedWith(agent));

        try (RawAmi other = other()) {
            assertThat(other.ask("Action: Hangup", "Channel: tct-a-" + agent + "-1", "Cause: 16"))
                    .contains("Success");
        }

        floor.awaitLeg(agent, "LegParked", "LegEnded(16)");
        floor.awaitCallEndsWith(call, bridgedWith(agent), "Ended(16)");
    }

    @Test
    void aBridgeWithALegThatIsNotThereFails() {
        long call = parked(STAYS);
        long agent = ids.incrementAndGet();
        telephony.bridge(call, agent, 1, NODE);

        floor.awaitCallEndsWith(call, "Parked", "BridgeFailed(" + agent + ")");
        hangUp(call);
    }

    @Test
    void callsOutliveTheLinkAndAreFoundAgain() {
        long agent = leg("phone-07");
        long stays = parked(STAYS);
        long leaves = parked(HANGS_UP_AFTER_2_S);
        int from = floor.inputs.size();
        proxy.refusing = true;
        proxy.cut();
        floor.await1(NodeDown.class, down -> true, from);
        await().pollDelay(Duration.ofSeconds(3)).until(() -> true);
        proxy.refusing = false;

        Snapshot snapshot = floor.awaitSnapshot(from);

        assertThat(snapshot.calls()).contains(new CallChannel(stays, Found.PARKED, 0));
        assertThat(snapshot.calls()).extracting(CallChannel::callId).doesNotContain(leaves);
        assertThat(snapshot.legs()).contains(new LegChannel(agent, 1, Found.PARKED, 0));
        telephony.bridge(stays, agent, 1, NODE);
        floor.awaitCall(stays, "Ringing", "Answered", "Parked", bridgedWith(agent));
        hangUp(stays);
        floor.awaitLeg(agent, "LegParked", "LegParked");
        drop(agent);
    }

    @Test
    void aSilentLinkIsThrownAway() {
        int from = floor.inputs.size();
        proxy.frozen = true;
        NodeDown down = floor.await1(NodeDown.class, input -> true, from);
        proxy.frozen = false;

        assertThat(down.reason()).contains("no pong");
        floor.awaitSnapshot(from);
        floor.awaitCall(dial(BUSY), "Ended(17)");
    }

    @Test
    void afterARestartTheNodeIsEmptyAndWorks() {
        long agent = leg("phone-08");
        long call = parked(STAYS);
        int from = floor.inputs.size();

        asterisk.restart();

        floor.await1(NodeDown.class, down -> true, from);
        Snapshot snapshot = floor.awaitSnapshot(from);
        assertThat(snapshot.calls()).extracting(CallChannel::callId).doesNotContain(call);
        assertThat(snapshot.legs()).extracting(LegChannel::agentId).doesNotContain(agent);
        floor.awaitCall(dial(BUSY), "Ended(17)");
    }

    private long dial(String number) {
        return dial(number, OriginateRequest.NO_DETECTION);
    }

    private long dial(String number, String amd) {
        await().atMost(FloorRecorder.PATIENCE)
                .until(() -> telephony.nodes().getFirst().up());
        long call = ids.incrementAndGet();
        telephony.originate(new OriginateRequest(call, NODE, "carrier", number, "+15550199", 3_000, amd));
        return call;
    }

    private long parked(String number) {
        long call = dial(number);
        floor.awaitCall(call, "Ringing", "Answered", "Parked");
        return call;
    }

    private long leg(String phone) {
        await().atMost(FloorRecorder.PATIENCE)
                .until(() -> telephony.nodes().getFirst().up());
        long agent = ids.incrementAndGet();
        telephony.connectLeg(agent, 1, NODE, phone);
        floor.awaitLeg(agent, "LegParked");
        return agent;
    }

    private void hangUp(long call) {
        telephony.hangUp(call, NODE);
        floor.awaitCallEndsWith(call, "Ended(16)");
    }

    private void drop(long agent) {
        telephony.dropLeg(agent, 1, NODE);
        await().atMost(FloorRecorder.PATIENCE)
                .untilAsserted(() -> assertThat(floor.leg(agent)).endsWith("LegEnded(16)"));
    }

    private void awaitSnapshotOf(long call, Found found) {
        await().atMost(FloorRecorder.PATIENCE).untilAsserted(() -> {
            int from = floor.inputs.size();
            telephony.readChannels(NODE);
            assertThat(floor.awaitSnapshot(from).calls()).contains(new CallChannel(call, found, 0));
        });
    }

    private RawAmi other() {
        return new RawAmi(asterisk.port(), asterisk.actionsUser(), asterisk.actionsSecret());
    }

    private static String bridgedWith(long agent) {
        return "Bridged(" + agent + ")";
    }
}
