package io.tactus.sim.world;

import java.time.Duration;

/** Who, or what, is on the far end of an answered call. All durations are simulated time. */
public sealed interface Party {

    /**
     * A person.
     *
     * @param talk how long a conversation with an agent lasts
     * @param patience silence after which the person hangs up when no agent comes
     * @param listens how long the person listens to a recorded message before hanging up
     * @param speaks how long the person speaks when asked to leave a message
     * @param hangsUpFirst true: ends the conversation; false: leaves that to the agent
     */
    record Person(Duration talk, Duration patience, Duration listens, Duration speaks, boolean hangsUpFirst)
            implements Party {}

    /**
     * An answering machine or a mailbox.
     *
     * @param greeting from the answer to the beep
     * @param tape how long it records after the beep, then it hangs up
     */
    record Machine(Duration greeting, Duration tape) implements Party {}

    /** An agent's phone: stays until it is told to hang up. */
    record AgentPhone() implements Party {}
}
