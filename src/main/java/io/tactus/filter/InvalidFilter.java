package io.tactus.filter;

import java.util.List;

/** What was read is no filter. */
public final class InvalidFilter extends Exception {
    private static final long serialVersionUID = 1L;

    /** Something wrong. @param place such as {@code filter.all[2].values[0]} @param message what is wrong, to be read after the place */
    public record Mistake(String place, String message) {}

    private final transient List<Mistake> mistakes;

    InvalidFilter(List<Mistake> mistakes) {
        super("no filter: " + mistakes);
        this.mistakes = List.copyOf(mistakes);
    }

    /** Everything that is wrong; one at least. */
    public List<Mistake> mistakes() {
        return mistakes;
    }
}
