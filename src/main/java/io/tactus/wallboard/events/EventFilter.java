package io.tactus.wallboard.events;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which events a client wants: {@code campaign=3,4&agent=7&type=call,agent.changed}; what is left out lets everything through. */
record EventFilter(Set<Long> campaigns, Set<Long> agents, Set<String> types) {
    /** The query is not as it should be; the message is for the client. */
    static final class NotAFilter extends Exception {
        private static final long serialVersionUID = 1;

        NotAFilter(String message) {
            super(message);
        }
    }

    EventFilter {
        campaigns = Set.copyOf(campaigns);
        agents = Set.copyOf(agents);
        types = Set.copyOf(types);
    }

    /** Reads the query of the request. */
    static EventFilter parse(@Nullable String query) throws NotAFilter {
        Set<Long> campaigns = new HashSet<>();
        Set<Long> agents = new HashSet<>();
        Set<String> types = new HashSet<>();
        for (String pair : query == null || query.isEmpty() ? new String[0] : query.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            String value = parts.length < 2 ? "" : decoded(parts[1]);
            for (String word : value.split(",", -1)) {
                switch (parts[0]) {
                    case "campaign" -> campaigns.add(id("campaign", word));
                    case "agent" -> agents.add(id("agent", word));
                    case "type" -> types.add(type(word));
                    default -> throw new NotAFilter("filters are campaign, agent and type");
                }
            }
        }
        return new EventFilter(campaigns, agents, types);
    }

    private static String decoded(String value) throws NotAFilter {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new NotAFilter("the query is not encoded as a URL's should be");
        }
    }

    private static long id(String name, String word) throws NotAFilter {
        try {
            return Long.parseLong(word);
        } catch (NumberFormatException e) {
            throw new NotAFilter(name + " must be an id");
        }
    }

    private static String type(String word) throws NotAFilter {
        if (FloorEvent.TYPES.stream().noneMatch(known -> known.equals(word) || known.startsWith(word + "."))) {
            throw new NotAFilter("type is none that there is, see docs/rest.md");
        }
        return word;
    }

    /** Whether the client wants this event. What concerns everybody passes the filters of campaigns and agents. */
    boolean wants(FloorEvent event) {
        return (types.isEmpty() || types.contains(event.type()) || types.contains(family(event.type())))
                && (event.general()
                        || (campaigns.isEmpty() || campaigns.contains(event.campaign()))
                                && (agents.isEmpty() || agents.contains(event.agent())));
    }

    private static String family(String type) {
        int dot = type.indexOf('.');
        return dot < 0 ? type : type.substring(0, dot);
    }
}
