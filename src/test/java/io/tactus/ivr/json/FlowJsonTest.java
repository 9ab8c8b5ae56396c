package io.tactus.ivr.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import io.tactus.ivr.flow.RandomFlows;
import io.tactus.ivr.json.InvalidFlow.Mistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlowJsonTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(FlowSchema.text());
    /** The example that comes along; tests run in the folder {@code src}. */
    private static final Path EXAMPLE = Path.of("../campaigns/ivr/support.json");

    private static ObjectNode example() throws IOException {
        return (ObjectNode) JSON.readTree(Files.readString(EXAMPLE));
    }

    private static List<Mistake> mistakes(JsonNode json) {
        try {
            FlowReader.read(json, "flow");
            return List.of();
        } catch (InvalidFlow e) {
            return e.mistakes();
        }
    }

    /** Whether the reader reads it and the validator finds nothing beyond the limits. */
    private static boolean isAllowed(JsonNode json) {
        try {
            return FlowValidator.check(FlowReader.read(json, "flow"), AFlow.HOUSE).stream()
                    .noneMatch(finding -> finding.kind() == Finding.Kind.NOT_ALLOWED);
        } catch (InvalidFlow e) {
            return false;
        }
    }

    @Test
    void theExampleHasEveryKindOfNodeAndNoFindings() throws Exception {
        Flow flow = FlowReader.read(example(), "flow");
        assertThat(FlowValidator.check(flow, AFlow.HOUSE)).isEmpty();
        assertThat(flow.nodes().values().stream().map(Object::getClass).distinct())
                .hasSize(12);
        assertThat(SCHEMA.validate(example())).isEmpty();
    }

    @Test
    void whatIsWrittenIsReadAgainAndFitsTheSchema() throws Exception {
        for (long seed = 1; seed <= 300; seed++) {
            Flow flow = RandomFlows.of(seed, 20, 0.2).build();
            JsonNode json = FlowWriter.write(flow);
            assertThat(FlowReader.read(json, "flow")).as("seed %d", seed).isEqualTo(flow);
            assertThat(FlowWriter.write(FlowReader.stored(json))).isEqualTo(json);
            assertThat(SCHEMA.validate(json)).as("seed %d", seed).isEmpty();
        }
    }

    /** A value in the example is put in the place of another; schema and reader with validator must say the same of it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/language|'de-CH'|true",
                "/language|'Deutsch'|false",
                "/zone|7|false",
                "/data|['caller']|false",
                "/data|['a b']|false",
                "/data/0|'did'|false",
                "/hours/office/week/MON/0/from|'25:00'|false",
                "/hours/office/week/MON/0/from|'09:00:01'|false",
                "/hours/office/week/MON/0/to|'00:00'|true",
                "/hours/office/week/MON|[{'from':'09:00'}]|false",
                "/hours/office/week|{'MONDAY':[]}|false",
                "/hours/office/holidays|{'tomorrow':[]}|false",
                "/hours/office/holidays|{'2026-13-01':[]}|false",
                "/hours/office/holidays|{'+12026-12-01':[]}|false",
                "/hours/office/holidays|{'2026-12-01':[]}|true",
                "/hours|{' ':{}}|false",
                "/hours|[]|false",
                "/start|''|true",
                "/start|3|false",
                "/nodes|[]|false",
                "/nodes|{}|false",
                "/nodes/0|7|false",
                "/nodes/0/id|''|false",
                "/nodes/0/id|3|false",
                "/nodes/0/kind|'goto'|false",
                "/nodes/0/colour|'red'|false",
                "/nodes/0/if|{'open':'night'}|true",
                "/nodes/0/if|{'open':'night','operator':'is'}|false",
                "/nodes/0/if|{}|false",
                "/nodes/0/if|'office'|false",
                "/nodes/0/if|{'variable':'caller','operator':'startsWith','values':['+49']}|true",
                "/nodes/0/if|{'variable':'caller','operator':'like','values':['+49']}|false",
                "/nodes/0/if|{'variable':'caller','operator':'is','values':[]}|false",
                "/nodes/0/if|{'variable':'caller','operator':'is'}|false",
                "/nodes/0/if|{'variable':'caller','operator':'is','values':[4]}|false",
                "/nodes/0/if|{'variable':'caller','operator':'empty'}|true",
                "/nodes/0/if|{'variable':'caller','operator':'empty','values':['x']}|false",
                "/nodes/0/if|{'variable':'caller','operator':'<','values':['1','2']}|false",
                "/nodes/0/if|{'variable':'A','operator':'empty'}|false",
                "/nodes/1/says|[]|false",
                "/nodes/1/says/0|{'prompt':1}|true",
                "/nodes/1/says/0|{'prompt':0}|false",
                "/nodes/1/says/0|{'prompt':1.5}|false",
                "/nodes/1/says/0|{'prompt':99999999999999999999}|false",
                "/nodes/1/says/0|{'prompt':'1'}|false",
                "/nodes/1/says/0|{'prompt':1,'text':'x'}|false",
                "/nodes/1/says/0|{}|false",
                "/nodes/1/says/0|{'text':' '}|false",
                "/nodes/1/says/0|{'text':'{Name}'}|false",
                "/nodes/1/says/0|{'text':'{name'}|false",
                "/nodes/1/says/0|{'text':'name}'}|false",
                "/nodes/1/says/0|{'text':'{caller}!'}|true",
                "/nodes/1/says/0|{'text':'a\\u0000b'}|false",
                "/nodes/1/says/0|{'text':'a\\u0009b'}|false",
                "/nodes/1/says/0|{'date':'x y'}|false",
                "/nodes/1/next|['closed']|false",
                "/nodes/3/attempts|0|false",
                "/nodes/3/attempts|5|true",
                "/nodes/3/attempts|6|false",
                "/nodes/3/attempts|99999999999|false",
                "/nodes/3/attempts|'3'|false",
                "/nodes/3/waitSeconds|30|true",
                "/nodes/3/waitSeconds|31|false",
                "/nodes/3/choices|{}|false",
                "/nodes/3/choices|{'10':'end'}|false",
                "/nodes/3/choices|{'#':'end','0':''}|true",
                "/nodes/4/variable|'caller'|false",
                "/nodes/4/variable|'language'|true",
                "/nodes/4/fewest|0|false",
                "/nodes/4/most|32|true",
                "/nodes/4/most|33|false",
                "/nodes/4/betweenSeconds|0|false",
                "/nodes/5/url|'http://localhost:8080/x'|true",
                "/nodes/5/url|'https://{caller}/x'|false",
                "/nodes/5/url|'https://crm.example'|false",
                "/nodes/5/url|'gopher://crm.example/'|false",
                "/nodes/5/timeoutSeconds|10|true",
                "/nodes/5/timeoutSeconds|11|false",
                "/nodes/5/takes|{'a b':'x'}|false",
                "/nodes/5/takes|{'did':'x'}|false",
                "/nodes/5/takes|{'x':''}|false",
                "/nodes/8/value|''|true",
                "/nodes/10/priority|10|true",
                "/nodes/10/priority|11|false",
                "/nodes/10/priority|-1|false",
                "/nodes/10/waitSeconds|7200|true",
                "/nodes/10/waitSeconds|7201|false",
                "/nodes/10/skills|[' ']|false",
                "/nodes/10/skills|'accounts'|false",
                "/nodes/10/queue|''|false",
                "/nodes/12/accept|'12'|false",
                "/nodes/12/accept|'*'|true",
                "/nodes/12/number|'+49 30'|false",
                "/nodes/14/mostSeconds|600|true",
                "/nodes/14/mostSeconds|601|false",
                "/nodes/15/number|'12'|false",
                "/nodes/15/number|'0049; rm -rf'|false",
                "/nodes/15/ringSeconds|4|false",
                "/nodes/15/ringSeconds|120|true",
                "/nodes/16/highest|10|false",
                "/nodes/16/lowest|-1|false",
                "/nodes/17/next|'hours'|false"
            })
    void schemaAndReaderSayTheSame(String place, String value, boolean allowed) throws Exception {
        ObjectNode json = example();
        int cut = place.lastIndexOf('/');
        JsonNode parent = json.at(place.substring(0, cut));
        String field = place.substring(cut + 1);
        JsonNode put = JSON.readTree(value.replace('\'', '"'));
        if (parent instanceof ArrayNode list) {
            list.set(Integer.parseInt(field), put);
        } else {
            ((ObjectNode) parent).set(field, put);
        }
        assertThat(isAllowed(json)).as("reader and validator").isEqualTo(allowed);
        assertThat(SCHEMA.validate(json).isEmpty()).as("schema").isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "/nodes/1/says/0/text, 1000, true",
        "/nodes/1/says/0/text, 1001, false",
        "/nodes/10/queue, 100, true",
        "/nodes/10/queue, 101, false",
        "/nodes/8/value, 1001, false",
        "/nodes/0/id, 101, false"
    })
    void schemaAndReaderKnowTheSameLengths(String place, int length, boolean allowed) throws Exception {
        ObjectNode json = example();
        int cut = place.lastIndexOf('/');
        ((ObjectNode) json.at(place.substring(0, cut))).put(place.substring(cut + 1), "x".repeat(length));
        assertThat(isAllowed(json)).as("reader and validator").isEqualTo(allowed);
        assertThat(SCHEMA.validate(json).isEmpty()).as("schema").isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "/data, '\"d\"', 50",
        "/hours/office/week/MON, '{\"from\":\"09:00\",\"to\":\"10:00\"}', 6",
        "/nodes/1/says, '{\"text\":\"x\"}', 20",
        "/nodes/3/wrong, '{\"text\":\"x\"}', 20",
        "/nodes/10/skills, '\"s\"', 10",
        "/nodes/7/if/values, '\"v\"', 50"
    })
    void schemaAndReaderKnowTheSameCounts(String place, String element, int most) throws Exception {
        ObjectNode json = example();
        ArrayNode list = (ArrayNode) json.at(place);
        list.removeAll();
        for (int i = 0; i < most; i++) {
            list.add(JSON.readTree(element));
        }
        assertThat(isAllowed(json)).as("reader and validator").isTrue();
        assertThat(SCHEMA.validate(json)).as("schema").isEmpty();
        list.add(JSON.readTree(element));
        assertThat(isAllowed(json)).as("reader and validator").isFalse();
        assertThat(SCHEMA.validate(json)).as("schema").isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]|flow|is not an object",
                "{'language':'en','zone':'Mars/Base'}|flow.zone|is no time zone",
                "{'language':'en','zone':'+01:00'}|flow.zone|is no time zone",
                "{'zone':'UTC'}|flow.language|must be given",
                "{'nodes':[{'id':'a','kind':'menu','says':[{'text':'x'},{'sing':'x'}]}]}|flow.nodes[0].says[1]|one of prompt, text",
                "{'nodes':[{'id':'a','kind':'hangUp'},{'id':'a','kind':'hangUp'}]}|flow.nodes[1].id|is the id of another node",
                "{'nodes':[{'id':'a','kind':'jump'}]}|flow.nodes[0].kind|expected one of collect condition enqueue hangUp",
                "{'nodes':[{'id':'a','kind':'menu','choices':{'A':'b'}}]}|flow.nodes[0].choices.A|is no key",
                "{'nodes':[{'id':'a','kind':'condition','if':{'operator':'~'}}]}|flow.nodes[0].if.operator|expected one of is isNot",
                "{'hours':{'x':{'week':{'MON':[{'from':'9','to':'10:00'}]}}}}|flow.hours.x.week.MON[0].from|is no time"
            })
    void anErrorSaysWhereAndWhat(String json, String place, String message) throws Exception {
        assertThat(mistakes(JSON.readTree(json.replace('\'', '"')))).anySatisfy(mistake -> {
            assertThat(mistake.place()).isEqualTo(place);
            assertThat(mistake.message()).contains(message);
        });
    }

    @Test
    void hostileDocumentsGetFewAndShortErrors() throws Exception {
        ObjectNode json = example();
        json.put("x".repeat(500_000), 1);
        ArrayNode nodes = (ArrayNode) json.get("nodes");
        for (int i = 0; i < 900; i++) {
            nodes.add(i);
        }
        List<Mistake> mistakes = mistakes(json);
        assertThat(mistakes).hasSize(Place.MOST_MISTAKES);
        assertThat(mistakes.getFirst().place()).hasSizeLessThan(200);
        for (int i = 0; i < 10_000; i++) {
            nodes.add(i);
        }
        assertThat(mistakes(json)).contains(new Mistake("flow.nodes", "has more than 1000 elements"));
        ObjectNode named = example();
        ((ObjectNode) named.get("hours")).putObject("a\u0000b");
        assertThat(mistakes(named)).singleElement().extracting(Mistake::place).isEqualTo("flow.hours");
    }

    @Test
    void aStoredFlowThatIsNoneIsADefect() {
        assertThatThrownBy(() -> FlowReader.stored(JSON.createArrayNode())).isInstanceOf(IllegalStateException.class);
    }
}
