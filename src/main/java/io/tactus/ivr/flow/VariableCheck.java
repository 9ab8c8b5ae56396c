package io.tactus.ivr.flow;

import io.tactus.ivr.flow.Finding.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds variables that no way from the start sets before they are read. One way is enough: on the others the variable is empty, which a
 * condition can ask.
 */
final class VariableCheck {
    private VariableCheck() {}

    /** @param reached nodes to which callers come; of the others nothing is said */
    static void check(Flow flow, Set<String> reached, Findings findings) {
        Map<String, Set<String>> known = known(flow);
        flow.nodes().forEach((id, node) -> {
            if (!reached.contains(id)) {
                return;
            }
            for (String variable : NodeContent.reads(node)) {
                if (!known.getOrDefault(id, Set.of()).contains(variable)) {
                    findings.add(
                            Kind.UNSET_VARIABLE,
                            id,
                            "The variable " + variable + " is read here, and nothing has set it on any way to here.");
                }
            }
        });
    }

    /** What may have been set when a caller comes to a node: the union over all ways, until it grows no more. */
    private static Map<String, Set<String>> known(Flow flow) {
        Set<String> first = new TreeSet<>(List.of(Flow.CALLER, Flow.DID, Flow.LANGUAGE));
        first.addAll(flow.data());
        Map<String, Set<String>> known = new HashMap<>();
        known.put(flow.start(), first);
        Deque<String> changed = new ArrayDeque<>(List.of(flow.start()));
        while (!changed.isEmpty()) {
            String id = changed.pop();
            Set<String> here = Set.copyOf(known.getOrDefault(id, Set.of()));
            for (Exit exit : flow.exits(id)) {
                boolean isNew = !known.containsKey(exit.to());
                Set<String> there = known.computeIfAbsent(exit.to(), to -> new TreeSet<>());
                boolean grew = there.addAll(here);
                grew |= there.addAll(exit.sets());
                if (grew || isNew) {
                    changed.push(exit.to());
                }
            }
        }
        return known;
    }
}
