package io.tactus.floor.routing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

/** A floor in which as many callers wait as is wished, with the time that each decision takes. A caller waits 100 s on average, so demands relax too. */
final class RoutingLoad {
    private static final int QUEUES = 50;
    private static final int AGENTS = 500;
    private static final int SKILLS = 40;
    private static final long SECOND = 1_000_000;
    private static final long MEAN_WAIT = 100 * SECOND;

    /** Nanoseconds: p50, p99, worst. */
    record Figures(long[] agentFree, long[] callerArrives) {
        Figures better(Figures other) {
            return new Figures(lower(agentFree, other.agentFree), lower(callerArrives, other.callerArrives));
        }

        private static long[] lower(long[] one, long[] other) {
            return one[1] <= other[1] ? one : other;
        }

        String row(int waiting) {
            return String.format(
                    Locale.ROOT,
                    "| %,d | %.1f | %.1f | %.0f | %.1f | %.1f | %.0f |",
                    waiting,
                    agentFree[0] / 1e3,
                    agentFree[1] / 1e3,
                    agentFree[2] / 1e3,
                    callerArrives[0] / 1e3,
                    callerArrives[1] / 1e3,
                    callerArrives[2] / 1e3);
        }
    }

    private final Random random;
    private final Router router = new Router(Ageing.USUAL);
    private final List<Long> busy = new ArrayList<>();
    private long now = 1_000 * SECOND;
    private long nextCaller = 1;
    private int waiting;

    private RoutingLoad(long seed) {
        random = new Random(seed);
        for (long queue = 1; queue <= QUEUES; queue++) {
            Strategy strategy = Strategy.values()[random.nextInt(Strategy.values().length)];
            router.queueIs(new QueueRules(queue, random.nextInt(4), strategy, demand(), 20 * SECOND), now);
        }
        for (long agent = 1; agent <= AGENTS; agent++) {
            TreeSet<Long> queues = new TreeSet<>();
            Map<Integer, Integer> skills = new HashMap<>();
            for (int i = 0; i < 10; i++) {
                queues.add(1L + random.nextInt(QUEUES));
                skills.put(1 + random.nextInt(SKILLS), 1 + random.nextInt(9));
            }
            router.agentIn(new AgentProfile(agent, queues, new Levels(skills), 0), now);
            busy.add(agent);
        }
    }

    /** A skill, which is given up in two steps: else those would pile up for whom there is nobody. */
    private Demand demand() {
        int skill = 1 + random.nextInt(SKILLS);
        int level = 3 + random.nextInt(4);
        return new Demand(
                new Levels(Map.of(skill, level)),
                List.of(new Demand.Step(30 * SECOND, skill, 2), new Demand.Step(90 * SECOND, skill, 0)));
    }

    static Figures measure(int callers, int decisions, long seed) {
        RoutingLoad load = new RoutingLoad(seed);
        while (load.waiting < callers) {
            load.now += MEAN_WAIT / callers;
            load.callerArrives();
        }
        long[] free = new long[decisions / 2];
        long[] arrives = new long[decisions / 2];
        for (int i = 0, j = 0; i < free.length || j < arrives.length; ) {
            load.now += MEAN_WAIT / callers / 2;
            boolean arrival = load.waiting < callers;
            if (load.busy.isEmpty()) {
                load.someoneElseWorks();
            }
            long took = arrival ? load.callerArrives() : load.agentFree();
            if (arrival && j < arrives.length) {
                arrives[j++] = took;
            } else if (!arrival && i < free.length) {
                free[i++] = took;
            }
        }
        return new Figures(percentiles(free), percentiles(arrives));
    }

    private static long[] percentiles(long[] nanos) {
        Arrays.sort(nanos);
        return new long[] {nanos[nanos.length / 2], nanos[nanos.length * 99 / 100], nanos[nanos.length - 1]};
    }

    private void someoneElseWorks() {
        for (long agent = 1; agent <= AGENTS; agent += 2) {
            router.agentBusy(agent);
            busy.add(agent);
        }
    }

    private long callerArrives() {
        Caller caller = new Caller(
                nextCaller++,
                1 + random.nextInt(QUEUES),
                now,
                random.nextInt(10),
                random.nextInt(20) == 0,
                random.nextInt(5) == 0 ? demand() : Demand.NONE,
                random.nextInt(5) == 0 ? 1 + random.nextInt(AGENTS) : 0);
        waiting++;
        long from = System.nanoTime();
        router.callerIn(caller, now);
        return serve(from);
    }

    private long agentFree() {
        long agent = busy.remove(random.nextInt(busy.size()));
        long from = System.nanoTime();
        router.agentFree(agent, now);
        return serve(from);
    }

    private long serve(long from) {
        List<Match> matches = new ArrayList<>(2);
        for (var next = router.next(now); next.isPresent(); next = router.next(now)) {
            matches.add(next.get());
        }
        long took = System.nanoTime() - from;
        for (Match match : matches) {
            waiting--;
            busy.add(match.agentId());
        }
        return took;
    }
}
