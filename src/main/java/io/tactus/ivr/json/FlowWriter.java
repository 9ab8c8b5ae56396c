package io.tactus.ivr.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tactus.ivr.flow.Flow;
import io.tactus.ivr.flow.Hours;
import io.tactus.ivr.flow.Hours.Span;
import java.util.List;

/** Writes a flow as {@link FlowReader} reads it. */
public final class FlowWriter {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private FlowWriter() {}

    /** The flow as JSON. */
    public static ObjectNode write(Flow flow) {
        ObjectNode json = JSON.objectNode();
        json.put("language", flow.language());
        json.put("zone", flow.zone().getId());
        ArrayNode data = json.putArray("data");
        flow.data().forEach(data::add);
        ObjectNode hours = json.putObject("hours");
        flow.hours().forEach((name, table) -> hours.set(name, hours(table)));
        json.put("start", flow.start());
        ArrayNode nodes = json.putArray("nodes");
        flow.nodes().forEach((id, node) -> nodes.add(NodeWriter.write(id, node)));
        return json;
    }

    private static ObjectNode hours(Hours table) {
        ObjectNode json = JSON.objectNode();
        ObjectNode week = json.putObject("week");
        table.week().forEach((day, spans) -> week.set(HoursReader.word(day), spans(spans)));
        ObjectNode holidays = json.putObject("holidays");
        table.holidays().forEach((day, spans) -> holidays.set(day.toString(), spans(spans)));
        return json;
    }

    private static ArrayNode spans(List<Span> spans) {
        ArrayNode json = JSON.arrayNode();
        spans.forEach(span -> json.addObject()
                .put("from", span.from().toString())
                .put("to", span.to().toString()));
        return json;
    }
}
