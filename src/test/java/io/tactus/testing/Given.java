package io.tactus.testing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Campaigns, lists and leads to begin a test with, made over REST as a manager does. */
@ApplicationScoped
public class Given {
    /** Settings of a campaign that may call progressively at any hour. */
    public static final Map<String, Object> ALWAYS_OPEN = Map.of(
            "mode",
            "progressive",
            "windowDays",
            List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"),
            "windowFrom",
            "00:00",
            "windowTo",
            "00:00");

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final People people;

    Given(People people) {
        this.people = people;
    }

    /** A name that no other test uses. */
    public static String fresh(String word) {
        return word + " " + NUMBER.incrementAndGet();
    }

    /** A campaign with all defaults. */
    public long aCampaign() {
        return aCampaign(Map.of());
    }

    /** A campaign with these settings. */
    public long aCampaign(Map<String, ?> settings) {
        Map<String, Object> body = new java.util.HashMap<>(settings);
        body.putIfAbsent("name", fresh("campaign"));
        return id(people.as("manager").body(body).post("/api/campaigns"));
    }

    /** A campaign that may call at any hour, with one lead. Answers the campaign's id, then the lead's. */
    public long[] aCampaignWith(String number) {
        long campaign = aCampaign(ALWAYS_OPEN);
        return new long[] {campaign, aLead(aList(campaign, Map.of()), "Lead", number)};
    }

    /** The agent of this phone serves the campaign and is ready for it. */
    public void ready(String phone, long campaign) {
        people.as("manager")
                .body(Map.of("agents", List.of(people.anAgent(phone))))
                .put("/api/campaigns/" + campaign + "/agents")
                .then()
                .statusCode(200);
        people.asAgent(phone).post("/api/agent/login").then().statusCode(204);
        people.asAgent(phone).post("/api/agent/ready").then().statusCode(204);
    }

    /** An empty list of the campaign. */
    public long aList(long campaign, Map<String, String> fields) {
        List<Map<String, String>> custom = fields.entrySet().stream()
                .map(field -> Map.of("name", field.getKey(), "type", field.getValue()))
                .toList();
        return id(people.as("manager")
                .body(Map.of("campaignId", campaign, "name", fresh("list"), "customFields", custom, "priority", 0))
                .post("/api/lists"));
    }

    /** A lead with this number. */
    public long aLead(long list, String lastName, String number) {
        return id(people.as("manager").body(lead(list, lastName, number)).post("/api/leads"));
    }

    /** The JSON of a lead. */
    public static Map<String, Object> lead(long list, String lastName, String number) {
        return Map.of(
                "listId",
                list,
                "firstName",
                "Ada",
                "lastName",
                lastName,
                "externalId",
                "",
                "notes",
                "",
                "phones",
                List.of(Map.of("number", number)));
    }

    private static long id(io.restassured.response.Response response) {
        return ((Number) response.then().statusCode(201).extract().path("id")).longValue();
    }
}
