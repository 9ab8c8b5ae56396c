package io.tactus.ivr.flow;

import java.util.List;

/**
 * One way out of a node.
 *
 * @param word how it is written, such as {@code next} or {@code choices.1}
 * @param to id of the node to which it leads, or {@link #NOWHERE}
 * @param taker who decides that it is taken
 * @param sets variables that have a value once it was taken
 */
public record Exit(String word, String to, Taker taker, List<String> sets) {
    /** Not joined to any node yet. */
    public static final String NOWHERE = "";

    /** Who decides that an exit is taken. */
    public enum Taker {
        /** Only a caller who presses keys. */
        CALLER,
        /** The engine or the time: a caller who does nothing may come here. */
        ENGINE
    }

    /** Copies the list. */
    public Exit {
        sets = List.copyOf(sets);
    }

    /** An exit that only a caller who presses keys takes. */
    static Exit byCaller(String word, String to, String... sets) {
        return new Exit(word, to, Taker.CALLER, List.of(sets));
    }

    /** An exit that a caller who does nothing may take. */
    static Exit byEngine(String word, String to, String... sets) {
        return new Exit(word, to, Taker.ENGINE, List.of(sets));
    }

    /** Whether it leads nowhere. */
    public boolean leadsNowhere() {
        return to.equals(NOWHERE);
    }
}
