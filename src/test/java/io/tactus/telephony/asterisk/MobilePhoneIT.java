package io.tactus.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tactus.floor.effect.TelephonyEffect.Monitor;
import io.tactus.floor.model.Agent;
import io.tactus.floor.model.Monitoring;
import io.tactus.telephony.AgentPhone;
import java.time.Duration;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Legs to agents' own mobiles on a real Asterisk: SIPp plays who picks up, with a key as tones or as a voicemail box. */
class MobilePhoneIT extends ConformanceStage {
    private static final String TRUNK = "carrier-mobile";
    /** Answers after 1 s, presses 1 three seconds later, stays for a minute. */
    private static final String PRESSES_1 = "+999000011005300";
    /** Answers after 1 s, talks, and presses nothing. */
    private static final String PRESSES_NOTHING = "+999000010005300";
    /** A voicemail box: greeting, beep, silence. */
    private static final String VOICEMAIL = "+15550108";

    @Override
    AsteriskUnderTest startAsterisk() {
        Assumptions.assumeTrue(LoopbackAsterisk.possible(), "needs root on a Debian-like machine");
        return new LoopbackAsterisk();
    }

    private long ring(String number) {
        long agent = ids.incrementAndGet();
        telephony.connectLeg(agent, 1, NODE, AgentPhone.mobile(TRUNK, number));
        return agent;
    }

    @Test
    void whoPressesOneStandsAndTakesCalls() {
        long agent = ring(PRESSES_1);
        floor.awaitLeg(agent, "LegParked");

        long call = parked(STAYS);
        telephony.bridge(call, agent, 1, NODE);
        floor.awaitCallEndsWith(call, bridgedWith(agent));
        telephony.hangUp(call, NODE);
        floor.awaitLeg(agent, "LegParked", "LegParked");
        drop(agent);
    }

    /** What a guest is, whom an agent has called outside: asked for no key. */
    private long guest(String number) {
        long guest = Agent.guestId(7, (int) (ids.incrementAndGet() % 1_000_000 + 1));
        telephony.connectLeg(guest, 1, NODE, AgentPhone.guest(TRUNK, number));
        floor.awaitLeg(guest, "LegParked");
        return guest;
    }

    @Test
    void aGuestSpeaksWithTheAgentAndKeepsTheCustomer() {
        long agent = leg("phone-01");
        long call = parked(STAYS);
        telephony.bridge(call, agent, 1, NODE);
        floor.awaitCallEndsWith(call, bridgedWith(agent));
        long guest = guest(STAYS);
        telephony.hold(call, NODE);
        floor.awaitCallEndsWith(call, "Held");
        telephony.monitor(new Monitor(guest, 1, agent, 1, Monitoring.WHISPER, 0, NODE));
        await().pollDelay(Duration.ofMillis(500)).until(() -> true);

        telephony.bridge(call, guest, 1, NODE);
        floor.awaitCallEndsWith(call, bridgedWith(guest));
        telephony.hangUp(call, NODE);
        floor.awaitLeg(guest, "LegParked", "LegParked");
        drop(guest);
        drop(agent);
    }

    @Test
    void aGuestWhoHangsUpLeavesTheCustomerWithMusicForTheFloorToEnd() {
        long call = parked(STAYS);
        long guest = guest(HANGS_UP_AFTER_2_S);
        telephony.bridge(call, guest, 1, NODE);
        floor.awaitCallEndsWith(call, bridgedWith(guest), "Held");
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(floor.leg(guest).getLast()).startsWith("LegEnded"));
        hangUp(call);
    }

    @Test
    void whoPressesNothingIsNoAgentAndIsHungUp() {
        long person = ring(PRESSES_NOTHING);
        long box = ring(VOICEMAIL);

        // Asked three times, with some seconds for the key each.
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(floor.leg(person)).containsExactly("LegEnded(16)"));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(floor.leg(box)).containsExactly("LegEnded(16)"));
    }
}
