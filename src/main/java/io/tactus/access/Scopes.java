package io.tactus.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What API tokens may touch, in one table: the first part of the path names the area, the method says whether it reads or writes.
 * A path that is not in the table is closed to tokens.
 */
final class Scopes {
    private static final Map<String, String> AREAS = Map.ofEntries(
            Map.entry("campaigns", "campaigns"),
            Map.entry("dispositions", "campaigns"),
            Map.entry("dids", "campaigns"),
            Map.entry("prompts", "campaigns"),
            Map.entry("ivr-flows", "campaigns"),
            Map.entry("lists", "leads"),
            Map.entry("leads", "leads"),
            Map.entry("imports", "leads"),
            Map.entry("dnc", "dnc"),
            Map.entry("agents", "agents"),
            Map.entry("agent", "agent"),
            Map.entry("floor", "floor"),
            Map.entry("alerts", "floor"),
            Map.entry("lab", "lab"),
            Map.entry("voicemail", "voicemail"),
            Map.entry("recordings", "recordings"),
            Map.entry("callbacks", "leads"),
            Map.entry("missed-calls", "leads"),
            Map.entry("pause-codes", "agents"),
            Map.entry("audit", "audit"),
            Map.entry("users", "users"));
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private Scopes() {}

    /** The scope that a request needs; empty when no token may do it. */
    static Optional<String> needed(String method, String path) {
        List<String> parts = List.of(path.split("/"));
        boolean known = parts.size() > 2
                && parts.getFirst().isEmpty()
                && parts.get(1).equals("api")
                && AREAS.containsKey(parts.get(2));
        return known
                ? Optional.of(AREAS.get(parts.get(2)) + (onlyReads(method, path) ? ":read" : ":write"))
                : Optional.empty();
    }

    /** Whether a request changes nothing. A search, a count by a filter or a try-out has what it is about in its body; it still only reads. */
    static boolean onlyReads(String method, String path) {
        return READING.contains(method)
                || method.equals("POST")
                        && (path.endsWith("/search")
                                || path.endsWith("/filter/count")
                                || path.endsWith("/try-out")
                                || path.endsWith("/ivr-flows/findings"));
    }

    /** All scopes, in order. */
    static Set<String> all() {
        return AREAS.values().stream()
                .flatMap(area -> List.of(area + ":read", area + ":write").stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
