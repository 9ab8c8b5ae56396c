package io.tactus.alert;

/** What there are alerts for. Durations are in seconds of the engine's time. */
public enum AlertKind {
    /** An agent has been paused for so many seconds. */
    PAUSE_LONG(900, 10, 86_400),
    /** A talk has lasted for so many seconds. */
    TALK_LONG(1_800, 10, 86_400),
    /** A wrap-up has lasted for so many seconds. */
    WRAP_UP_LONG(180, 5, 86_400),
    /** An agent's phone rang for a call and nobody picked it up, so many seconds ago; the agent pauses since. */
    NOT_ANSWERED(1, 1, 3_600),
    /** An agent's phone has not been connected for so many seconds. */
    LEG_LOST(20, 1, 3_600),
    /** The share of abandoned calls has come to so much of the campaign's cap, 1 being the cap. */
    CAP_NEAR(0.9, 0.1, 1),
    /** A running campaign has so few leads at hand. */
    HOPPER_LOW(5, 0, 1_000),
    /** The network refuses everything on a trunk. */
    TRUNK_FAILING(1, 1, 1),
    /** There is no link to a telephony node. */
    NODE_DOWN(1, 1, 1),
    /** The engine launches no call at all. */
    DIALLING_BLOCKED(1, 1, 1);

    private final double usual;
    private final double least;
    private final double most;

    AlertKind(double usual, double least, double most) {
        this.usual = usual;
        this.least = least;
        this.most = most;
    }

    /** The threshold where nobody has chosen one. */
    public double usual() {
        return usual;
    }

    /** The lowest threshold. */
    public double least() {
        return least;
    }

    /** The highest threshold. */
    public double most() {
        return most;
    }

    /** Whether a value that was measured is beyond the threshold. */
    boolean beyond(double value, double threshold) {
        return this == HOPPER_LOW ? value <= threshold : value >= threshold;
    }
}
