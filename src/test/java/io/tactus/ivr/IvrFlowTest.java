package io.tactus.ivr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.tactus.ivr.json.FlowSchema;
import io.tactus.testing.EngineTest;
import io.tactus.testing.Given;
import io.tactus.testing.People;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@EngineTest
class IvrFlowTest {
    private static final String PATH = "/api/ivr-flows";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    People people;

    @Inject
    DataSource dataSource;

    private static Map<String, Object> flow(Object... nodes) {
        return Map.of("language", "en", "zone", "Europe/Berlin", "start", "hello", "nodes", List.of(nodes));
    }

    private static Map<String, Object> hello(Object phrase) {
        return Map.of("id", "hello", "kind", "say", "says", List.of(phrase), "next", "end");
    }

    private static final Map<String, Object> END = Map.of("id", "end", "kind", "hangUp");
    private static final Map<String, Object> GOOD = flow(hello(Map.of("text", "Hello {caller}")), END);

    private Response create(String name, Object flow) {
        return people.as("manager").body(Map.of("name", name, "flow", flow)).post(PATH);
    }

    private long created(Object flow) {
        return ((Number) create(Given.fresh("flow"), flow)
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id"))
                .longValue();
    }

    private Response put(long id, int version, Object flow) {
        return people.as("manager")
                .body(Map.of("name", "changed flow " + id, "flow", flow, "version", version))
                .put(PATH + "/" + id);
    }

    private Response publish(long id, int version) {
        return people.as("manager").body(Map.of("version", version)).post(PATH + "/" + id + "/publish");
    }

    @Test
    void aFlowIsWrittenPublishedAndChangedAndItsVersionsStay() {
        long id = created(GOOD);
        String path = PATH + "/" + id;
        people.as("supervisor").get(path + "/findings").then().statusCode(200).body("findings", empty());
        people.as("supervisor").get(path + "/versions").then().body("$", hasSize(0));
        publish(id, 0).then().statusCode(200).body("published", equalTo(1)).body("version", equalTo(0));
        put(id, 0, flow(hello(Map.of("text", "Good morning")), END))
                .then()
                .statusCode(200)
                .body("version", equalTo(1))
                .body("changedBy", equalTo("test-manager"))
                .body("published", equalTo(1));
        people.as("compliance")
                .get(path + "/versions/1")
                .then()
                .body("flow.nodes[0].says[0].text", equalTo("Hello {caller}"));
        people.as("administrator")
                .body(Map.of("version", 1))
                .post(path + "/publish")
                .then()
                .statusCode(200)
                .body("published", equalTo(2));
        people.as("supervisor")
                .get(path + "/versions")
                .then()
                .body("number", equalTo(List.of(2, 1)))
                .body("publishedBy", equalTo(List.of("test-administrator", "test-manager")));
        people.as("supervisor").get(path + "/versions/3").then().statusCode(404);
        people.as("supervisor").get(PATH).then().body("find { it.id == " + id + " }.published", equalTo(2));
        people.as("manager").delete(path).then().statusCode(409).body("detail", containsString("versions are kept"));
    }

    @Test
    void aPublishedVersionCannotBeChangedEvenInTheDatabase() throws SQLException {
        long id = created(GOOD);
        publish(id, 0).then().statusCode(200);
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("update ivr_flow_version set flow = '{}' where flow_id = " + id))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("never changed");
        }
    }

    @Test
    void whoeverHasAnOldDraftIsToldAndChangesNothing() {
        long id = created(GOOD);
        put(id, 0, flow(hello(Map.of("text", "One")), END)).then().statusCode(200);
        put(id, 0, flow(hello(Map.of("text", "Two")), END))
                .then()
                .statusCode(409)
                .body("detail", equalTo("The draft was changed meanwhile: you have version 0, there is 1."));
        publish(id, 0).then().statusCode(409);
        people.as("manager")
                .body(Map.of("name", "x", "flow", GOOD))
                .put(PATH + "/" + id)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("version"));
        people.as("manager").get(PATH + "/" + id).then().body("flow.nodes[0].says[0].text", equalTo("One"));
    }

    @Test
    void aDraftWithFindingsIsKeptAndNotPublished() {
        long id = created(flow(hello(Map.of("prompt", 999_999)), Map.of("id", "lost", "kind", "hangUp")));
        people.as("supervisor")
                .get(PATH + "/" + id + "/findings")
                .then()
                .body("findings.kind", equalTo(List.of("UNKNOWN_NODE", "UNREACHABLE", "NO_PROMPT")));
        publish(id, 0)
                .then()
                .statusCode(400)
                .body("errors.field", equalTo(List.of("nodes.hello", "nodes.lost", "nodes.hello")))
                .body("errors[0].message", equalTo("The exit next leads to end, which there is not."));
        people.as("manager").get(PATH + "/" + id).then().body("published", nullValue());
        people.as("manager").delete(PATH + "/" + id).then().statusCode(204);
        people.as("manager").get(PATH + "/" + id).then().statusCode(404);
    }

    @Test
    void whatIsStillBeingWrittenIsCheckedWithoutKeepingIt() {
        people.as("supervisor")
                .body(Map.of("flow", flow(hello(Map.of("text", "Hi")))))
                .post(PATH + "/findings")
                .then()
                .statusCode(200)
                .body("findings.kind", equalTo(List.of("UNKNOWN_NODE")))
                .body("findings.node", equalTo(List.of("hello")))
                .body("findings.field", equalTo(List.of("next")));
        people.as("supervisor")
                .body(Map.of("flow", GOOD))
                .post(PATH + "/findings")
                .then()
                .body("findings", empty());
        people.as("supervisor")
                .body(Map.of("flow", flow(Map.of("id", "hello", "kind", "explode"))))
                .post(PATH + "/findings")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("flow.nodes[0].kind"));
        people.as("agent")
                .body(Map.of("flow", GOOD))
                .post(PATH + "/findings")
                .then()
                .statusCode(403);
    }

    @Test
    void whatCannotBeReadSaysWhere() {
        create(Given.fresh("flow"), flow(hello(Map.of("sing", "La")), Map.of("id", "end", "kind", "explode")))
                .then()
                .statusCode(400)
                .body("errors.field", hasItems("flow.nodes[0].says[0]", "flow.nodes[1].kind"));
        create(Given.fresh("flow"), flow(hello(Map.of("text", "a\u0000b")), END))
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("flow.nodes[0].says[0].text"));
        create(" ", GOOD).then().statusCode(400).body("errors[0].field", containsString("name"));
        people.as("manager")
                .body("{\"name\":\"x\",\"flow\":null}")
                .post(PATH)
                .then()
                .statusCode(400);
        String name = Given.fresh("flow");
        create(name, GOOD).then().statusCode(201);
        create(name, GOOD).then().statusCode(400).body("errors[0].field", equalTo("name"));
    }

    @Test
    void supervisorsReadAndDoNotWrite() {
        long id = created(GOOD);
        people.as("supervisor")
                .body(Map.of("name", "x", "flow", GOOD))
                .post(PATH)
                .then()
                .statusCode(403);
        people.as("supervisor")
                .body(Map.of("version", 0))
                .post(PATH + "/" + id + "/publish")
                .then()
                .statusCode(403);
        people.as("agent").get(PATH + "/" + id).then().statusCode(403);
    }

    @Test
    void everyChangeIsInTheAuditAndATryOutIsNot() {
        long id = created(GOOD);
        publish(id, 0).then().statusCode(200);
        people.as("manager")
                .body(Map.of("start", "2026-11-30T09:00:00Z"))
                .post(PATH + "/" + id + "/try-out")
                .then()
                .statusCode(200);
        people.as("compliance")
                .get("/api/audit?entity=ivr-flows&entityId=" + id)
                .then()
                .body("events.action", equalTo(List.of("POST /api/ivr-flows/{id}/publish", "POST /api/ivr-flows")))
                .body("events.actor", everyItem(equalTo("test-manager")));
    }

    @Test
    void theSchemaIsPublished() throws IOException {
        String schema = people.as("supervisor")
                .get(PATH + "/schema")
                .then()
                .statusCode(200)
                .contentType(ContentType.JSON)
                .extract()
                .asString();
        assertThat(JSON.readTree(schema)).isEqualTo(JSON.readTree(FlowSchema.text()));
    }

    @Test
    void aPromptOfAFlowInForceIsNotDeleted() throws IOException {
        int prompt = people.as("manager")
                .contentType(ContentType.MULTIPART)
                .multiPart("name", Given.fresh("prompt"))
                .multiPart("file", "prompt.wav", aSecond())
                .post("/api/prompts")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        long id = created(flow(hello(Map.of("prompt", prompt)), END));
        publish(id, 0).then().statusCode(200);
        String name = people.as("manager").get(PATH + "/" + id).path("name");
        people.as("manager")
                .get("/api/prompts")
                .then()
                .body("find { it.id == " + prompt + " }.usedBy", equalTo(List.of(name)));
        people.as("manager")
                .delete("/api/prompts/" + prompt)
                .then()
                .statusCode(409)
                .body("detail", equalTo("It is played by " + name + "."));
        put(id, 0, GOOD).then().statusCode(200);
        publish(id, 1).then().statusCode(200);
        people.as("manager").delete("/api/prompts/" + prompt).then().statusCode(204);
    }

    private static byte[] aSecond() throws IOException {
        byte[] samples = new byte[16_000];
        for (int i = 1; i < samples.length; i += 2) {
            samples[i] = (byte) (i % 64 < 32 ? 40 : -40);
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        AudioFormat format = new AudioFormat(8_000, 16, 1, true, false);
        AudioSystem.write(
                new AudioInputStream(new ByteArrayInputStream(samples), format, 8_000),
                AudioFileFormat.Type.WAVE,
                file);
        return file.toByteArray();
    }
}
