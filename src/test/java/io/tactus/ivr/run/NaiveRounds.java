package io.tactus.ivr.run;

import io.tactus.ivr.flow.Exit;
import io.tactus.ivr.flow.Flow;
import io.tactus.ivr.flow.Node;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The slow twin of the validator's search for rounds: who reaches whom, written out until nothing is added (Warshall). */
final class NaiveRounds {
    private NaiveRounds() {}

    static boolean hasOne(Flow flow) {
        Map<String, Set<String>> reached = new HashMap<>();
        flow.nodes().keySet().forEach(id -> {
            Set<String> next = new HashSet<>();
            Optional<Node> node = flow.find(id);
            node.ifPresent(each -> each.exits().stream()
                    .filter(exit -> exit.taker() == Exit.Taker.ENGINE)
                    .forEach(exit -> next.add(exit.to())));
            reached.put(id, next);
        });
        for (String via : flow.nodes().keySet()) {
            reached.forEach((from, to) -> {
                if (to.contains(via)) {
                    to.addAll(Set.copyOf(reached.get(via)));
                }
            });
        }
        return reached.entrySet().stream().anyMatch(entry -> entry.getValue().contains(entry.getKey()));
    }
}
