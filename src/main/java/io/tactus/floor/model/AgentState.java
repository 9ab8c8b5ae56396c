package io.tactus.floor.model;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** What an agent is doing, as the floor sees it. */
public enum AgentState {
    LOGGED_OUT,
    /** The standing leg is being set up, or set up again after a loss. */
    LEG_CONNECTING,
    /** Free for the next call. */
    READY,
    /** Chosen for one call: a preview is shown, or the bridge is being made. */
    RESERVED,
    TALKING,
    WRAP_UP,
    /** Not available, with a pause code. */
    PAUSED;

    private static final Map<AgentState, Set<AgentState>> NEXT = new EnumMap<>(Map.of(
            LOGGED_OUT, EnumSet.of(LEG_CONNECTING, PAUSED),
            LEG_CONNECTING, EnumSet.of(READY, RESERVED, PAUSED, LOGGED_OUT),
            READY, EnumSet.of(RESERVED, PAUSED, LEG_CONNECTING, LOGGED_OUT),
            RESERVED, EnumSet.of(TALKING, READY, WRAP_UP, PAUSED, LEG_CONNECTING, LOGGED_OUT),
            TALKING, EnumSet.of(WRAP_UP, LOGGED_OUT),
            WRAP_UP, EnumSet.of(READY, RESERVED, PAUSED, LEG_CONNECTING, LOGGED_OUT),
            PAUSED, EnumSet.of(READY, RESERVED, LEG_CONNECTING, LOGGED_OUT)));

    /** Whether the agent is given to a call, or to what is left to do of it. */
    public boolean working() {
        return this == RESERVED || this == TALKING || this == WRAP_UP;
    }

    /** Whether an agent may go from this state straight to {@code next}. */
    public boolean allows(AgentState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }
}
