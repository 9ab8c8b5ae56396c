package io.tactus.floor.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;

/** The naive twin of {@link Router}: keeps nothing in order and looks at every pair each time, word for word as the rules are written. */
final class SlowRouter {
    private static final class Agent {
        AgentProfile profile;
        boolean free;
        long since;
        int calls;
        final Map<Long, Integer> lastTurn = new HashMap<>();

        Agent(AgentProfile profile) {
            this.profile = profile;
        }
    }

    private final Ageing ageing;
    private final Map<Long, QueueRules> queues = new HashMap<>();
    private final Map<Long, Agent> agents = new HashMap<>();
    final List<Caller> callers = new ArrayList<>();
    private int turns;

    SlowRouter(Ageing ageing) {
        this.ageing = ageing;
    }

    void queueIs(QueueRules rules) {
        queues.put(rules.id(), rules);
    }

    void agentIn(AgentProfile profile) {
        Agent agent = agents.computeIfAbsent(profile.id(), id -> new Agent(profile));
        agent.profile = profile;
        agent.calls = profile.callsToday();
    }

    void agentOut(long id) {
        agents.remove(id);
    }

    void agentFree(long id, long since) {
        Agent agent = agents.get(id);
        agent.free = true;
        agent.since = since;
    }

    void agentBusy(long id) {
        if (agents.containsKey(id)) {
            agents.get(id).free = false;
        }
    }

    void callerIn(Caller caller) {
        callers.add(caller);
    }

    void callerOut(long id) {
        callers.removeIf(caller -> caller.id() == id);
    }

    Optional<Match> next(long now, LongPredicate mayGo) {
        Optional<Caller> best = callers.stream()
                .filter(caller -> agents.values().stream().anyMatch(agent -> fits(caller, agent, now, mayGo)))
                .min(order());
        return best.map(caller -> {
            QueueRules queue = queues.get(caller.queueId());
            Agent chosen = agents.values().stream()
                    .filter(agent -> fits(caller, agent, now, mayGo))
                    .min(Comparator.comparing((Agent agent) -> agent.profile.id() != caller.lastAgentId())
                            .thenComparing(agent -> first(queue, agent))
                            .thenComparing(agent -> agent.since)
                            .thenComparing(agent -> agent.profile.id()))
                    .orElseThrow();
            callers.remove(caller);
            chosen.free = false;
            chosen.calls++;
            chosen.lastTurn.put(queue.id(), ++turns);
            return new Match(caller, chosen.profile.id());
        });
    }

    int position(Caller caller) {
        return (int) callers.stream()
                .filter(other -> other.queueId() == caller.queueId() && order().compare(other, caller) <= 0)
                .count();
    }

    private Comparator<Caller> order() {
        return Comparator.comparingLong((Caller c) -> c.arrivedMicros() - headStart(c))
                .thenComparingLong(Caller::arrivedMicros)
                .thenComparingLong(Caller::id);
    }

    private long headStart(Caller caller) {
        int points = queues.get(caller.queueId()).priority() + caller.priority();
        return ageing.microsPerPoint() * (caller.vip() ? points + ageing.vipPoints() : points);
    }

    private static int first(QueueRules queue, Agent agent) {
        int levels = queue.demand().first().of().keySet().stream()
                .mapToInt(agent.profile.skills()::level)
                .sum();
        return switch (queue.strategy()) {
            case LONGEST_IDLE -> 0;
            case FEWEST_CALLS -> agent.calls;
            case ROUND_ROBIN -> agent.lastTurn.getOrDefault(queue.id(), 0);
            case BEST_SKILL -> -levels;
            case LEAST_SKILL -> levels;
        };
    }

    private boolean fits(Caller caller, Agent agent, long now, LongPredicate mayGo) {
        if (!agent.free || !mayGo.test(agent.profile.id()) || !able(caller, agent, now)) {
            return false;
        }
        Agent last = agents.get(caller.lastAgentId());
        boolean held = last != null
                && now - caller.arrivedMicros() < queues.get(caller.queueId()).holdMicros()
                && able(caller, last, now);
        return !held || last == agent;
    }

    boolean able(Caller caller, long agentId, long now) {
        return able(caller, agents.get(agentId), now);
    }

    private boolean able(Caller caller, Agent agent, long now) {
        QueueRules queue = queues.get(caller.queueId());
        return agent.profile.queues().contains(queue.id())
                && meets(agent.profile.skills(), queue.demand(), now - caller.arrivedMicros())
                && meets(agent.profile.skills(), caller.demand(), now - caller.arrivedMicros());
    }

    private static boolean meets(Levels skills, Demand demand, long waited) {
        for (Map.Entry<Integer, Integer> asked : demand.first().of().entrySet()) {
            int level = asked.getValue();
            for (Demand.Step step : demand.steps()) {
                if (step.skill() == asked.getKey() && step.afterMicros() <= waited) {
                    level = Math.min(level, step.level());
                }
            }
            if (skills.of().getOrDefault(asked.getKey(), 0) < level) {
                return false;
            }
        }
        return true;
    }
}
