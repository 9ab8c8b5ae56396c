package io.tactus.floor.routing;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which skills are required of an agent, and how that relaxes while the caller waits: "level 5 of English; after 30 s level 3 is enough; after 90 s it is
 * not needed".
 *
 * @param first what is required on arrival
 * @param steps what is given up, in the order of time
 */
public record Demand(Levels first, List<Step> steps) {
    /** Nothing is required. */
    public static final Demand NONE = new Demand(Levels.NONE, List.of());

    /**
     * From then on less is enough.
     *
     * @param afterMicros of waiting, above 0
     * @param level that is enough from then on; 0: the skill is not needed any more
     */
    public record Step(long afterMicros, int skill, int level) {}

    /** Takes a copy. @throws IllegalArgumentException when a step does not come after the one before or does not relax anything */
    public Demand {
        steps = steps.stream()
                .sorted(Comparator.comparingLong(Step::afterMicros))
                .toList();
        Map<Integer, Integer> left = new HashMap<>(first.of());
        for (Step step : steps) {
            int before = left.getOrDefault(step.skill(), 0);
            if (step.afterMicros() <= 0 || step.level() < 0 || step.level() >= before) {
                throw new IllegalArgumentException(
                        "%s relaxes nothing: before it the level is %d; expected a time above 0 and a lower level"
                                .formatted(step, before));
            }
            left.put(step.skill(), step.level());
        }
    }

    /** What is required after waiting for so long. */
    public Levels after(long waitedMicros) {
        if (steps.isEmpty() || steps.getFirst().afterMicros() > waitedMicros) {
            return first;
        }
        SortedMap<Integer, Integer> left = new TreeMap<>(first.of());
        for (Step step : steps) {
            if (step.afterMicros() > waitedMicros) {
                break;
            }
            if (step.level() == 0) {
                left.remove(step.skill());
            } else {
                left.put(step.skill(), step.level());
            }
        }
        return new Levels(left);
    }

    /** The waiting time at which it relaxes next; {@link Long#MAX_VALUE} when it does not any more. */
    public long nextStepMicros(long waitedMicros) {
        for (Step step : steps) {
            if (step.afterMicros() > waitedMicros) {
                return step.afterMicros();
            }
        }
        return Long.MAX_VALUE;
    }
}
