package io.tactus.lab.storm;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Decides what goes wrong, and remembers what did. */
final class Faults {
    /** How rough each kind is in one story, from none to more than usual. */
    private static final double[] ROUGHNESS = {0, 0.3, 1, 3};

    private final Dice dice;
    private final Trace trace;
    private final Set<Fault> spared;
    private final Map<Fault.Kind, Double> rates = new EnumMap<>(Fault.Kind.class);
    private final List<Fault> struck = new ArrayList<>();
    private boolean over;

    /** @param calm nothing goes wrong in this story @param spared faults that do not happen although the seed says so */
    Faults(Dice dice, boolean calm, Set<Fault> spared, Trace trace) {
        this.dice = dice;
        this.trace = trace;
        this.spared = new HashSet<>(spared);
        for (Fault.Kind kind : Fault.Kind.values()) {
            double rough = ROUGHNESS[dice.below(ROUGHNESS.length, "roughness", kind.ordinal(), 0)];
            rates.put(kind, calm ? 0 : kind.rate * rough);
        }
    }

    /** Whether this goes wrong on this occasion. */
    boolean strikes(Fault.Kind kind, long subject, long number) {
        if (over || !dice.chance(rates.getOrDefault(kind, 0.0), kind.name(), subject, number)) {
            return false;
        }
        Fault fault = new Fault(kind, subject, number);
        if (spared.contains(fault)) {
            return false;
        }
        struck.add(fault);
        trace.fault(() -> kind.words() + (subject == 0 ? "" : " of " + subject));
        return true;
    }

    /** From now on nothing goes wrong any more. */
    void cease() {
        over = true;
    }

    List<Fault> struck() {
        return struck;
    }
}
