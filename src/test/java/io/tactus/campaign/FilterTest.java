package io.tactus.campaign;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.tactus.testing.EngineTest;
import io.tactus.testing.Given;
import io.tactus.testing.People;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@EngineTest
class FilterTest {
    @Inject
    People people;

    @Inject
    Given given;

    private static Map<String, Object> condition(String field, String operator, Object... values) {
        return Map.of("field", field, "operator", operator, "values", List.of(values));
    }

    private static Map<String, Object> body(Object filter) {
        Map<String, Object> body = new HashMap<>();
        body.put("filter", filter);
        return body;
    }

    @Test
    void aFilterIsCountedSavedShownInTheHistoryAndTakenAway() {
        long campaign = given.aCampaign();
        String path = "/api/campaigns/" + campaign + "/filter";
        people.as("manager").get(path).then().statusCode(200).body("filter", nullValue());
        Map<String, Object> never = Map.of("all", List.of(condition("lastOutcome", "is", "NEVER")));
        people.as("manager")
                .body(body(never))
                .post(path + "/count")
                .then()
                .statusCode(200)
                .body("leads", equalTo(0));
        people.as("compliance")
                .get("/api/audit?entity=campaigns&entityId=" + campaign + "&action=count")
                .then()
                .body("events", hasSize(0));
        people.as("manager").body(body(never)).put(path).then().statusCode(200);
        people.as("supervisor").get(path).then().body("filter.all[0].field", equalTo("lastOutcome"));
        people.as("manager")
                .get("/api/campaigns/" + campaign + "/history")
                .then()
                .body("[0].settings.filter.all[0].values[0]", equalTo("NEVER"))
                .body("[0].changedBy", equalTo("test-manager"));
        people.as("manager").body(body(null)).put(path).then().statusCode(200).body("filter", nullValue());
        people.as("supervisor").body(body(null)).put(path).then().statusCode(403);
    }

    @Test
    void whatCanBeAskedIsToldWithTheFieldsOfTheLists() {
        long campaign = given.aCampaign();
        people.as("manager")
                .body(Map.of(
                        "campaignId",
                        campaign,
                        "name",
                        "Roofs",
                        "customFields",
                        List.of(Map.of("name", "roof_m2", "type", "number")),
                        "priority",
                        0))
                .post("/api/lists")
                .then()
                .statusCode(201);
        people.as("manager")
                .get("/api/campaigns/" + campaign + "/filter/fields")
                .then()
                .body("field", hasItem("custom.roof_m2"))
                .body("find { it.field == 'custom.roof_m2' }.operators", hasItem("between"))
                .body("find { it.field == 'lastOutcome' }.values", hasItem("NO_ANSWER"));
    }

    @Test
    void aFilterThatCannotBeReadSaysWhereAndChangesNothing() {
        long campaign = given.aCampaign();
        String path = "/api/campaigns/" + campaign + "/filter";
        Map<String, Object> wrong =
                Map.of("all", List.of(condition("attempts", "<", 3), condition("attempts", "<", "3; drop table lead")));
        for (String deed : List.of("put", "count")) {
            var request = people.as("manager").body(body(wrong));
            (deed.equals("put") ? request.put(path) : request.post(path + "/count"))
                    .then()
                    .statusCode(400)
                    .body("errors[0].field", equalTo("filter.all[1].values[0]"))
                    .body("errors[0].message", containsString("is not a number"));
        }
        people.as("manager").get(path).then().body("filter", nullValue());
        people.as("manager").body("{\"filter\": 7}").put(path).then().statusCode(400);
        people.as("manager").get("/api/campaigns/999999/filter").then().statusCode(404);
    }
}
