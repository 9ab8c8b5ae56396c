package io.tactus.lab.storm;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes a story that breaks a promise as short as it can be: fewer faults, fewer agents, fewer leads. */
final class Shrinker {
    /** Stories told in search of a shorter one. */
    private static final int ATTEMPTS = 400;

    private final long seed;
    private int attempts;
    private Plan plan;
    private Set<Fault> spared = Set.of();
    private Story.Ending worst;

    /** The shortest story found. */
    record Shortest(Plan plan, List<Fault> faults, String promise, List<String> told) {}

    private Shrinker(long seed, Plan plan, Story.Ending ending) {
        this.seed = seed;
        this.plan = plan;
        this.worst = ending;
    }

    static Shortest shortest(long seed) {
        Plan plan = Plan.of(new Dice(seed));
        Story.Ending ending = Story.tell(seed, plan, Set.of(), new Totals(), false);
        if (ending.good()) {
            throw new IllegalArgumentException("the story of seed " + seed + " breaks no promise");
        }
        Shrinker shrinker = new Shrinker(seed, plan, ending);
        boolean shorter;
        do {
            shorter = shrinker.smallerWorld() | shrinker.fewerFaults();
        } while (shorter && shrinker.attempts < ATTEMPTS);
        Story.Ending told = Story.tell(seed, shrinker.plan, shrinker.spared, new Totals(), true);
        return new Shortest(shrinker.plan, told.faults(), told.promise(), told.told());
    }

    /** Keeps what is tried if a promise is still broken, and sooner or with less. */
    private boolean keep(Plan smaller, Set<Fault> more) {
        attempts++;
        Story.Ending ending = Story.tell(seed, smaller, more, new Totals(), false);
        if (ending.good()) {
            return false;
        }
        plan = smaller;
        spared = more;
        worst = ending;
        return true;
    }

    private boolean smallerWorld() {
        boolean shorter = false;
        while (plan.agents() > 1 && attempts < ATTEMPTS && keep(plan.withAgents(plan.agents() / 2), spared)) {
            shorter = true;
        }
        while (plan.leads() > 2 && attempts < ATTEMPTS && keep(plan.withLeads(plan.leads() / 2), spared)) {
            shorter = true;
        }
        return shorter;
    }

    /** Takes away halves of the faults, then quarters, down to one by one. */
    private boolean fewerFaults() {
        boolean shorter = false;
        for (int part = Math.max(1, worst.faults().size() / 2); part >= 1; part /= 2) {
            int from = 0;
            while (from < worst.faults().size() && attempts < ATTEMPTS) {
                List<Fault> present = new ArrayList<>(worst.faults());
                Set<Fault> more = new HashSet<>(spared);
                more.addAll(present.subList(from, Math.min(present.size(), from + part)));
                if (keep(plan, more)) {
                    shorter = true;
                } else {
                    from += part;
                }
            }
        }
        return shorter;
    }
}
