package io.tactus.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tactus.floor.input.CallInput;
import io.tactus.floor.input.NetworkInput.CallChannel;
import io.tactus.floor.input.NetworkInput.Found;
import io.tactus.floor.input.NetworkInput.LegChannel;
import io.tactus.floor.input.NetworkInput.NodeDown;
import io.tactus.floor.input.NetworkInput.Snapshot;
import io.tactus.telephony.OriginateRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/**
 * What every Asterisk must make the floor hear, flow by flow; the real one and the simulated one pass the same tests. Here the flows
 * of legs and links, after those of the calls and of the phones that ring for each call.
 */
abstract class TelephonyConformance extends OnDemandConformance {
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
            assertThat(other.ask("Action: Hangup", "Channel: tct-a-" + agent + "-1.", "Cause: 16"))
                    .contains("Success");
        }

        floor.awaitLeg(agent, "LegParked", "LegEnded(16)");
        // The customer hears music until the floor decides.
        floor.awaitCallEndsWith(call, bridgedWith(agent), "Held");
        hangUp(call);
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

    @Test
    void anAnswerIsBridgedAtOnce() {
        int calls = 8;
        Map<Long, Long> agents = new ConcurrentHashMap<>();
        List<Long> legs = new ArrayList<>();
        for (int i = 1; i <= calls; i++) {
            legs.add(leg("phone-0" + i));
        }
        floor.listener = input -> {
            if (input instanceof CallInput.Parked parked && agents.containsKey(parked.callId())) {
                telephony.bridge(parked.callId(), agents.get(parked.callId()), 1, NODE);
            }
        };
        for (long agent : legs) {
            long call = ids.incrementAndGet();
            agents.put(call, agent);
            telephony.originate(new OriginateRequest(call, NODE, "carrier", STAYS, "", 20_000, "-"));
        }

        agents.forEach((call, agent) -> floor.awaitCallEndsWith(call, "Parked", bridgedWith(agent)));
        floor.listener = input -> {};
        agents.keySet().forEach(this::hangUp);
        legs.forEach(this::drop);
        assertThat(telephony.metrics().answeredToBridged().getMinValue()).isLessThan(50_000_000);
    }
}
