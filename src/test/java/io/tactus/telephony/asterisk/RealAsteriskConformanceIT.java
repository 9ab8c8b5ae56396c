package io.tactus.telephony.asterisk;

import org.junit.jupiter.api.Assumptions;

/** The suite against a real Asterisk with SIPp as carrier and phones; switched off by {@code -Dtactus.real-asterisk=false}. */
class RealAsteriskConformanceIT extends TelephonyConformance {
    @Override
    AsteriskUnderTest startAsterisk() {
        Assumptions.assumeTrue(LoopbackAsterisk.possible(), "needs root on a Debian-like machine");
        return new LoopbackAsterisk();
    }
}
