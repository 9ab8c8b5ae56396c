package io.tactus.floor.model;

/** How a campaign decides to dial. */
public enum DialMode {
    /** Agents dial by hand; the engine launches nothing. */
    MANUAL,
    /** A lead is shown to a reserved agent, who starts the call. */
    PREVIEW,
    /** One call per free agent. */
    PROGRESSIVE,
    /** A fixed number of calls per free agent, below the abandonment cap. */
    POWER,
    /** As many calls as the forecast of agents and answers bears, below the abandonment cap. */
    PREDICTIVE,
    /** Nobody is dialled: a queue of callers who come in by themselves and share the agents. */
    INBOUND;

    /** Whether the engine launches the calls, as a pacing policy says. */
    public boolean engineLaunches() {
        return this == PROGRESSIVE || this == POWER || this == PREDICTIVE;
    }
}
