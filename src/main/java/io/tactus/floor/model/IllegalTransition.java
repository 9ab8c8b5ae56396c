package io.tactus.floor.model;

/** A state machine was asked for a step that its table does not hold: a defect of the floor, never of its inputs. */
public final class IllegalTransition extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    IllegalTransition(String thing, long id, Enum<?> from, Enum<?> to) {
        super("%s %d cannot go from %s to %s: the step is not in the transition table".formatted(thing, id, from, to));
    }
}
