package io.tactus.ivr.run;

import java.time.Instant;

/**
 * Something that happened on a walk. Values of variables and collected digits are not in it: they may be a caller's own.
 *
 * @param node where the caller was; empty before the first node
 * @param detail what the event does not say; empty for nothing
 */
public record TraceEntry(Instant at, String node, Event event, String detail) {
    /** What happened. */
    public enum Event {
        STARTED,
        ENTERED,
        /** Everything was heard to its end. */
        SAID,
        /** Something could not be said, since its value is not of its kind. */
        LEFT_OUT,
        /** The caller pressed a key that counts. */
        KEY,
        /** The caller pressed no key. */
        NO_INPUT,
        /** The caller pressed another key, or too few. */
        NO_MATCH,
        /** The caller typed enough digits. */
        COLLECTED,
        /** A condition went one way. */
        DECIDED,
        /** A variable has a value. */
        SET,
        LOOKED_UP,
        QUEUED,
        /** An agent took the caller. */
        TAKEN,
        TALK_ENDED,
        TRANSFERRED,
        PROMISED,
        /** A message was taken. */
        MESSAGE,
        /** A survey's question was answered. */
        ANSWERED,
        /** Nothing came of what the node asked for. */
        REFUSED,
        /** It took too long. */
        TIMED_OUT,
        /** An exit leads nowhere: the flow was not checked. */
        LOST,
        /** The caller passed too many nodes. */
        TOO_LONG,
        /** The caller hung up. */
        HUNG_UP,
        /** The flow ended the call. */
        ENDED
    }
}
