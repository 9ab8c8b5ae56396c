package io.tactus.ivr.flow;

import io.tactus.ivr.flow.Finding.Kind;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds variables that no way from the start sets before they are read. One way is enough: on the others the variable is empty, which a
 * condition can ask.
 */
final class VariableCheck {
    private final Flow flow;
    /** A bit for each variable that is read anywhere: of others nobody asks. */
    private final Map<String, Integer> bits = new HashMap<>();

    private final Map<String, BitSet> known = new HashMap<>();

    private VariableCheck(Flow flow) {
        this.flow = flow;
    }

    /** @param reached nodes to which callers come; of the others nothing is said */
    static void check(Flow flow, Set<String> reached, Findings findings) {
        if (flow.nodes().size() <= Limits.MOST_NODES) {
            new VariableCheck(flow).check(reached, findings);
        }
    }

    private void check(Set<String> reached, Findings findings) {
        flow.nodes()
                .values()
                .forEach(node -> NodeContent.reads(node).forEach(name -> bits.putIfAbsent(name, bits.size())));
        walk();
        flow.nodes().forEach((id, node) -> {
            BitSet here = known.getOrDefault(id, new BitSet());
            for (String variable : NodeContent.reads(node)) {
                if (reached.contains(id) && !here.get(bits.getOrDefault(variable, 0))) {
                    findings.add(
                            Kind.UNSET_VARIABLE,
                            id,
                            "",
                            "The variable " + variable + " is read here, and nothing has set it on any way to here.");
                }
            }
        });
    }

    /** What may have been set when a caller comes to a node: the union over all ways, until it grows no more. */
    private void walk() {
        BitSet first = new BitSet();
        set(first, List.of(Flow.CALLER, Flow.DID, Flow.LANGUAGE));
        set(first, flow.data());
        known.put(flow.start(), first);
        Deque<String> changed = new ArrayDeque<>(List.of(flow.start()));
        while (!changed.isEmpty()) {
            String id = changed.remove();
            BitSet here = known.getOrDefault(id, new BitSet());
            for (Exit exit : flow.exits(id)) {
                BitSet after = (BitSet) here.clone();
                set(after, exit.sets());
                if (grows(exit.to(), after)) {
                    changed.add(exit.to());
                }
            }
        }
    }

    private boolean grows(String id, BitSet more) {
        Optional<BitSet> there = Optional.ofNullable(known.get(id));
        int before = there.map(BitSet::cardinality).orElse(-1);
        BitSet all = known.computeIfAbsent(id, none -> new BitSet());
        all.or(more);
        return all.cardinality() > before;
    }

    private void set(BitSet set, List<String> names) {
        for (String name : names) {
            Optional.ofNullable(bits.get(name)).ifPresent(set::set);
        }
    }
}
