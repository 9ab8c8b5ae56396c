package io.tactus.lead;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
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
class LeadTest {
    @Inject
    People people;

    @Inject
    Given given;

    @Test
    void aNumberIsKeptInE164WithItsKindAndItsZones() {
        long list = given.aList(given.aCampaign(), Map.of());
        long lead = given.aLead(list, "Lovelace", "(202) 555-0143");
        people.as("manager")
                .get("/api/leads/" + lead)
                .then()
                .body("lead.phones[0].number", equalTo("+12025550143"))
                .body("lead.phones[0].zones", contains("America/New_York"))
                .body("attempts", hasSize(0));
    }

    @Test
    void aTollFreeNumberMayBeAnywhere() {
        long list = given.aList(given.aCampaign(), Map.of());
        long lead = given.aLead(list, "Free", "+18005550143");
        people.as("manager").get("/api/leads/" + lead).then().body("lead.phones[0].zones.size() > 10", equalTo(true));
    }

    @Test
    void whatIsWrongWithALeadIsNamed() {
        long list = given.aList(given.aCampaign(), Map.of("age", "number"));
        Map<String, Object> lead = new HashMap<>(Given.lead(list, "Wrong", "12"));
        lead.put("custom", Map.of("age", "old", "colour", "red"));
        people.as("manager")
                .body(lead)
                .post("/api/leads")
                .then()
                .statusCode(400)
                .body("errors.field", hasItems("phones[0].number", "custom.age", "custom.colour"));
    }

    @Test
    void aListHoldsANumberOnce() {
        long campaign = given.aCampaign();
        long list = given.aList(campaign, Map.of());
        given.aLead(list, "One", "+12025550144");
        people.as("manager")
                .body(Given.lead(list, "Two", "202-555-0144"))
                .post("/api/leads")
                .then()
                .statusCode(409);
        given.aLead(given.aList(campaign, Map.of()), "Three", "+12025550144");
    }

    @Test
    void aLeadIsFoundByNumberNameAndPage() {
        long list = given.aList(given.aCampaign(), Map.of());
        long first = given.aLead(list, "Byron", "+12025550145");
        long second = given.aLead(list, "Byrd", "+12025550146");
        given.aLead(list, "Hopper", "+12025550147");
        people.as("supervisor")
                .get("/api/leads?listId=" + list + "&number=2025550145")
                .then()
                .body("leads.id", contains((int) first));
        people.as("supervisor")
                .get("/api/leads?listId=" + list + "&name=byr")
                .then()
                .body("leads.id", contains((int) second, (int) first));
        people.as("supervisor")
                .get("/api/leads?listId=" + list + "&name=%25")
                .then()
                .body("leads", hasSize(0));
        Integer next = people.as("supervisor")
                .get("/api/leads?listId=" + list + "&limit=2")
                .then()
                .body("leads", hasSize(2))
                .extract()
                .path("next");
        people.as("supervisor")
                .get("/api/leads?listId=" + list + "&limit=2&after=" + next)
                .then()
                .body("leads.lastName", contains("Hopper"))
                .body("next", nullValue());
    }

    @Test
    void aLeadCanBeChangedAndPutForward() {
        long list = given.aList(given.aCampaign(), Map.of("age", "number"));
        long lead = given.aLead(list, "Hot", "+12025550148");
        Map<String, Object> changed = new HashMap<>(Given.lead(list, "Hotter", "+12025550148"));
        changed.put(
                "phones",
                List.of(Map.of("number", "+12025550149"), Map.of("number", "+12125550148", "zone", "America/Chicago")));
        changed.put("custom", Map.of("age", 36));
        people.as("manager").body(changed).put("/api/leads/" + lead).then().statusCode(200);
        people.as("supervisor")
                .body(Map.of("priority", 100))
                .post("/api/leads/" + lead + "/priority")
                .then()
                .statusCode(200)
                .body("priority", equalTo(100))
                .body("phones.number", contains("+12025550149", "+12125550148"))
                .body("phones[1].zones", contains("America/Chicago"))
                .body("custom.age", equalTo(36));
        people.as("manager").delete("/api/leads/" + lead).then().statusCode(204);
        people.as("manager").get("/api/leads/" + lead).then().statusCode(404);
    }
}
