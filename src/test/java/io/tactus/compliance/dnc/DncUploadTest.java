package io.tactus.compliance.dnc;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.tactus.testing.EngineTest;
import io.tactus.testing.Given;
import io.tactus.testing.People;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

@EngineTest
class DncUploadTest {
    @Inject
    People people;

    @Inject
    Given given;

    private ValidatableResponse upload(String role, String text) {
        return people.as(role)
                .contentType(ContentType.MULTIPART)
                .multiPart("file", "registry.txt", text.getBytes(StandardCharsets.UTF_8))
                .multiPart("reason", "state registry")
                .post("/api/dnc/upload")
                .then();
    }

    @Test
    void theNumbersOfAFileAreOnTheListAndTheOtherLinesAreTold() {
        upload("compliance", "number,name\r\n\"202-555-0181\",Ada\r\n\r\n+1 202 555 0182\n202-555-0181\nhello")
                .statusCode(200)
                .body("added", equalTo(2))
                .body("present", equalTo(1))
                .body("refused", equalTo(2))
                .body("lines.line", contains(1, 6));
        upload("manager", "2025550182\n").body("added", equalTo(0)).body("present", equalTo(1));
        people.as("compliance")
                .body(Map.of("number", "202 555 0182"))
                .post("/api/dnc/search")
                .then()
                .statusCode(200)
                .body("", hasSize(1))
                .body("[0].reason", equalTo("state registry"));
        upload("supervisor", "2025550183\n").statusCode(403);
    }

    @Test
    void aLeadWithANumberOfTheFileIsNotDialledAndSaysWhy() {
        long[] lead = given.aCampaignWith("+12025550184");
        people.as("supervisor")
                .get("/api/leads/" + lead[1] + "/explanation")
                .then()
                .body("rule", equalTo("CAMPAIGN"))
                .body("campaignState", equalTo("draft"));
        upload("compliance", "2025550184").statusCode(200);
        people.as("supervisor")
                .get("/api/leads/" + lead[1] + "/explanation")
                .then()
                .body("rule", equalTo("DNC"));
    }

    @Test
    void aLineThatNeverEndsIsRefused() {
        upload("compliance", "1".repeat(20_000)).statusCode(400).body("errors[0].field", equalTo("file"));
    }
}
