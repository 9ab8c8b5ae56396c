package io.tactus.compliance.dnc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.tactus.testing.EngineTest;
import io.tactus.testing.Given;
import io.tactus.testing.People;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

@EngineTest
class DncTest {
    @Inject
    People people;

    @Inject
    Given given;

    @Test
    void everyChangeIsAuditedWithItsReason() {
        int id = add(Map.of("number", "202-555-0170", "reason", "asked by letter"));
        people.as("compliance")
                .get("/api/dnc?number=2025550170")
                .then()
                .body("", hasSize(1))
                .body("[0].addedBy", equalTo("test-supervisor"));
        people.as("supervisor")
                .delete("/api/dnc/" + id + "?reason=mistake")
                .then()
                .statusCode(403);
        people.as("compliance").delete("/api/dnc/" + id).then().statusCode(400);
        people.as("compliance")
                .delete("/api/dnc/" + id + "?reason=mistake")
                .then()
                .statusCode(204);
        people.as("compliance").get("/api/dnc?number=2025550170").then().body("", hasSize(0));
        people.as("compliance")
                .get("/api/audit?entity=dnc&entityId=" + id)
                .then()
                .body(
                        "events.actor",
                        contains("test-compliance", "test-compliance", "test-supervisor", "test-supervisor"))
                .body("events.result", contains("done", "refused", "refused", "done"))
                .body("events[0].detail", equalTo("system, number ending in 0170: mistake"))
                .body("events[3].detail", equalTo("system, number ending in 0170: asked by letter"));
    }

    @Test
    void aNumberMayBeOnTheListOfOneCampaignAndOfTheSystem() {
        int campaign = (int) given.aCampaign(Map.of("defaultRegion", "GB"));
        int own = add(Map.of("number", "020 7946 0018", "campaignId", campaign, "reason", "x"));
        people.as("compliance")
                .queryParam("number", "+442079460018")
                .get("/api/dnc")
                .then()
                .body("[0].id", equalTo(own))
                .body("[0].campaignId", equalTo(campaign));
        assertThat(add(Map.of("number", "+442079460018", "campaignId", campaign, "reason", "again")))
                .isEqualTo(own);
        assertThat(add(Map.of("number", "+442079460018", "reason", "x"))).isNotEqualTo(own);
    }

    @Test
    void whatIsNoNumberIsRefused() {
        people.as("compliance")
                .body(Map.of("number", "nobody", "reason", "x"))
                .post("/api/dnc")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("number"));
    }

    private int add(Map<String, ?> form) {
        return people.as("supervisor")
                .body(form)
                .post("/api/dnc")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
