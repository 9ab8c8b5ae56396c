package io.tactus.pacing.forecast;

import java.util.Arrays;

/**
 * How long each agent takes, as a multiple of what is usual. An agent's mean is drawn towards one the more, the less the agents differ and the fewer
 * of the agent's own durations were seen (empirical Bayes for a normal mean: weight n / (n + within / between)).
 */
final class Paces {
    private static final double AGENT_MEMORY = 60;
    private static final double ALL_MEMORY = 400;
    /** Share of the spread that differences between agents must exceed to be believed. */
    private static final double CHANCE = 0.02;

    private static final double LEAST_PULL = 1;
    private static final double MOST_PULL = 500;
    private static final int KEPT_PER_AGENT = 3;

    /** What was seen of one agent. */
    private static final class Seen {
        double count;
        double ratios;
        /** The pace as of that many ends of all agents; it moves with the others' as well. */
        Pace pace = Pace.USUAL;

        long asOf = -1;

        double mean() {
            return ratios / count;
        }
    }

    /**
     * How long an agent takes.
     *
     * @param factor the agent's durations over the usual ones
     * @param step the factor on a scale of {@link #STEPS} steps, three to a doubling, the usual pace in the middle
     */
    record Pace(double factor, int step) {
        /** Paces that are told apart, from 0.4 to 2.5. */
        static final int STEPS = 9;

        static final Pace USUAL = new Pace(1, STEPS / 2);
        private static final double STEPS_TO_TWO = 3;

        static Pace of(double factor) {
            double steps = USUAL.step + STEPS_TO_TWO * StrictMath.log(factor) / StrictMath.log(2);
            return new Pace(factor, (int) Math.clamp(Math.round(steps), 0, STEPS - 1));
        }

        /** The factor in the middle of a step. */
        static double factorOf(int step) {
            return StrictMath.pow(2, (step - USUAL.step) / STEPS_TO_TWO);
        }
    }

    /** A mean that forgets. */
    private static final class Mean {
        double count;
        double value;

        void add(double each) {
            count = count * (1 - 1 / ALL_MEMORY) + 1;
            value += (each - value) / count;
        }

        void keep(String name, ForecastMemory.Writer memory) {
            memory.exact(name, count, value);
        }

        void recall(String name, ForecastMemory memory) {
            memory.findWeights(name, 2).ifPresent(kept -> {
                count = kept[0];
                value = kept[1];
            });
        }
    }

    /** Agents' ids in ascending order, and what was seen of each; arrays, since a map would box the id at every look-up. */
    private long[] ids = new long[0];

    private Seen[] agents = new Seen[0];
    private final Mean usual = new Mean();
    private final Mean spread = new Mean();
    private final Mean within = new Mean();
    private long ends;

    /** An agent took so long. */
    void ended(long agentId, double seconds) {
        usual.add(seconds);
        double ratio = seconds / Math.max(1e-3, usual.value);
        int place = placeOf(agentId);
        if (place < 0) {
            place = -place - 1;
            insert(place, agentId, new Seen());
        }
        Seen seen = agents[place];
        if (seen.count >= 1) {
            double off = ratio - seen.mean();
            spread.add((ratio - 1) * (ratio - 1));
            within.add(off * off * seen.count / (seen.count + 1));
        }
        double keep = 1 - 1 / AGENT_MEMORY;
        seen.count = seen.count * keep + 1;
        seen.ratios = seen.ratios * keep + ratio;
        ends++;
    }

    /** The agent's pace; the usual one for an agent of whom nothing is known. */
    Pace of(long agentId) {
        int place = placeOf(agentId);
        if (place < 0) {
            return Pace.USUAL;
        }
        Seen seen = agents[place];
        if (seen.asOf != ends) {
            seen.asOf = ends;
            seen.pace = pace(seen);
        }
        return seen.pace;
    }

    private int placeOf(long agentId) {
        return Arrays.binarySearch(ids, agentId);
    }

    private void insert(int place, long agentId, Seen seen) {
        long[] moreIds = Arrays.copyOf(ids, ids.length + 1);
        Seen[] moreAgents = Arrays.copyOf(agents, ids.length + 1);
        System.arraycopy(ids, place, moreIds, place + 1, ids.length - place);
        System.arraycopy(agents, place, moreAgents, place + 1, ids.length - place);
        moreIds[place] = agentId;
        moreAgents[place] = seen;
        ids = moreIds;
        agents = moreAgents;
    }

    private Pace pace(Seen seen) {
        if (spread.count == 0) {
            return Pace.USUAL;
        }
        double between = spread.value * (1 - CHANCE) - within.value;
        double pull = between <= 0 ? MOST_PULL : Math.clamp(within.value / between, LEAST_PULL, MOST_PULL);
        return Pace.of((seen.ratios + pull) / (seen.count + pull));
    }

    void keep(String name, ForecastMemory.Writer memory) {
        usual.keep(name + ".usual", memory);
        spread.keep(name + ".spread", memory);
        within.keep(name + ".within", memory);
        double[] all = new double[KEPT_PER_AGENT * ids.length];
        for (int i = 0; i < ids.length; i++) {
            all[KEPT_PER_AGENT * i] = ids[i];
            all[KEPT_PER_AGENT * i + 1] = agents[i].count;
            all[KEPT_PER_AGENT * i + 2] = agents[i].ratios;
        }
        memory.exact(name + ".agents", all);
    }

    void recall(String name, ForecastMemory memory) {
        usual.recall(name + ".usual", memory);
        spread.recall(name + ".spread", memory);
        within.recall(name + ".within", memory);
        memory.findRows(name + ".agents", KEPT_PER_AGENT).ifPresent(kept -> {
            for (int i = 0; i < kept.length; i += KEPT_PER_AGENT) {
                Seen seen = new Seen();
                seen.count = kept[i + 1];
                seen.ratios = kept[i + 2];
                if (seen.count < 1) {
                    throw new IllegalArgumentException(name + " knows an agent of whom nothing was seen");
                }
                int place = placeOf((long) kept[i]);
                if (place >= 0) {
                    throw new IllegalArgumentException(name + " knows agent " + ids[place] + " twice");
                }
                insert(-place - 1, (long) kept[i], seen);
            }
        });
    }
}
