package io.tactus.floor.routing;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Levels of skills: what an agent can do, or what is required of an agent.
 *
 * @param of skill to level, {@value #LOWEST} to {@value #HIGHEST}; a skill that is not in it is not there, or not needed
 */
public record Levels(SortedMap<Integer, Integer> of) {
    public static final int LOWEST = 1;
    public static final int HIGHEST = 9;

    /** No skill. */
    public static final Levels NONE = new Levels(Map.of());

    /** Takes a copy. @throws IllegalArgumentException when a level is out of range */
    public Levels {
        of = Collections.unmodifiableSortedMap(new TreeMap<>(of));
        of.forEach(Levels::require);
    }

    /** From any map. */
    public Levels(Map<Integer, Integer> of) {
        this(new TreeMap<>(of));
    }

    /** The level of this skill; 0 for none. */
    public int level(int skill) {
        return of.getOrDefault(skill, 0);
    }

    /** Whether each required skill is there, at its level or above. */
    public boolean meet(Levels required) {
        for (Map.Entry<Integer, Integer> skill : required.of.entrySet()) {
            if (level(skill.getKey()) < skill.getValue()) {
                return false;
            }
        }
        return true;
    }

    /** Sum of the levels in the skills that are named there. */
    public int sumOver(Levels named) {
        int sum = 0;
        for (int skill : named.of.keySet()) {
            sum += level(skill);
        }
        return sum;
    }

    /** What meets both. */
    public Levels and(Levels other) {
        if (other.of.isEmpty() || of.isEmpty()) {
            return of.isEmpty() ? other : this;
        }
        SortedMap<Integer, Integer> both = new TreeMap<>(of);
        other.of.forEach((skill, level) -> both.merge(skill, level, Math::max));
        return new Levels(both);
    }

    private static void require(int skill, int level) {
        if (level < LOWEST || level > HIGHEST) {
            throw new IllegalArgumentException(
                    "skill %d has level %d, expected %d to %d".formatted(skill, level, LOWEST, HIGHEST));
        }
    }
}
