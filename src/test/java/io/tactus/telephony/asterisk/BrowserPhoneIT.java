package io.tactus.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tactus.floor.input.AgentInput;
import io.tactus.floor.model.Outcome;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An agent whose phone is a browser, at a real Asterisk; the engine's own floor decides. */
class BrowserPhoneIT extends ConformanceStage {
    private static final Logger LOG = Logger.getLogger(BrowserPhoneIT.class);
    private static final String PHONE = "browser-01";
    private static final String READY = "READY, leg PARKED";
    /** A quarter of what a second brings. */
    private static final int SOME_PACKETS = 100;

    private LoopbackAsterisk real;
    private BrowserPhone browser;
    private LivingFloor living;
    private long agent;

    @Override
    AsteriskUnderTest startAsterisk() {
        Assumptions.assumeTrue(LoopbackAsterisk.possible(), "needs root on a Debian-like machine");
        real = new LoopbackAsterisk();
        return real;
    }

    @BeforeAll
    void startBrowser() {
        browser = new BrowserPhone();
    }

    @AfterAll
    void stopBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void sitDown() {
        living = new LivingFloor(telephony, NODE);
        floor.listener = living::hear;
        telephony.readChannels(NODE);
        open();
        agent = ids.incrementAndGet();
        long start = System.nanoTime();
        living.agent(agent, PHONE, false);
        living.awaitAgent(agent, READY);
        LOG.infof("leg stands after %d ms", millisSince(start));
    }

    @AfterEach
    void leave() {
        living.tell(new AgentInput.WantsLogout(agent));
        await().until(() -> living.agentIs(agent).startsWith("LOGGED_OUT")
                || living.agentIs(agent).equals("unknown"));
        floor.listener = input -> {};
        living.close();
        browser.vanish();
    }

    private void open() {
        browser.open(real.httpPort(), PHONE, real.browserSecret());
    }

    @Test
    void oneLegTakesCallAfterCallWithSoundBothWays() {
        for (int i = 0; i < 2; i++) {
            BrowserPhone.Line before = browser.line();
            long call = ids.incrementAndGet();
            living.lead(call, HANGS_UP_AFTER_4_S);
            assertThat(living.awaitConnected(call).agentId()).isEqualTo(agent);
            living.awaitAgent(agent, "TALKING, leg BRIDGED");

            assertThat(living.awaitEnd(call).outcome()).isEqualTo(Outcome.ANSWERED);

            BrowserPhone.Line after = browser.line();
            LOG.infof("browser before %s, after %s", before, after);
            assertThat(after.received() - before.received()).isGreaterThan(SOME_PACKETS);
            assertThat(after.sent() - before.sent()).isGreaterThan(SOME_PACKETS);
            assertThat(after.heard()).isGreaterThan(before.heard() + 0.001);
            assertThat(after.said()).isGreaterThan(before.said() + 0.001);
            LoopbackAsterisk.Media media = real.mediaOf(call);
            LOG.infof("Asterisk, customer's side: %s", media);
            // What went to the customer came from the browser.
            assertThat(media.sent()).isGreaterThan(SOME_PACKETS);
            assertThat(media.received()).isGreaterThan(SOME_PACKETS);
            living.awaitAgent(agent, READY);
        }
        assertThat(browser.number("registrations")).isEqualTo(1);
        assertThat(browser.number("sessions")).isEqualTo(1);
        assertThat(browser.problem()).isEmpty();
    }

    @Test
    void aPageThatIsLeftGivesUpTheLegAtOnce() {
        browser.leave();
        await().atMost(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(floor.leg(agent)).startsWith("LegParked", "Leg" + byeEnds()));
        living.awaitAgent(agent, "LEG_CONNECTING, leg NONE");
    }

    @Test
    void aPageThatVanishesCostsTheLegAndAnotherBringsItBack() {
        browser.vanish();
        long gone = System.nanoTime();
        // The WebSocket's end tells nothing; the silence does, after rtp_timeout.
        living.awaitAgent(agent, "LEG_CONNECTING, leg NONE");
        LOG.infof("leg lost after %d ms: %s", millisSince(gone), floor.leg(agent));
        assertThat(millisSince(gone)).isLessThan(8_000);
        open();
        long back = System.nanoTime();
        living.awaitAgent(agent, READY);
        LOG.infof("leg stands again after %d ms", millisSince(back));
        aShortTalk();
    }

    @Test
    void aPageThatVanishesInATalkEndsItAndAnotherTakesTheNextCall() {
        long call = ids.incrementAndGet();
        living.lead(call, STAYS);
        living.awaitAgent(agent, "TALKING, leg BRIDGED");

        browser.vanish();

        assertThat(living.awaitEnd(call).outcome()).isEqualTo(Outcome.ANSWERED);
        living.awaitAgent(agent, "LEG_CONNECTING, leg NONE");
        open();
        living.awaitAgent(agent, READY);
        aShortTalk();
    }

    private void aShortTalk() {
        long call = ids.incrementAndGet();
        living.lead(call, HANGS_UP_AFTER_2_S);
        assertThat(living.awaitConnected(call).agentId()).isEqualTo(agent);
        assertThat(living.awaitEnd(call).outcome()).isEqualTo(Outcome.ANSWERED);
        living.awaitAgent(agent, READY);
    }

    private static long millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }
}
