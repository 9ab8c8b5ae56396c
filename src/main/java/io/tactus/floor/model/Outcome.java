package io.tactus.floor.model;

/** The closed set of outcomes; every attempt ends in exactly one. */
public enum Outcome {
    BUSY,
    NO_ANSWER,
    INVALID_NUMBER,
    CONGESTION,
    REJECTED,
    /** A machine answered. */
    MACHINE,
    /** A live person was connected to an agent, or hung up while that bridge was being made. */
    ANSWERED,
    /** A live person answered and got no agent within the campaign's answer budget (2.0 s by law in most places). */
    ABANDONED,
    /** Given up by the engine or an agent before anybody answered, or refused by Asterisk without a cause of the network. */
    FAILED,
    /** The engine, Asterisk or the link between them went away; how the call ended is unknown. */
    INTERRUPTED;

    /** Whether it tells if people answer; the network's refusals and our own failures do not. */
    public boolean tellsOfPeople() {
        return this != FAILED && this != INTERRUPTED && this != CONGESTION;
    }
}
