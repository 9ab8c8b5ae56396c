package io.tactus.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.http.ContentType;
import io.tactus.testing.EngineTest;
import io.tactus.testing.People;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

@EngineTest
class SessionTest {
    @Inject
    People people;

    @Inject
    Accounts accounts;

    @Test
    void theCookieIsClosedToScriptsAndToOtherSites() {
        people.id("manager");
        String header = logIn("test-manager", People.PASSWORD).header("Set-Cookie");
        assertThat(header).contains("HTTPOnly").contains("SameSite=Strict").contains("Path=/");
    }

    @Test
    void whoAmITellsTheRoles() {
        people.as("manager").get("/api/session").then().statusCode(200).body("roles", hasItem("manager"));
    }

    @Test
    void logOutEndsTheSession() {
        String session = people.session("agent");
        People.withSession(session).delete("/api/session").then().statusCode(204);
        People.withSession(session).get("/api/session").then().statusCode(204);
        People.withSession(session).get("/api/campaigns").then().statusCode(401);
    }

    @Test
    void whoAmIAnswersNobodyWithoutAnError() {
        given().get("/api/session").then().statusCode(204);
        given().cookie("tactus_session", "stale").get("/api/session").then().statusCode(204);
        given().header("Authorization", "Bearer tct_wrong")
                .get("/api/session")
                .then()
                .statusCode(401);
    }

    @Test
    void oneCanLogInWithAStaleCookie() {
        people.id("agent");
        given().cookie("tactus_session", "stale")
                .contentType(ContentType.JSON)
                .body(Map.of("username", "test-agent", "password", People.PASSWORD))
                .post("/api/session")
                .then()
                .statusCode(200);
    }

    @Test
    void aChangeNeedsTheHeaderOfOurPageOrOurOrigin() {
        String session = people.session("manager");
        var bare = given().cookie("tactus_session", session)
                .contentType(ContentType.JSON)
                .body("{}");
        bare.post("/api/campaigns").then().statusCode(403);
        given().cookie("tactus_session", session)
                .header("Origin", "https://elsewhere.example")
                .header("X-Tactus", "1")
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/api/campaigns")
                .then()
                .statusCode(403);
        given().cookie("tactus_session", session)
                .header("Origin", "http://127.0.0.1:" + io.restassured.RestAssured.port)
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/api/campaigns")
                .then()
                .statusCode(400);
    }

    @Test
    void aSessionsSecretIsNoToken() {
        String session = people.session("manager");
        given().header("Authorization", "Bearer " + session)
                .get("/api/campaigns")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    @Test
    void tooManyWrongPasswordsMakeANameWait() {
        accounts.ensure("throttled", "Throttled", People.PASSWORD, Set.of(Roles.AGENT));
        for (int i = 0; i < LoginThrottle.PER_NAME; i++) {
            assertThat(logIn("throttled", "wrong").statusCode()).isEqualTo(401);
        }
        assertThat(logIn("throttled", People.PASSWORD).statusCode()).isEqualTo(429);
    }

    @Test
    void aTokenDoesWhatItsScopesAndItsUsersRolesBothAllow() {
        people.withToken("manager", "campaigns:read")
                .get("/api/campaigns")
                .then()
                .statusCode(200);
        people.withToken("manager", "campaigns:read")
                .body("{}")
                .post("/api/campaigns")
                .then()
                .statusCode(403);
        people.withToken("agent", "users:read").get("/api/users").then().statusCode(403);
    }

    @Test
    void aTokenMakesNoTokens() {
        people.withToken("manager", "campaigns:write")
                .body(Map.of("label", "x", "scopes", List.of("leads:read"), "days", 1))
                .post("/api/tokens")
                .then()
                .statusCode(403);
    }

    @Test
    void aRevokedTokenIsWorthNothing() {
        var created = people.as("manager")
                .body(Map.of("label", "x", "scopes", List.of("campaigns:read"), "days", 1))
                .post("/api/tokens")
                .then()
                .extract();
        people.as("manager").delete("/api/tokens/" + created.path("id")).then().statusCode(204);
        given().header("Authorization", "Bearer " + created.path("token"))
                .get("/api/campaigns")
                .then()
                .statusCode(401);
    }

    @Test
    void aDeactivatedUserIsOutAtOnce() {
        long id = accounts.ensure("leaver", "Leaver", People.PASSWORD, Set.of(Roles.AGENT));
        String session = logIn("leaver", People.PASSWORD).cookie("tactus_session");
        people.as("administrator")
                .body(Map.of("username", "leaver", "displayName", "", "roles", List.of("agent"), "active", false))
                .put("/api/users/" + id)
                .then()
                .statusCode(200)
                .body("active", equalTo(false));
        People.withSession(session).get("/api/session").then().statusCode(204);
        People.withSession(session).get("/api/campaigns").then().statusCode(401);
    }

    private static io.restassured.response.Response logIn(String username, String password) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("username", username, "password", password))
                .post("/api/session");
    }
}
