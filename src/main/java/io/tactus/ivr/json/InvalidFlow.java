package io.tactus.ivr.json;

import java.util.List;

/** What was read is no flow. */
public final class InvalidFlow extends Exception {
    private static final long serialVersionUID = 1L;

    /** Something wrong. @param place such as {@code flow.nodes[2].choices.1} @param message what is wrong, to be read after the place */
    public record Mistake(String place, String message) {}

    private final transient List<Mistake> mistakes;

    InvalidFlow(List<Mistake> mistakes) {
        super("no flow: " + mistakes);
        this.mistakes = List.copyOf(mistakes);
    }

    /** What is wrong: one mistake at least, and the first {@value Place#MOST_MISTAKES} at most. */
    public List<Mistake> mistakes() {
        return mistakes;
    }
}
