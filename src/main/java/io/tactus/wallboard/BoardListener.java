package io.tactus.wallboard;

/** Gets each picture of the floor; must return at once and never throw. */
@FunctionalInterface
public interface BoardListener {
    /** The floor now. */
    void on(Board board);
}
