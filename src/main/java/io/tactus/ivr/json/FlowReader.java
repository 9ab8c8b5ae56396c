package io.tactus.ivr.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.tactus.ivr.flow.Flow;
import io.tactus.ivr.flow.Hours;
import io.tactus.ivr.flow.Node;
import io.tactus.ivr.json.InvalidFlow.Mistake;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads a flow from JSON. Exits may be left out while nobody knows where they lead; whether the flow is a good one, the validator says. Every
 * error names its place, such as {@code flow.nodes[2].says[0].text}, and what was expected there.
 */
public final class FlowReader {
    private static final Set<String> FIELDS = Set.of("language", "zone", "data", "hours", "start", "nodes");

    private FlowReader() {}

    /** The flow. @param place name of the part of the request in which it stands @throws InvalidFlow with what is wrong */
    public static Flow read(JsonNode json, String place) throws InvalidFlow {
        List<Mistake> mistakes = new ArrayList<>();
        Flow flow = flow(Place.root(json, place, mistakes));
        if (!mistakes.isEmpty()) {
            throw new InvalidFlow(mistakes);
        }
        return flow;
    }

    /** A flow that {@link FlowWriter} wrote. @throws IllegalStateException when it is none */
    public static Flow stored(JsonNode json) {
        try {
            return read(json, "flow");
        } catch (InvalidFlow e) {
            throw new IllegalStateException("a stored flow cannot be read", e);
        }
    }

    private static Flow flow(Place place) {
        if (!place.isObjectOf(FIELDS)) {
            return new Flow("", ZoneOffset.UTC, List.of(), new TreeMap<>(), "", Map.of());
        }
        SortedMap<String, Hours> hours = new TreeMap<>();
        Place tables = place.at("hours");
        tables.fields().forEach(name -> hours.put(name, HoursReader.read(tables.at(name))));
        List<String> data =
                place.at("data").elements().stream().map(Place::variable).toList();
        return new Flow(
                place.at("language").text(),
                zone(place.at("zone")),
                data,
                hours,
                place.at("start").exit(),
                nodes(place.at("nodes")));
    }

    private static ZoneId zone(Place place) {
        return place.parse(FlowReader::region, ZoneOffset.UTC, "is no time zone such as Europe/Berlin");
    }

    /** A region only: an offset does not know when clocks are changed. */
    private static ZoneId region(String text) {
        if (!ZoneId.getAvailableZoneIds().contains(text)) {
            throw new DateTimeException(text);
        }
        return ZoneId.of(text);
    }

    private static Map<String, Node> nodes(Place list) {
        Map<String, Node> nodes = new LinkedHashMap<>();
        for (Place place : list.elements()) {
            String id = place.at("id").text();
            if (nodes.put(id, NodeReader.read(place)) != null) {
                place.at("id").wrong("is the id of another node as well");
            }
        }
        return nodes;
    }
}
