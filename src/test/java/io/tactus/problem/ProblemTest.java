package io.tactus.problem;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.tactus.testing.EngineTest;
import io.tactus.testing.People;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

@EngineTest
class ProblemTest {
    @Inject
    People people;

    @Test
    void everyFieldAtFaultIsNamed() {
        problem(post("{\"name\":\"\",\"linesPerAgent\":99,\"windowDays\":[\"MON\",\"someday\"]}"), 400)
                .body("errors.field", hasItems("name", "linesPerAgent", "windowDays[1]"));
    }

    @Test
    void anUnknownFieldIsNamed() {
        problem(post("{\"name\":\"x\",\"colour\":\"red\"}"), 400).body("errors.field", hasItems("colour"));
    }

    @Test
    void aWrongTypeIsNamed() {
        problem(post("{\"name\":\"x\",\"weight\":\"heavy\"}"), 400).body("errors.field", hasItems("weight"));
        problem(people.as("manager").body("{\"agents\":\"all\"}").put("/api/campaigns/1/agents"), 400)
                .body("errors.field", hasItems("agents"));
    }

    @Test
    void malformedJsonIsSaidToBeThat() {
        problem(post("{\"name\":"), 400);
        problem(people.as("manager").body("{\"agents\":").put("/api/campaigns/1/agents"), 400);
    }

    @Test
    void anEmptyBodyIsRefused() {
        problem(people.as("manager").put("/api/campaigns/1/agents"), 400);
    }

    @Test
    void aWrongIdIsNotFound() {
        problem(people.as("manager").get("/api/campaigns/abc"), 404);
        problem(people.as("manager").get("/api/campaigns/99999999999999999999"), 404);
        problem(people.as("manager").get("/api/campaigns/0"), 404).body("detail", equalTo("There is no campaign 0."));
    }

    @Test
    void aWrongQueryParameterIsRefused() {
        problem(people.as("manager").get("/api/leads?limit=0"), 400).body("errors.field", hasItems("limit"));
        Assertions.assertThat(people.as("manager").get("/api/leads?limit=many").statusCode())
                .isIn(400, 404);
    }

    @Test
    void anUnknownAddressAMethodAndATypeAreRefused() {
        problem(given().get("/api/nothing"), 404);
        problem(people.as("manager").patch("/api/campaigns"), 405);
        problem(people.as("manager").contentType(ContentType.TEXT).body("x").post("/api/campaigns"), 415);
    }

    @Test
    void whoIsNotKnownOrNotAllowedIsTold() {
        problem(given().get("/api/campaigns"), 401);
        problem(given().header("Authorization", "Bearer tct_wrong").get("/api/campaigns"), 401);
        problem(given().header("Authorization", "Basic eDp5").get("/api/campaigns"), 401);
        problem(people.as("agent").get("/api/users"), 403);
    }

    @Test
    void aLargeBodyIsRefusedBeforeItIsRead() {
        problem(post("{\"name\":\"" + "x".repeat(1 << 20) + "\"}"), 413);
    }

    @Test
    void aBodyOfUnknownLengthIsRefused() throws IOException {
        try (var socket = new java.net.Socket("localhost", io.restassured.RestAssured.port)) {
            socket.getOutputStream()
                    .write(
                            "POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            Assertions.assertThat(answer).isEqualTo("HTTP/1.1 411");
        }
    }

    private Response post(String body) {
        return people.as("manager").body(body).post("/api/campaigns");
    }

    private static io.restassured.response.ValidatableResponse problem(Response response, int status) {
        return response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("title", notNullValue())
                .body("detail", notNullValue())
                .body("instance", startsWith("/api/"));
    }
}
