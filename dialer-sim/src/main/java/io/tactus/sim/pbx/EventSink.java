package io.tactus.sim.pbx;

import io.tactus.sim.message.Message;

/** Where the events of the simulated Asterisk go. Called on the world thread, in the order of the events. */
@FunctionalInterface
public interface EventSink {

    /** Takes one event for all sessions that want it. */
    void publish(Message event);
}
