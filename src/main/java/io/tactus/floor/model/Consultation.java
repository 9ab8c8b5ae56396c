package io.tactus.floor.model;

/** How far an agent has come who was called by a colleague, as the colleague sees it. */
public enum Consultation {
    NONE,
    /** Said yes, and waits until the customer is on hold. */
    COMING,
    /** The two speak with each other, and no customer hears them. */
    PRIVATE,
    /** The customer is on the way back from hold, into the conference. */
    JOINING,
    /** Both speak with the customer. */
    CONFERENCE
}
