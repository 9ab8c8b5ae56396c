package io.tactus.sim.pbx;

/** The states of a channel that an outgoing call passes through, with Asterisk's numbers and words. */
enum ChannelState {
    DOWN(0, "Down"),
    /** Somebody calls in and is not answered yet. */
    RING(4, "Ring"),
    RINGING(5, "Ringing"),
    UP(6, "Up");

    final int code;
    final String description;

    ChannelState(int code, String description) {
        this.code = code;
        this.description = description;
    }
}
