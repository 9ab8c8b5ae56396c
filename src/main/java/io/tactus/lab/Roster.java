package io.tactus.lab;

import java.time.Duration;

/** Who works: when the agents come and go, and how long their wrap-ups are. */
interface Roster {
    /** Begins the run. */
    void begin();

    /** How much longer this agent takes than others. */
    double pace(long agent);

    /** The agent's next wrap-up. */
    Duration wrapUp(long agent, Scenario.WrapUp usual);
}
