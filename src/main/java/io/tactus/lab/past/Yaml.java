package io.tactus.lab.past;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** YAML that reads well: objects line by line, lists of numbers on one line. For trees of which every part is an object, a list or a value. */
final class Yaml {
    private Yaml() {}

    static String of(ObjectNode tree) {
        StringBuilder text = new StringBuilder();
        fields(tree, "", text);
        return text.toString();
    }

    private static void fields(ObjectNode tree, String indent, StringBuilder text) {
        String before = indent;
        for (var field : tree.properties()) {
            text.append(before).append(field.getKey()).append(':');
            value(field.getValue(), indent, text);
            before = indent;
        }
    }

    private static void value(JsonNode value, String indent, StringBuilder text) {
        if (value instanceof ObjectNode object && !object.isEmpty()) {
            text.append('\n');
            fields(object, indent + "  ", text);
        } else if (value.isArray() && !value.isEmpty() && value.get(0).isObject()) {
            text.append('\n');
            for (JsonNode item : value) {
                StringBuilder one = new StringBuilder();
                fields((ObjectNode) item, indent + "    ", one);
                text.append(indent).append("  - ").append(one, indent.length() + 4, one.length());
            }
        } else {
            // JSON is YAML.
            text.append(' ').append(value).append('\n');
        }
    }
}
