package io.tactus.ivr.flow;

/**
 * Something because of which a flow cannot be used.
 *
 * @param node id of the node; empty for the flow as a whole
 * @param field what of it, such as {@code choices.1} or {@code waitSeconds}; empty for all of it
 * @param sentence what is wrong, and what to do where that is not plain
 */
public record Finding(Kind kind, String node, String field, String sentence) {
    /** What kind of thing is wrong. */
    public enum Kind {
        /** An exit leads to a node that there is not. */
        UNKNOWN_NODE,
        /** An exit leads nowhere. */
        DEAD_END,
        /** Nobody comes to the node. */
        UNREACHABLE,
        /** A caller who does nothing would go round for ever. */
        ENDLESS,
        /** There is no such prompt. */
        NO_PROMPT,
        /** A variable is read that nothing has set before. */
        UNSET_VARIABLE,
        /** A queue, a box or a table of hours that there is not. */
        UNKNOWN_NAME,
        /** A number, a time or a text that is not allowed; these alone can be seen by the published schema. */
        NOT_ALLOWED
    }
}
