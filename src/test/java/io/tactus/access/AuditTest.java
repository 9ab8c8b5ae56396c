package io.tactus.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.tactus.testing.EngineTest;
import io.tactus.testing.Given;
import io.tactus.testing.People;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people and programs do, as the audit tells it. */
@EngineTest
class AuditTest {
    @Inject
    People people;

    @Inject
    Given given;

    @Inject
    DataSource dataSource;

    @Inject
    Audit audit;

    private JsonPath audit(String query) {
        return people.as("compliance")
                .get("/api/audit?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static void logIn(String username, String password) {
        given().contentType(ContentType.JSON)
                .body(Map.of("username", username, "password", password))
                .post("/api/session");
    }

    @Test
    void whatAPersonDoesToACampaignIsThereInOrder() {
        long campaign = given.aCampaign();
        people.as("supervisor").post("/api/campaigns/" + campaign + "/start");
        people.as("supervisor").post("/api/campaigns/" + campaign + "/stop");
        people.as("agent").post("/api/campaigns/" + campaign + "/pause");
        JsonPath audit = audit("entity=campaigns&entityId=" + campaign);
        assertThat(audit.getList("events.action"))
                .containsExactly(
                        "POST /api/campaigns/{id}/pause",
                        "POST /api/campaigns/{id}/stop",
                        "POST /api/campaigns/{id}/start",
                        "POST /api/campaigns");
        assertThat(audit.getList("events.actor"))
                .containsExactly("test-agent", "test-supervisor", "test-supervisor", "test-manager");
        assertThat(audit.getList("events.result")).containsExactly("refused", "done", "done", "done");
        assertThat(audit.getList("events.status")).containsExactly(403, 204, 204, 201);
        assertThat(audit.getLong("events[1].userId")).isEqualTo(people.id("supervisor"));
        assertThat(audit.getString("events[1].address")).isEqualTo("127.0.0.1");
        assertThat(Instant.parse(audit.getString("events[3].at")))
                .isBefore(Instant.parse(audit.getString("events[1].at")));
    }

    @Test
    void aTokenIsNamed() {
        int campaign = people.withToken("manager", "campaigns:write")
                .body(Map.of("name", Given.fresh("by token")))
                .post("/api/campaigns")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        people.as("administrator")
                .get("/api/audit?entity=campaigns&entityId=" + campaign)
                .then()
                .body("events[0].tokenId", notNullValue())
                .body("events[0].actor", equalTo("test-manager"));
    }

    @Test
    void logInsAndFailedOnesAreThere() {
        long id = people.id("manager");
        logIn("test-manager", "wrong password");
        logIn("test-manager", People.PASSWORD);
        logIn("hunter2-typed-as-a-name", "x");
        List<Map<String, Object>> events =
                audit("entity=session&action=POST&limit=3").getList("events");
        assertThat(events).extracting(e -> e.get("result")).containsExactly("refused", "done", "refused");
        assertThat(events).extracting(e -> e.get("status")).containsExactly(401, 200, 401);
        assertThat(events).extracting(e -> e.get("actor")).containsExactly("", "test-manager", "");
        assertThat(events).extracting(e -> e.get("entityId")).containsExactly(null, (int) id, (int) id);
    }

    @Test
    void aChangedLeadIsThereWithoutThePerson() throws SQLException {
        long list = given.aList(given.aCampaign(), Map.of());
        long lead = given.aLead(list, "Auditable", "+12025550133");
        people.as("manager").body(Given.lead(list, "Auditable", "+12025550134")).put("/api/leads/" + lead);
        people.as("manager").delete("/api/leads/" + lead);
        assertThat(audit("entity=leads&entityId=" + lead).getList("events.action"))
                .containsExactly("DELETE /api/leads/{id}", "PUT /api/leads/{id}", "POST /api/leads");
        assertThat(everything()).doesNotContain("Auditable").doesNotContain("2025550133");
    }

    @Test
    void noSecretIsThere() throws SQLException {
        people.as("administrator")
                .body(Map.of(
                        "username",
                        "audited",
                        "displayName",
                        "Audited",
                        "password",
                        "a very secret password",
                        "roles",
                        List.of("agent")))
                .post("/api/users")
                .then()
                .statusCode(201);
        String token = people.bearer("manager", "leads:read");
        logIn("hunter2-typed-as-a-name", "another secret");
        String everything = everything();
        assertThat(everything).contains("user audited, roles [agent]").contains("scopes [leads:read]");
        assertThat(everything)
                .doesNotContain("secret password")
                .doesNotContain("another secret")
                .doesNotContain("hunter2")
                .doesNotContain(token.substring("Bearer tct_".length()))
                .doesNotContain(People.PASSWORD);
    }

    private String everything() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select string_agg(e::text, E'\\n') from audit_event e")) {
            row.next();
            return row.getString(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_event set actor = 'somebody else'",
                "delete from audit_event",
                "truncate audit_event"
            })
    void itCanOnlyGrow(String sql) throws SQLException {
        given.aCampaign();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("can only grow");
        }
    }

    @Test
    void aDeedThatFailsLeavesNoEventOfIt() {
        int before = audit("action=/api/users&limit=500").getList("events").size();
        people.as("administrator")
                .body(Map.of(
                        "username",
                        "test-manager",
                        "displayName",
                        "",
                        "password",
                        "0123456789",
                        "roles",
                        List.of("agent")))
                .post("/api/users")
                .then()
                .statusCode(409);
        JsonPath after = audit("action=/api/users&limit=500");
        assertThat(after.getList("events")).hasSize(before + 1);
        assertThat(after.getString("events[0].result")).isEqualTo("refused");
    }

    @Test
    void aDeedThatIsUndoneTakesItsEventAlong() throws SQLException {
        QuarkusTransaction.begin();
        audit.deed(1, "this never happened");
        QuarkusTransaction.rollback();
        assertThat(everything()).doesNotContain("this never happened");
    }

    @Test
    void itIsReadByPages() {
        long campaign = given.aCampaign();
        for (int i = 0; i < 4; i++) {
            people.as("manager").post("/api/campaigns/" + campaign + "/pause");
        }
        String query = "entity=campaigns&entityId=" + campaign + "&limit=3";
        JsonPath first = audit(query);
        assertThat(first.getList("events")).hasSize(3);
        JsonPath second = audit(query + "&before=" + first.getLong("next"));
        assertThat(second.getList("events")).hasSize(2);
        people.as("compliance")
                .get("/api/audit?" + query + "&before=" + first.getLong("next"))
                .then()
                .body("next", nullValue());
    }

    @Test
    void itIsFoundByActorActionAndTime() {
        long campaign = given.aCampaign();
        people.as("supervisor").post("/api/campaigns/" + campaign + "/start");
        String of = "entity=campaigns&entityId=" + campaign;
        assertThat(audit(of + "&actor=test-supervisor").getList("events")).hasSize(1);
        assertThat(audit(of + "&action=/start").getList("events")).hasSize(1);
        String at = audit(of + "&action=/start").getString("events[0].at");
        assertThat(audit(of + "&from=" + at).getList("events")).hasSize(1);
        assertThat(audit(of + "&to=" + at).getList("events")).hasSize(1);
        people.as("compliance").get("/api/audit?from=yesterday").then().statusCode(400);
    }

    @Test
    void nobodyCanFillIt() {
        int before = audit("entity=session&limit=500").getList("events").size();
        given().delete("/api/session");
        given().contentType(ContentType.JSON).body("{}").post("/api/session/password");
        given().contentType(ContentType.JSON).body("{}").post("/api/session");
        given().contentType(ContentType.JSON).body("{}").post("/api/campaigns");
        assertThat(audit("entity=session&limit=500").getList("events")).hasSize(before);
        assertThat(audit("entity=campaigns&limit=1").getString("events[0].actor"))
                .isNotEmpty();
    }

    @Test
    void theDeskOfAnAgentIsNotInIt() {
        people.as("agent").post("/api/agent/ready");
        assertThat(audit("entity=agent").getList("events")).isEmpty();
    }
}
