package io.tactus.floor.routing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Who waits and who is free on one telephony node, and which caller goes to which agent.
 *
 * <p>{@link #next} gives, among the callers for whom a free agent is able, the one with the longest wait and head start ({@link Ageing}); that caller gets
 * the agent spoken with last if that one is free and able, else the one whom the queue's strategy chooses. Ask until nobody is left, whenever something
 * has changed, and when {@link #nextDeadlineMicros} has come. Times are microseconds and do not run backwards.
 *
 * <p>Callers who ask for the same stand in one line, each line keeps the free agents who are able, and the lines with both are kept in the order of who is
 * first in them. So a match costs no search, and an agent who becomes free costs a look at the lines of the queues that the agent serves.
 */
public final class Router {
    private final Ageing ageing;
    private final Map<Long, QueueRules> queues = new HashMap<>();
    private final Map<Long, Seat> seats = new LinkedHashMap<>();
    private final Map<Long, Place> places = new LinkedHashMap<>();
    private final Map<Long, Set<Place>> spokeWith = new HashMap<>();
    private final Lines lines = new Lines();
    private final TreeSet<Place> wakes = new TreeSet<>(Place::byWake);
    private long turn;

    /** Nobody waits, nobody is there. */
    public Router(Ageing ageing) {
        this.ageing = ageing;
    }

    /** A new queue, or new rules of one; who waits in it stays. */
    public void queueIs(QueueRules rules, long nowMicros) {
        advance(nowMicros);
        List<Place> waiting = new ArrayList<>();
        lines.of(rules.id()).forEach(line -> waiting.addAll(line.places));
        waiting.forEach(this::forget);
        queues.put(rules.id(), rules);
        waiting.forEach(place -> admit(place.caller, rules, nowMicros));
    }

    /** An agent logs in, or the profile of one changes, who stays as free or busy as before. */
    public void agentIn(AgentProfile profile, long nowMicros) {
        advance(nowMicros);
        Seat seat = seats.get(profile.id());
        if (seat == null) {
            seat = new Seat(profile);
            seats.put(profile.id(), seat);
        } else {
            part(seat);
            seat.profile = profile;
            seat.calls = profile.callsToday();
            join(seat);
        }
        fileThoseWhoSpokeWith(profile.id(), nowMicros);
    }

    /** An agent logs out; nothing happens when none is in. */
    public void agentOut(long agentId, long nowMicros) {
        advance(nowMicros);
        Seat seat = seats.remove(agentId);
        if (seat != null) {
            part(seat);
            fileThoseWhoSpokeWith(agentId, nowMicros);
        }
    }

    /** The agent may be given callers. @throws IllegalArgumentException when the agent is not logged in */
    public void agentFree(long agentId, long sinceMicros) {
        Seat seat = seats.get(agentId);
        if (seat == null) {
            throw new IllegalArgumentException("agent %d is not logged in, and cannot be free".formatted(agentId));
        }
        if (!seat.free || seat.freeSinceMicros != sinceMicros) {
            part(seat);
            seat.free = true;
            seat.freeSinceMicros = sinceMicros;
            join(seat);
        }
    }

    /** The agent may be given nobody: pauses, or has other work. Who was matched is busy already. */
    public void agentBusy(long agentId) {
        Seat seat = seats.get(agentId);
        if (seat != null) {
            part(seat);
            seat.free = false;
        }
    }

    /** Somebody waits. @throws IllegalArgumentException when there is no such queue, or the caller waits already */
    public void callerIn(Caller caller, long nowMicros) {
        advance(nowMicros);
        QueueRules queue = queues.get(caller.queueId());
        if (queue == null || places.containsKey(caller.id())) {
            throw new IllegalArgumentException("caller %d cannot wait in queue %d: %s"
                    .formatted(caller.id(), caller.queueId(), queue == null ? "no such queue" : "waits already"));
        }
        admit(caller, queue, nowMicros);
    }

    /** The caller waits no more: has hung up, or went elsewhere. Nothing happens when the caller does not wait. */
    public void callerOut(long callerId) {
        Place place = places.get(callerId);
        if (place != null) {
            forget(place);
        }
    }

    /** The next caller who is served and by whom; both are taken out. */
    public Optional<Match> next(long nowMicros) {
        return next(nowMicros, agentId -> true);
    }

    /** The same among the free agents who may go at present. @param mayGo asked of free agents by their id; who may not stays free */
    public Optional<Match> next(long nowMicros, LongPredicate mayGo) {
        advance(nowMicros);
        for (Line line : lines.open()) {
            Place place = line.places.first();
            Seat seat = agentFor(place, line, mayGo);
            if (seat != null) {
                forget(place);
                part(seat);
                seat.matched(line.queue.id(), ++turn);
                return Optional.of(new Match(place.caller, seat.profile.id()));
            }
        }
        return Optional.empty();
    }

    /** When time alone may change whom an agent may take; {@link Long#MAX_VALUE} for never. */
    public long nextDeadlineMicros() {
        return wakes.isEmpty() ? Long.MAX_VALUE : wakes.first().wakeMicros;
    }

    /** How many wait in the queue. */
    public int waiting(long queueId) {
        int waiting = 0;
        for (Line line : lines.of(queueId)) {
            waiting += line.places.size();
        }
        return waiting;
    }

    /** The caller's place among those of the same queue, 1 for who goes first; 0 when the caller does not wait. Counts those ahead. */
    public int position(long callerId) {
        Place place = places.get(callerId);
        if (place == null) {
            return 0;
        }
        int position = 1;
        for (Line line : lines.of(place.caller.queueId())) {
            position += line.places.headSet(place).size();
        }
        return position;
    }

    private void join(Seat seat) {
        if (seat.free) {
            lines.join(seat);
        }
    }

    private void part(Seat seat) {
        if (seat.free) {
            lines.part(seat);
        }
    }

    private @Nullable Seat agentFor(Place place, Line line, LongPredicate mayGo) {
        Seat last = seats.get(place.caller.lastAgentId());
        if (last != null && last.free && line.mayTake(last) && mayGo.test(last.profile.id())) {
            return last;
        }
        for (Seat.Choice choice : line.free) {
            if (mayGo.test(choice.agentId())) {
                return seats.get(choice.agentId());
            }
        }
        return null;
    }

    private void advance(long nowMicros) {
        while (!wakes.isEmpty() && wakes.first().wakeMicros <= nowMicros) {
            fileAgain(wakes.first(), nowMicros);
        }
    }

    private void admit(Caller caller, QueueRules queue, long nowMicros) {
        Place place = new Place(caller, caller.arrivedMicros() - ageing.headStartMicros(queue, caller));
        places.put(caller.id(), place);
        if (caller.lastAgentId() != 0) {
            spokeWith
                    .computeIfAbsent(caller.lastAgentId(), id -> new LinkedHashSet<>())
                    .add(place);
        }
        file(place, queue, nowMicros);
    }

    private void forget(Place place) {
        takeOut(place);
        places.remove(place.caller.id());
        Set<Place> others = spokeWith.get(place.caller.lastAgentId());
        if (others != null && others.remove(place) && others.isEmpty()) {
            spokeWith.remove(place.caller.lastAgentId());
        }
    }

    /** The agent has come, gone or changed: who spoke with that one last may be held or not held now. */
    private void fileThoseWhoSpokeWith(long agentId, long nowMicros) {
        for (Place place : spokeWith.getOrDefault(agentId, Set.of())) {
            fileAgain(place, nowMicros);
        }
    }

    private void fileAgain(Place place, long nowMicros) {
        QueueRules queue = place.line == null ? null : queues.get(place.caller.queueId());
        takeOut(place);
        if (queue != null) {
            file(place, queue, nowMicros);
        }
    }

    /** Puts the caller into the line of those who ask for the same now. */
    private void file(Place place, QueueRules queue, long nowMicros) {
        Caller caller = place.caller;
        long waited = nowMicros - caller.arrivedMicros();
        Levels required = queue.demand().after(waited).and(caller.demand().after(waited));
        boolean holds = caller.lastAgentId() != 0 && waited < queue.holdMicros();
        Seat last = holds ? seats.get(caller.lastAgentId()) : null;
        boolean held = last != null && last.profile.able(queue.id(), required);
        lines.enter(place, queue, new Line.Key(required, held ? caller.lastAgentId() : 0), seats.values());
        long next =
                Math.min(queue.demand().nextStepMicros(waited), caller.demand().nextStepMicros(waited));
        next = holds ? Math.min(next, queue.holdMicros()) : next;
        if (next != Long.MAX_VALUE) {
            place.wakeMicros = caller.arrivedMicros() + next;
            wakes.add(place);
        }
    }

    private void takeOut(Place place) {
        wakes.remove(place);
        place.wakeMicros = Long.MAX_VALUE;
        lines.leave(place);
    }
}
