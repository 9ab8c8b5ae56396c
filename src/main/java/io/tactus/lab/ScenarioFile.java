package io.tactus.lab;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Scenarios as YAML, checked against {@code scenario.schema.json}. What a file leaves out is as in the reference world. Built-in ones are
 * resources next to the schema.
 */
final class ScenarioFile {
    /** The scenarios that the lab brings along. */
    static final List<String> BUILT_IN = List.of(
            "reference",
            "shift",
            "swings",
            "leads",
            "leads-8",
            "leads-1.2",
            "refusals",
            "unlike-agents",
            "breaks",
            "walk-out",
            "power-cut",
            "carrier",
            "hang-ups",
            "detection",
            "machine-hang-up",
            "deaf-detection",
            "day",
            "two-campaigns",
            "hints",
            "hour",
            "inbound-30",
            "inbound-60");

    private static final long LARGEST_FILE = 100_000;
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(resource("scenario.schema.json"));

    private ScenarioFile() {}

    /** A built-in scenario, or the one in the file of this name. Fails with an {@link IllegalArgumentException} that says what is wrong. */
    static Scenario find(String name) throws IOException {
        if (BUILT_IN.contains(name)) {
            return builtIn(name);
        }
        Path file = Path.of(name);
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(
                    "there is no scenario '" + name + "': neither a file nor one of " + String.join(", ", BUILT_IN));
        }
        if (Files.size(file) > LARGEST_FILE) {
            throw new IllegalArgumentException(name + " is larger than " + LARGEST_FILE + " bytes: no scenario");
        }
        return read(name, Files.readString(file));
    }

    /** A scenario that the lab brings along. */
    static Scenario builtIn(String name) {
        return read(name, resource(name + ".yaml"));
    }

    /** Reads a scenario. @param name of the file, for the error message */
    static Scenario read(String name, String yaml) {
        try {
            JsonNode given = YAML.readTree(yaml);
            Set<ValidationMessage> wrong = SCHEMA.validate(given);
            if (!wrong.isEmpty()) {
                throw new IllegalArgumentException(name + ": "
                        + wrong.stream().map(ValidationMessage::getMessage).collect(Collectors.joining("; ")));
            }
            JsonNode all = YAML.readTree(resource("reference.yaml"));
            JsonNode work = all.get("campaigns").get(0);
            ArrayNode campaigns = YAML.createArrayNode();
            for (JsonNode each : given.path("campaigns")) {
                campaigns.add(over(work.deepCopy(), each));
            }
            JsonNode merged = over(all, given);
            if (!campaigns.isEmpty()) {
                ((ObjectNode) merged).set("campaigns", campaigns);
            }
            return YAML.treeToValue(merged, Scenario.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(name + " is no scenario: " + e.getOriginalMessage(), e);
        }
    }

    /** The given fields over the others, object by object; a list replaces a list. */
    private static JsonNode over(JsonNode base, JsonNode given) {
        given.properties().forEach(field -> {
            JsonNode below = base.get(field.getKey());
            JsonNode value = field.getValue();
            ((ObjectNode) base)
                    .set(
                            field.getKey(),
                            below != null && below.isObject() && value.isObject() ? over(below, value) : value);
        });
        return base;
    }

    private static String resource(String name) {
        try (InputStream in = ScenarioFile.class.getResourceAsStream("/lab/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the resource /lab/" + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read /lab/" + name, e);
        }
    }
}
