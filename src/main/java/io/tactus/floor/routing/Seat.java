package io.tactus.floor.routing;

import java.util.HashMap;
import java.util.Map;

/** An agent who is logged in. */
final class Seat {
    /** Stands for an agent's place in the order in which a queue chooses. */
    record Choice(long first, long freeSinceMicros, long agentId) implements Comparable<Choice> {
        @Override
        public int compareTo(Choice other) {
            int byFirst = Long.compare(first, other.first);
            int byTime = byFirst != 0 ? byFirst : Long.compare(freeSinceMicros, other.freeSinceMicros);
            return byTime != 0 ? byTime : Long.compare(agentId, other.agentId);
        }
    }

    AgentProfile profile;
    boolean free;
    long freeSinceMicros;
    int calls;
    /** The number of the latest match of this agent in each queue, counted over all matches of the router. */
    private final Map<Long, Long> turns = new HashMap<>();

    Seat(AgentProfile profile) {
        this.profile = profile;
        this.calls = profile.callsToday();
    }

    Choice choice(QueueRules queue) {
        long first = switch (queue.strategy()) {
            case LONGEST_IDLE -> 0;
            case FEWEST_CALLS -> calls;
            case ROUND_ROBIN -> turns.getOrDefault(queue.id(), 0L);
            case BEST_SKILL -> -profile.skills().sumOver(queue.demand().first());
            case LEAST_SKILL -> profile.skills().sumOver(queue.demand().first());
        };
        return new Choice(first, freeSinceMicros, profile.id());
    }

    void matched(long queueId, long turn) {
        free = false;
        calls++;
        turns.put(queueId, turn);
    }
}
