package io.tactus.floor.routing;

import org.jspecify.annotations.Nullable;

/** A caller's place: the order among all who wait, which never changes while the rules stay. */
final class Place implements Comparable<Place> {
    final Caller caller;
    /** Arrival less the head start; the lowest goes first. */
    final long rankMicros;

    @Nullable
    Line line;

    /** When its demand relaxes next or its hold ends; {@link Long#MAX_VALUE} for never. */
    long wakeMicros = Long.MAX_VALUE;

    Place(Caller caller, long rankMicros) {
        this.caller = caller;
        this.rankMicros = rankMicros;
    }

    @Override
    public int compareTo(Place other) {
        int byRank = Long.compare(rankMicros, other.rankMicros);
        int byArrival = byRank != 0 ? byRank : Long.compare(caller.arrivedMicros(), other.caller.arrivedMicros());
        return byArrival != 0 ? byArrival : Long.compare(caller.id(), other.caller.id());
    }

    static int byWake(Place one, Place other) {
        int byTime = Long.compare(one.wakeMicros, other.wakeMicros);
        return byTime != 0 ? byTime : Long.compare(one.caller.id(), other.caller.id());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(caller.id());
    }
}
