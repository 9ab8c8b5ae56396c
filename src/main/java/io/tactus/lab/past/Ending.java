package io.tactus.lab.past;

/** What became of a dial. */
public enum Ending {
    /** A person answered and talked with an agent. */
    TALKED,
    /** A person answered and got no agent in time. */
    ABANDONED,
    /** A person answered and hung up before an agent was free. */
    LEFT,
    /** A machine answered, and nobody's time was spent on it. */
    MACHINE,
    /** The line was busy. */
    BUSY,
    /** The number does not exist. */
    INVALID,
    /** The network had no way to the number. */
    CONGESTION,
    /** The call was declined. */
    REJECTED,
    /** It rang and nobody answered. */
    RANG_OUT,
    /** Given up by the dialer while it rang, or lost from sight: what would have become of it later is unknown. */
    GIVEN_UP;

    /** Whether a person answered. */
    public boolean live() {
        return this == TALKED || this == ABANDONED || this == LEFT;
    }

    /** Whether a person answered and was not served, by the strict reading: who hangs up first counts as well. */
    public boolean unserved() {
        return this == ABANDONED || this == LEFT;
    }
}
