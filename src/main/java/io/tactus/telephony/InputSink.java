package io.tactus.telephony;

import io.tactus.floor.input.Input;

/** Takes inputs for the floor from any thread. */
@FunctionalInterface
public interface InputSink {
    /**
     * Hands over an input without waiting.
     *
     * @return false when the queue is full: the input is lost, the link counts as unhealthy and is to be resynchronised
     */
    boolean offer(Input input);
}
