package io.tactus.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tactus.floor.effect.TelephonyEffect.Monitor;
import io.tactus.floor.input.NetworkInput.Found;
import io.tactus.floor.model.Monitoring;
import org.junit.jupiter.api.Test;

/** A supervisor's leg hears an agent's. */
abstract class SupervisionConformance extends TalkConformance {
    private void monitor(long boss, long agent, Monitoring how, long call) {
        telephony.monitor(new Monitor(boss, 1, agent, 1, how, how == Monitoring.BARGE ? call : 0, NODE));
    }

    /** It stands and is not parked. In a talk that is joined, it is in a bridge without a customer of ours. */
    private void awaitLegAway(long agent) {
        await().atMost(FloorRecorder.PATIENCE).untilAsserted(() -> {
            int from = floor.inputs.size();
            telephony.readChannels(NODE);
            assertThat(floor.awaitSnapshot(from).legs()).anySatisfy(leg -> {
                assertThat(leg.agentId()).isEqualTo(agent);
                assertThat(leg.callId()).isZero();
                assertThat(leg.found()).isIn(Found.BUSY, Found.BRIDGED);
            });
        });
    }

    @Test
    void aSupervisorListensInAllWaysThroughTwoCallsAndStops() {
        long agent = leg("phone-01");
        long boss = leg("phone-02");
        long call = talk(agent);
        for (Monitoring how : Monitoring.values()) {
            monitor(boss, agent, how, call);
            awaitLegAway(boss);
        }
        hangUp(call);
        awaitLegs(agent, 2);
        long next = talk(agent);
        awaitLegAway(boss);
        telephony.parkLeg(boss, 1, NODE);
        floor.awaitLeg(boss, "LegParked", "LegParked");
        hangUp(next);
        drop(agent);
        drop(boss);
    }

    @Test
    void aLegThatHearsNobodyAnyMoreParksAndOneThatWasSentToNobodyEnds() {
        long agent = leg("phone-03");
        long boss = leg("phone-04");
        long call = talk(agent);
        monitor(boss, agent, Monitoring.LISTEN, call);
        awaitLegAway(boss);
        hangUp(call);
        drop(agent);
        floor.awaitLeg(boss, "LegParked", "LegParked");
        monitor(boss, agent, Monitoring.LISTEN, 0);
        floor.awaitLeg(boss, "LegParked", "LegParked", "LegEnded(0)");
    }

    @Test
    void aSupervisorTakesTheCustomerOver() {
        long agent = leg("phone-05");
        long boss = leg("phone-06");
        long call = talk(agent);
        monitor(boss, agent, Monitoring.BARGE, call);
        awaitLegAway(boss);
        telephony.bridge(call, boss, 1, NODE);
        floor.awaitCallEndsWith(call, bridgedWith(agent), bridgedWith(boss));
        awaitLegs(agent, 2);
        hangUp(call);
        floor.awaitLeg(boss, "LegParked", "LegParked");
        drop(agent);
        drop(boss);
    }

    @Test
    void ofALegThatIsGoneNothingIsSaidTwice() {
        long agent = leg("phone-07");
        long boss = leg("phone-08");
        drop(boss);
        monitor(boss, agent, Monitoring.LISTEN, 0);
        telephony.parkLeg(boss, 1, NODE);
        drop(agent);
        assertThat(floor.leg(boss)).containsExactly("LegParked", "LegEnded(16)");
    }
}
