package io.tactus.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tactus.floor.effect.StoreEffect;
import io.tactus.floor.effect.TelephonyEffect;
import io.tactus.floor.input.AgentInput;
import io.tactus.floor.model.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Agents without a standing leg: the phone is rung when a customer has answered. The engine's own floor decides here. */
abstract class OnDemandConformance extends SupervisionConformance {
    private static final String NO_LEG = ", leg NONE";

    private LivingFloor living;

    private void live() {
        living = new LivingFloor(telephony, NODE);
        floor.listener = living::hear;
        telephony.readChannels(NODE);
    }

    @AfterEach
    void endLife() {
        floor.listener = input -> {};
        if (living != null) {
            living.close();
            living = null;
        }
    }

    @Test
    void thePhoneRingsForTheCallAndTheAgentHangsUp() {
        live();
        long agent = ids.incrementAndGet();
        long call = ids.incrementAndGet();
        living.agent(agent, "phone-slow", true);
        living.awaitAgent(agent, "READY" + NO_LEG);
        living.lead(call, STAYS);
        living.awaitAgent(agent, "RESERVED, leg CONNECTING");

        StoreEffect.CallConnected connected = living.awaitConnected(call);

        // The phone rings for 1 s; the answer's budget includes it.
        assertThat(connected.atMicros() - connected.answeredAtMicros())
                .isBetween(900_000L, LivingFloor.BUDGET.toMillis() * 1_000);
        living.awaitAgent(agent, "TALKING, leg BRIDGED");
        living.tell(new AgentInput.HungUp(agent));
        assertThat(living.awaitEnd(call).outcome()).isEqualTo(Outcome.ANSWERED);
        floor.awaitLeg(agent, "LegParked", "LegParked", "LegEnded(16)");
        living.awaitAgent(agent, "READY" + NO_LEG);
    }

    @Test
    void thePhoneIsHungUpWhenTheCustomerLeaves() {
        live();
        long agent = ids.incrementAndGet();
        long call = ids.incrementAndGet();
        living.agent(agent, "phone-01", true);
        living.lead(call, HANGS_UP_AFTER_2_S);

        assertThat(living.awaitConnected(call).agentId()).isEqualTo(agent);
        assertThat(living.awaitEnd(call).outcome()).isEqualTo(Outcome.ANSWERED);
        floor.awaitLeg(agent, "LegParked", "LegParked", "LegEnded(16)");
        living.awaitAgent(agent, "READY" + NO_LEG);
        long next = ids.incrementAndGet();
        living.lead(next, STAYS);
        assertThat(living.awaitConnected(next).agentId()).isEqualTo(agent);
        living.tell(new AgentInput.HungUp(agent));
        living.awaitEnd(next);
        living.awaitAgent(agent, "READY" + NO_LEG);
    }

    @Test
    void aPhoneThatIsNotPickedUpPausesItsAgentAndTheCallIsAbandoned() {
        live();
        long agent = ids.incrementAndGet();
        long call = ids.incrementAndGet();
        living.agent(agent, "phone-silent", true);
        living.lead(call, STAYS);

        StoreEffect.CallEnded ended = living.awaitEnd(call);

        assertThat(ended.outcome()).isEqualTo(Outcome.ABANDONED);
        assertThat(living.all(StoreEffect.CallConnected.class)).isEmpty();
        living.awaitAgent(agent, "PAUSED PHONE_NOT_ANSWERED" + NO_LEG);
        assertThat(living.all(TelephonyEffect.DropLeg.class))
                .extracting(TelephonyEffect.DropLeg::agentId)
                .contains(agent);
        floor.awaitLeg(agent, "LegEnded(16)");
        int from = floor.inputs.size();
        telephony.readChannels(NODE);
        assertThat(floor.awaitSnapshot(from).legs()).noneMatch(leg -> leg.agentId() == agent);
    }

    @Test
    void aPhoneThatCannotBeRungPausesItsAgentAndAnotherTakesTheCall() {
        live();
        long agent = ids.incrementAndGet();
        long other = ids.incrementAndGet();
        long call = ids.incrementAndGet();
        living.agent(agent, "nosuchphone", true);
        living.awaitAgent(agent, "READY" + NO_LEG);
        living.agent(other, "phone-02", true);
        living.awaitAgent(other, "READY" + NO_LEG);
        living.lead(call, STAYS);

        assertThat(living.awaitConnected(call).agentId()).isEqualTo(other);
        living.awaitAgent(agent, "PAUSED PHONE_NOT_ANSWERED" + NO_LEG);
        living.tell(new AgentInput.HungUp(other));
        assertThat(living.awaitEnd(call).outcome()).isEqualTo(Outcome.ANSWERED);
        living.awaitAgent(other, "READY" + NO_LEG);
    }
}
