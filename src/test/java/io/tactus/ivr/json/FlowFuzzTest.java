package io.tactus.ivr.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.tactus.ivr.flow.AFlow;
import io.tactus.ivr.flow.Finding;
import io.tactus.ivr.flow.Flow;
import io.tactus.ivr.flow.FlowValidator;
import io.tactus.ivr.json.InvalidFlow.Mistake;
import io.tactus.ivr.rehearsal.Plan;
import io.tactus.ivr.rehearsal.Rehearsal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The example with some of its values replaced by chance; a failure names its seed. More: {@code -Dtactus.stories=100000}. */
class FlowFuzzTest {
    private static final int STORIES = 10 * Integer.getInteger("tactus.stories", 300);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(FlowSchema.text());
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "-1",
            "0",
            "1",
            "7",
            "31",
            "1e3",
            "2.5",
            "9999999999",
            "\"\"",
            "\" \"",
            "\"end\"",
            "\"main\"",
            "\"1\"",
            "\"caller\"",
            "\"language\"",
            "\"{caller}\"",
            "\"{\"",
            "\"is\"",
            "\"a\\u0000b\"",
            "\"https://crm.example/{caller}\"",
            "\"09:00\"",
            "\"24:00\"",
            "[]",
            "{}",
            "[1]",
            "[\"x\"]",
            "{\"x\":1}",
            "{\"text\":\"x\"}",
            "{\"open\":\"office\"}");

    /** Everything that has a parent. */
    private static void places(JsonNode json, List<Runnable> changes, Random chance) throws IOException {
        JsonNode value = JSON.readTree(VALUES.get(chance.nextInt(VALUES.size())));
        if (json instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                changes.add(() -> object.set(field.getKey(), value));
                changes.add(() -> object.remove(field.getKey()));
                places(field.getValue(), changes, chance);
            }
            changes.add(() -> object.set(chance.nextBoolean() ? "next" : "x", value));
        } else if (json instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                int at = i;
                changes.add(() -> list.set(at, value));
                places(list.get(i), changes, chance);
            }
            changes.add(() -> list.add(value));
        }
    }

    private static JsonNode story(long seed) throws IOException {
        Random chance = new Random(seed);
        JsonNode json = JSON.readTree(Files.readString(Path.of("../campaigns/ivr/support.json")));
        for (int i = chance.nextInt(3); i >= 0; i--) {
            List<Runnable> changes = new ArrayList<>();
            places(json, changes, chance);
            changes.get(chance.nextInt(changes.size())).run();
        }
        return json;
    }

    private static List<Mistake> mistakes(JsonNode json) {
        try {
            FlowReader.read(json, "flow");
            return List.of();
        } catch (InvalidFlow e) {
            return e.mistakes();
        }
    }

    /** What the schema cannot say. */
    private static boolean isBeyondTheSchema(Mistake mistake) {
        return mistake.place().equals("flow.zone") || mistake.message().contains("of another node");
    }

    /** The same. */
    private static boolean isBeyondTheSchema(Finding finding) {
        return List.of("fewest and most", "lowest and highest", "hours.").stream()
                .anyMatch(finding.sentence()::startsWith);
    }

    @Test
    void whateverIsReadCanBeWrittenCheckedAndTriedOutAndFitsTheSchema() throws IOException {
        int accepted = 0;
        for (long seed = 1; seed <= STORIES; seed++) {
            JsonNode json = story(seed);
            boolean fits = SCHEMA.validate(json).isEmpty();
            List<Mistake> mistakes = mistakes(json);
            List<Finding> findings = mistakes.isEmpty() ? use(FlowReader.stored(json), seed) : List.of();
            if (fits) {
                assertThat(mistakes).as("seed %d", seed).allMatch(FlowFuzzTest::isBeyondTheSchema);
                assertThat(findings).as("seed %d", seed).allMatch(FlowFuzzTest::isBeyondTheSchema);
            }
            if (mistakes.isEmpty() && findings.isEmpty()) {
                assertThat(fits).as("schema with seed %d: %s", seed, json).isTrue();
                accepted++;
            }
        }
        assertThat(accepted).as("flows that are allowed").isGreaterThan(STORIES / 20);
    }

    /** Writes, checks and walks it. @return what is not allowed */
    private static List<Finding> use(Flow flow, long seed) {
        assertThat(FlowReader.stored(FlowWriter.write(flow)))
                .as("seed %d", seed)
                .isEqualTo(flow);
        Plan plan = new Plan(Instant.ofEpochSecond(1_000_000 * seed), "", "", Map.of(), List.of(), Map.of());
        Rehearsal.run(flow, plan, id -> Duration.ofSeconds(1));
        return FlowValidator.check(flow, AFlow.HOUSE).stream()
                .filter(finding -> finding.kind() == Finding.Kind.NOT_ALLOWED)
                .toList();
    }
}
