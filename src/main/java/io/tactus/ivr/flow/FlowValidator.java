package io.tactus.ivr.flow;

import io.tactus.ivr.flow.Finding.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Says everything that is wrong with a flow; of one with more nodes than there may be, neither rounds nor variables. Of a flow without findings holds: every exit leads on, every node can be reached, what it names
 * there is, and a caller who does nothing comes to the end of the call after at most as many nodes as the flow has.
 */
public final class FlowValidator {
    private FlowValidator() {}

    /** All findings, a thousand at most: those of limits first, then kind by kind in the order of the nodes. @param catalogue what there is to be named */
    public static List<Finding> check(Flow flow, Catalogue catalogue) {
        Findings findings = new Findings();
        LimitCheck.check(flow, findings);
        Set<String> reached = reached(flow);
        checkStart(flow, findings);
        flow.nodes().forEach((id, node) -> checkExits(flow, id, node, findings));
        checkReached(flow, reached, findings);
        LoopCheck.check(flow, findings);
        flow.nodes().forEach((id, node) -> NameCheck.check(flow, id, node, catalogue, findings));
        VariableCheck.check(flow, reached, findings);
        return findings.all();
    }

    private static void checkStart(Flow flow, Findings findings) {
        if (flow.start().equals(Exit.NOWHERE)) {
            findings.add(Kind.DEAD_END, "", "start", "The flow has no first node: name one as its start.");
        } else if (!flow.nodes().containsKey(flow.start())) {
            findings.add(
                    Kind.UNKNOWN_NODE, "", "start", "The flow starts with " + flow.start() + ", which there is not.");
        }
    }

    private static void checkExits(Flow flow, String id, Node node, Findings findings) {
        for (Exit exit : node.exits()) {
            if (exit.leadsNowhere()) {
                findings.add(
                        Kind.DEAD_END, id, exit.word(), "The exit " + exit.word() + " leads nowhere: name a node.");
            } else if (!flow.nodes().containsKey(exit.to())) {
                findings.add(
                        Kind.UNKNOWN_NODE,
                        id,
                        exit.word(),
                        "The exit " + exit.word() + " leads to " + exit.to() + ", which there is not.");
            }
        }
    }

    private static void checkReached(Flow flow, Set<String> reached, Findings findings) {
        if (!flow.nodes().containsKey(flow.start())) {
            return;
        }
        for (String id : flow.nodes().keySet()) {
            if (!reached.contains(id)) {
                findings.add(
                        Kind.UNREACHABLE,
                        id,
                        "",
                        "Nobody comes here from the start: join it to the flow or remove it.");
            }
        }
    }

    private static Set<String> reached(Flow flow) {
        Set<String> reached = new HashSet<>();
        Deque<String> next = new ArrayDeque<>(List.of(flow.start()));
        while (!next.isEmpty()) {
            String id = next.pop();
            if (flow.nodes().containsKey(id) && reached.add(id)) {
                flow.exits(id).forEach(exit -> next.push(exit.to()));
            }
        }
        return reached;
    }
}
