package io.tactus.floor.routing;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedCollection;
import java.util.TreeSet;

/** All lines of all queues; those in which somebody could be served in the order of who is first in them. */
final class Lines {
    private final Map<Long, Map<Line.Key, Line>> ofQueues = new HashMap<>();
    private final TreeSet<Line> open = new TreeSet<>(Line::byFirst);

    /** Those that hold callers and agents for them. Not to be read on after a change. */
    SequencedCollection<Line> open() {
        return open;
    }

    Collection<Line> of(long queueId) {
        Map<Line.Key, Line> lines = ofQueues.get(queueId);
        return lines == null ? List.of() : lines.values();
    }

    /** Puts a caller into the line of this key. @param seats of everybody, for a line that is new */
    void enter(Place place, QueueRules queue, Line.Key key, Collection<Seat> seats) {
        Line line = ofQueues.computeIfAbsent(queue.id(), id -> new LinkedHashMap<>())
                .computeIfAbsent(key, k -> withFree(new Line(queue, k), seats));
        change(line, () -> line.places.add(place));
        place.line = line;
    }

    private static Line withFree(Line line, Collection<Seat> seats) {
        for (Seat seat : seats) {
            if (seat.free && line.mayTake(seat)) {
                line.free.add(seat.choice(line.queue));
            }
        }
        return line;
    }

    void leave(Place place) {
        Line line = place.line;
        if (line == null) {
            return;
        }
        change(line, () -> line.places.remove(place));
        place.line = null;
        if (line.places.isEmpty()) {
            ofQueues.computeIfPresent(line.queue.id(), (id, lines) -> {
                lines.remove(line.key);
                return lines;
            });
        }
    }

    /** The agent is free from now on. */
    void join(Seat seat) {
        for (long queue : seat.profile.queues()) {
            for (Line line : of(queue)) {
                if (line.mayTake(seat)) {
                    change(line, () -> line.free.add(seat.choice(line.queue)));
                }
            }
        }
    }

    /** The agent is free no more; to be called before anything changes by which queues choose. */
    void part(Seat seat) {
        for (long queue : seat.profile.queues()) {
            for (Line line : of(queue)) {
                if (line.mayTake(seat)) {
                    change(line, () -> line.free.remove(seat.choice(line.queue)));
                }
            }
        }
    }

    private void change(Line line, Runnable change) {
        if (line.open()) {
            open.remove(line);
        }
        change.run();
        if (line.open()) {
            open.add(line);
        }
    }
}
