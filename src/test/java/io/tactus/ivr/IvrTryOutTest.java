package io.tactus.ivr;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import io.tactus.testing.EngineTest;
import io.tactus.testing.Given;
import io.tactus.testing.People;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@EngineTest
class IvrTryOutTest {
    private static final String PATH = "/api/ivr-flows";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    People people;

    @Inject
    Given given;

    private static Map<String, Object> flow(Map<String, Object> node) {
        return Map.of("language", "en", "zone", "Europe/Berlin", "start", "hello", "nodes", List.of(node));
    }

    private long created(Object flow) {
        return ((Number) people.as("manager")
                        .body(Map.of("name", Given.fresh("flow"), "flow", flow))
                        .post(PATH)
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id"))
                .longValue();
    }

    /** The example that comes along, with a campaign for its queue and its box. */
    private ObjectNode example() throws IOException {
        String name = Given.fresh("Support");
        given.aCampaign(Map.of("name", name, "mode", "inbound"));
        String text = Files.readString(Path.of("../campaigns/ivr/support.json"));
        return (ObjectNode) JSON.readTree(text.replace("\"Support\"", "\"" + name + "\""));
    }

    private Response tryOut(long id, Map<String, ?> plan) {
        return people.as("supervisor").body(plan).post(PATH + "/" + id + "/try-out");
    }

    @Test
    void theExampleIsPublishedAndTriedOut() throws IOException {
        ObjectNode example = example();
        long id = created(example);
        people.as("manager")
                .body(Map.of("version", 0))
                .post(PATH + "/" + id + "/publish")
                .then()
                .statusCode(200);
        Map<String, Object> plan = Map.of(
                "start",
                "2026-11-30T09:00:00Z",
                "caller",
                "+4930123",
                "data",
                Map.of("firstName", "Ada"),
                "acts",
                List.of(
                        Map.of("afterMillis", 3_000, "key", "1"),
                        Map.of("afterMillis", 4_000, "key", "4"),
                        Map.of("afterMillis", 4_500, "key", "7"),
                        Map.of("afterMillis", 5_000, "key", "1"),
                        Map.of("afterMillis", 5_500, "key", "1"),
                        Map.of("afterMillis", 6_000, "key", "#"),
                        Map.of("afterMillis", 200_000)),
                "answers",
                Map.of(
                        "look up",
                        Map.of(
                                "outcome",
                                "found",
                                "afterMillis",
                                700,
                                "fields",
                                Map.of("balance", "120", "tier", "gold")),
                        "fast queue",
                        Map.of("outcome", "silence")));
        tryOut(id, plan)
                .then()
                .statusCode(200)
                .body("over", equalTo(true))
                .body("effects.find { it.node == 'welcome' }.says[0].value", equalTo("Welcome Ada."))
                .body("effects.find { it.kind == 'lookUp' }.detail", equalTo("https://crm.example/customers/4711"))
                .body("effects.find { it.kind == 'enqueue' }.node", equalTo("fast queue"))
                .body("trace.event", hasItem("COLLECTED"))
                .body("trace[-1].event", equalTo("HUNG_UP"))
                .body("trace[-1].node", equalTo("fast queue"))
                .body("trace[-1].at", equalTo("2026-11-30T09:03:20Z"));
        tryOut(id, Map.of("start", "2026-11-29T09:00:00Z"))
                .then()
                .body("trace.node", hasItem("closed"))
                .body("trace[-1].event", equalTo("ENDED"));
    }

    @Test
    void anUnfinishedDraftCanBeTriedOutAndAnEndlessOneIsCutOff() {
        long lost = created(flow(Map.of("id", "hello", "kind", "say", "says", List.of(Map.of("text", "Hi")))));
        tryOut(lost, Map.of("start", "2026-11-30T09:00:00Z"))
                .then()
                .body("trace[-1].event", equalTo("LOST"))
                .body("effects[-1].kind", equalTo("hangUp"));
        long endless = created(
                flow(Map.of("id", "hello", "kind", "set", "variable", "x", "value", "{x}{x}y", "next", "hello")));
        tryOut(endless, Map.of("start", "2026-11-30T09:00:00Z"))
                .then()
                .statusCode(200)
                .body("trace[-1].event", equalTo("TOO_LONG"));
        long patient = created(flow(Map.of(
                "id",
                "hello",
                "kind",
                "menu",
                "says",
                List.of(Map.of("text", "Hi")),
                "attempts",
                2_000_000_000,
                "waitSeconds",
                5,
                "choices",
                Map.of("1", "hello"))));
        tryOut(patient, Map.of("start", "2026-11-30T09:00:00Z"))
                .then()
                .statusCode(200)
                .body("over", equalTo(false))
                .body("effects", hasSize(lessThan(20_000)));
    }

    @Test
    void whatIsStillBeingWrittenIsTriedOutInsteadOfTheDraft() {
        long id = created(flow(Map.of("id", "hello", "kind", "hangUp")));
        Map<String, Object> other =
                flow(Map.of("id", "hello", "kind", "say", "says", List.of(Map.of("text", "Not kept"))));
        tryOut(id, Map.of("start", "2026-11-30T09:00:00Z", "flow", other))
                .then()
                .statusCode(200)
                .body("effects[0].says[0].value", equalTo("Not kept"));
        tryOut(id, Map.of("start", "2026-11-30T09:00:00Z")).then().body("effects.kind", equalTo(List.of("hangUp")));
        tryOut(id, Map.of("start", "2026-11-30T09:00:00Z", "flow", List.of()))
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("flow"));
    }

    @Test
    void aPlanThatCannotBeIsRefusedByItsFields() {
        long id = created(flow(Map.of("id", "hello", "kind", "hangUp")));
        tryOut(id, Map.of("start", "tomorrow")).then().statusCode(400).body("errors[0].field", equalTo("start"));
        tryOut(id, Map.of("start", "+999999999-01-01T00:00:00Z")).then().statusCode(400);
        tryOut(id, Map.of("start", "2026-11-30T09:00:00Z", "acts", List.of(Map.of("afterMillis", -1, "key", "12"))))
                .then()
                .statusCode(400)
                .body("errors", hasSize(2));
        tryOut(id, Map.of("start", "2026-11-30T09:00:00Z", "answers", Map.of("x", Map.of("outcome", "maybe"))))
                .then()
                .statusCode(400);
        tryOut(999_999, Map.of("start", "2026-11-30T09:00:00Z")).then().statusCode(404);
    }
}
