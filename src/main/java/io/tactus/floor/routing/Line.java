package io.tactus.floor.routing;

import java.util.TreeSet;

/** Callers of a queue who ask for the same just now, with the free agents who could take any of them. */
final class Line {
    /** @param heldFor the only agent who may take them; 0 for all who are able */
    record Key(Levels required, long heldFor) {}

    final QueueRules queue;
    final Key key;
    /** Who goes first is first. */
    final TreeSet<Place> places = new TreeSet<>();
    /** Whom the queue chooses first is first. */
    final TreeSet<Seat.Choice> free = new TreeSet<>();

    Line(QueueRules queue, Key key) {
        this.queue = queue;
        this.key = key;
    }

    boolean mayTake(Seat seat) {
        long id = seat.profile.id();
        return (key.heldFor == 0 || key.heldFor == id) && seat.profile.able(queue.id(), key.required);
    }

    /** Whether somebody waits who could be served. */
    boolean open() {
        return !places.isEmpty() && !free.isEmpty();
    }

    /** By who is first in them; each must hold somebody. Nobody is in two lines, so no two are equal. */
    static int byFirst(Line one, Line other) {
        return one.places.first().compareTo(other.places.first());
    }
}
