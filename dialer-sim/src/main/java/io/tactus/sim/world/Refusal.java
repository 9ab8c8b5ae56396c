package io.tactus.sim.world;

/** Ways in which a network turns a call down before anyone answers, with what Asterisk 22 makes of each. */
public enum Refusal {
    /** The line is in use (SIP 486). */
    BUSY(17, "BUSY", 486),
    /** The number does not exist (SIP 404). */
    INVALID(1, "NOANSWER", 404),
    /** The carrier has no circuit, or is down (SIP 503). */
    CONGESTION(34, "CONGESTION", 503),
    /** The person, or a filter on the phone, declines (SIP 603). */
    REJECTED(21, "NOANSWER", 603);

    private final int hangupCause;
    private final String dialStatus;
    private final int sipStatus;

    Refusal(int hangupCause, String dialStatus, int sipStatus) {
        this.hangupCause = hangupCause;
        this.dialStatus = dialStatus;
        this.sipStatus = sipStatus;
    }

    /** The Q.850 cause of the Hangup event. */
    public int hangupCause() {
        return hangupCause;
    }

    /** The DialStatus of the DialEnd event; Asterisk reports 404 and 603 as NOANSWER, so only the cause tells them apart. */
    public String dialStatus() {
        return dialStatus;
    }

    /** The SIP status behind it. */
    public int sipStatus() {
        return sipStatus;
    }
}
