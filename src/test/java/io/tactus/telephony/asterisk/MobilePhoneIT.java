package io.tactus.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
        telephony.connectLeg(agent, 1, NODE, new AgentPhone(TRUNK, number));
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
