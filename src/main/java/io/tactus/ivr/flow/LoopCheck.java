package io.tactus.ivr.flow;

import io.tactus.ivr.flow.Exit.Taker;
import io.tactus.ivr.flow.Finding.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds rounds in which a caller who does nothing would stay. Exits that only a caller's keys take are left out; what then still leads back to
 * itself has no end that is sure: conditions and look-ups may answer the same for ever. Going back to a menu by a key is no such round, and a
 * question that is asked again is none either, since its attempts are counted inside of the node.
 *
 * <p>Tarjan, "Depth-first search and linear graph algorithms", 1972. The depth of the recursion is bounded by the nodes of a flow.
 */
final class LoopCheck {
    private final Flow flow;
    private final List<String> order;
    private final Map<String, Integer> index = new HashMap<>();
    private final Map<String, Integer> lowest = new HashMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final Set<String> isOpen = new HashSet<>();
    private final List<List<String>> rounds = new ArrayList<>();

    private LoopCheck(Flow flow) {
        this.flow = flow;
        this.order = List.copyOf(flow.nodes().keySet());
    }

    static void check(Flow flow, Findings findings) {
        if (flow.nodes().size() > Limits.MOST_NODES) {
            return;
        }
        LoopCheck check = new LoopCheck(flow);
        for (String id : check.order) {
            if (!check.index.containsKey(id)) {
                check.visit(id);
            }
        }
        check.rounds.sort(Comparator.comparing(round -> check.order.indexOf(round.getFirst())));
        for (List<String> round : check.rounds) {
            String way = round.size() == 1 ? "to itself" : "round among " + String.join(", ", round);
            findings.add(
                    Kind.ENDLESS,
                    round.getFirst(),
                    "",
                    "A caller who does nothing can be led " + way
                            + " for ever: let one of the exits on this way, which no key takes, lead out of it.");
        }
    }

    private List<String> silent(String id) {
        return flow.exits(id).stream()
                .filter(exit -> exit.taker() == Taker.ENGINE)
                .map(Exit::to)
                .filter(flow.nodes()::containsKey)
                .toList();
    }

    private void visit(String id) {
        index.put(id, index.size());
        lowest.put(id, index.get(id));
        open.push(id);
        isOpen.add(id);
        for (String next : silent(id)) {
            if (!index.containsKey(next)) {
                visit(next);
                lowest.merge(id, lowest.get(next), Math::min);
            } else if (isOpen.contains(next)) {
                lowest.merge(id, index.get(next), Math::min);
            }
        }
        if (lowest.get(id).equals(index.get(id))) {
            close(id);
        }
    }

    private void close(String root) {
        List<String> members = new ArrayList<>();
        String member;
        do {
            member = open.pop();
            isOpen.remove(member);
            members.add(member);
        } while (!member.equals(root));
        if (members.size() > 1 || silent(root).contains(root)) {
            members.sort(Comparator.comparing(order::indexOf));
            rounds.add(members);
        }
    }
}
