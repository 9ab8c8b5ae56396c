package io.tactus.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.tactus.testing.EngineTest;
import io.tactus.testing.Given;
import io.tactus.testing.People;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@EngineTest
class OrderTest {
    @Inject
    People people;

    @Inject
    Given given;

    @Inject
    DataSource dataSource;

    private static Map<String, Object> body(@Nullable Object order, @Nullable Object mix) {
        Map<String, Object> body = new HashMap<>();
        body.put("order", order);
        body.put("mix", mix);
        return body;
    }

    private long list(long campaign, String name) {
        return people.as("manager")
                .body(Map.of("campaignId", campaign, "name", name, "customFields", List.of(), "priority", 0))
                .post("/api/lists")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    @Test
    void anOrderAndAMixAreSavedShownInTheHistoryAndTakenAway() {
        long campaign = given.aCampaign();
        long first = list(campaign, "First");
        long second = list(campaign, "Second");
        String path = "/api/campaigns/" + campaign + "/order";
        people.as("manager")
                .get(path)
                .then()
                .statusCode(200)
                .body("order", nullValue())
                .body("mix", nullValue());
        List<Object> order = List.of(Map.of("field", "attempts"), Map.of("field", "lastName", "descending", true));
        people.as("manager")
                .body(body(order, List.of(Map.of("list", second, "share", 3))))
                .put(path)
                .then()
                .statusCode(200)
                .body("order[1].field", equalTo("lastName"))
                .body("order[1].descending", equalTo(true))
                .body("mix.find { it.list == " + first + " }.share", equalTo(1))
                .body("mix.find { it.list == " + second + " }.share", equalTo(3))
                .body("waiting", equalTo(0));
        people.as("manager")
                .get("/api/campaigns/" + campaign + "/history")
                .then()
                .body("[0].settings.order[0].field", equalTo("attempts"))
                .body("[0].settings.mix.Second", equalTo(3))
                .body("[0].changedBy", equalTo("test-manager"));
        people.as("supervisor").body(body(null, null)).put(path).then().statusCode(403);
        people.as("manager")
                .body(body(List.of(), null))
                .put(path)
                .then()
                .statusCode(200)
                .body("order", nullValue())
                .body("mix", nullValue());
        people.as("manager")
                .get("/api/campaigns/" + campaign + "/filter/fields")
                .then()
                .body("findAll { it.sortable }.field", hasSize(5))
                .body("find { it.field == 'notes' }.sortable", equalTo(false));
    }

    @Test
    void anotherShareMovesNoLeadAndAnotherOrderMovesAll() throws SQLException {
        long campaign = given.aCampaign();
        long list = list(campaign, "Only");
        String path = "/api/campaigns/" + campaign + "/order";
        List<Integer> versions = new ArrayList<>();
        for (Object[] each : new Object[][] {{"attempts", 1}, {"attempts", 7}, {"lastName", 7}}) {
            people.as("manager")
                    .body(body(List.of(Map.of("field", each[0])), List.of(Map.of("list", list, "share", each[1]))))
                    .put(path)
                    .then()
                    .statusCode(200)
                    .body("mix[0].share", equalTo(each[1]));
            versions.add(version(campaign));
        }
        assertThat(versions).containsExactly(1, 1, 2);
    }

    private int version(long campaign) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("select order_version from campaign where id = ?")) {
            statement.setLong(1, campaign);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    @Test
    void whatIsNoOrderSaysWhereAndChangesNothing() {
        long campaign = given.aCampaign();
        long elsewhere = list(given.aCampaign(), "Elsewhere");
        String path = "/api/campaigns/" + campaign + "/order";
        people.as("manager")
                .body(body(List.of(Map.of("field", "random()")), null))
                .put(path)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("order[0].field"))
                .body("errors[0].message", containsString("is no field"));
        people.as("manager")
                .body(body(null, List.of(Map.of("list", elsewhere, "share", 1))))
                .put(path)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("mix[0].list"));
        people.as("manager")
                .body(body(null, List.of(Map.of("list", elsewhere, "share", 101))))
                .put(path)
                .then()
                .statusCode(400)
                .body("errors[0].field", containsString("mix[0].share"));
        people.as("manager").get(path).then().body("mix", nullValue());
        people.as("manager").get("/api/campaigns/999999/order").then().statusCode(404);
    }
}
