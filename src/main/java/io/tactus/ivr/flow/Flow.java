package io.tactus.ivr.flow;

import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The way of a caller, as data. It need not be a good one: {@link FlowValidator} says what is wrong with it.
 *
 * @param language in which callers are addressed at first, such as {@code en} or {@code de-CH}; the variable {@code language} begins with it
 * @param zone in which hours are meant and dates are said
 * @param data names of what the engine may know of a caller beforehand; a variable each, empty when it does not know
 * @param hours tables of opening hours by their names
 * @param start id of the first node
 * @param nodes by their ids, in the order in which they were written
 */
public record Flow(
        String language,
        ZoneId zone,
        List<String> data,
        SortedMap<String, Hours> hours,
        String start,
        Map<String, Node> nodes) {
    /** The caller's number; empty when it is withheld. Flows read it only. */
    public static final String CALLER = "caller";
    /** The number that was called. Flows read it only. */
    public static final String DID = "did";
    /** The language in which the caller is addressed. Flows may set it. */
    public static final String LANGUAGE = "language";

    /** Copies the collections, in their order: two runs of one flow must not differ. */
    public Flow {
        data = List.copyOf(data);
        hours = Collections.unmodifiableSortedMap(new TreeMap<>(hours));
        nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
    }

    /** The node with this id. */
    public Optional<Node> find(String id) {
        return Optional.ofNullable(nodes.get(id));
    }

    /** Ids of all prompts that it plays, in order. */
    public SortedSet<Long> prompts() {
        SortedSet<Long> prompts = new TreeSet<>();
        nodes.values().stream()
                .flatMap(node -> NodeContent.phrases(node).stream())
                .forEach(phrase -> {
                    if (phrase instanceof Phrase.Recorded recorded) {
                        prompts.add(recorded.prompt());
                    }
                });
        return prompts;
    }

    /** The exits of the node with this id; none when there is no such node. */
    List<Exit> exits(String id) {
        return find(id).map(Node::exits).orElse(List.of());
    }
}
