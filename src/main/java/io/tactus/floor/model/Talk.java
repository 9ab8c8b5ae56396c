package io.tactus.floor.model;

/** What is done with a call while customer and agent have each other: hold, transfer, recording. Ids of 0 mean none. */
public final class Talk {
    /** A step that Asterisk was asked for and has not confirmed; one at a time. */
    public enum Step {
        NONE,
        TO_HOLD,
        FROM_HOLD,
        /** To another agent. */
        TO_AGENT,
        /** To an outside number. */
        OUTSIDE,
        /** Into a queue. */
        TO_QUEUE,
        /** To where any agent may pick the customer up. */
        TO_PARK
    }

    /** What the recording of the talk does. */
    public enum Tape {
        OFF,
        ON,
        /** Goes on without sound, for what must not be kept. */
        PAUSED,
        /** Nothing is recorded, though it was wanted: the telephony could not. */
        FAILED;

        /** Whether there is a recording, be it paused. */
        public boolean runs() {
            return this == ON || this == PAUSED;
        }
    }

    public Step step = Step.NONE;
    /** When the last step began. */
    public long stepMicros;
    /** The agent has put the customer on hold, or has tried to. */
    public boolean holdWanted;
    /** The agent's leg is gone, and the customer hears music until it is back. */
    public boolean alone;
    /** The agent to whom the call is on its way. */
    public long heirId;
    /** The queue to which the call is on its way. */
    public long queueId;
    /** The agent who had the call before; a late word of that bridge is no contradiction. */
    public long formerAgentId;
    /** The trunk that carries the second line of a call that was transferred outside; empty for none. */
    public String outsideTrunk = "";

    public Tape tape = Tape.OFF;
    /** Names the recording within the call: when it began, in microseconds; the last one when there is none now. */
    public long recording;
}
