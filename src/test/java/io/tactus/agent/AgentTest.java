package io.tactus.agent;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.tactus.access.Accounts;
import io.tactus.testing.EngineTest;
import io.tactus.testing.People;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

@EngineTest
class AgentTest {
    @Inject
    People people;

    @Inject
    Accounts accounts;

    @Inject
    Agents agents;

    @Test
    void aUserBecomesAnAgentAndAUserAgain() {
        long user = accounts.ensure("agent-crud", "Agent", People.PASSWORD, Set.of("agent"));
        people.as("administrator")
                .body(Map.of("userId", user, "endpoint", "crud-phone", "legMode", "standing", "phoneKind", "desk"))
                .post("/api/agents")
                .then()
                .statusCode(201)
                .body("state", equalTo("LOGGED_OUT"));
        people.as("administrator")
                .body(Map.of("endpoint", "crud-phone-2", "legMode", "on_demand", "phoneKind", "browser"))
                .put("/api/agents/" + user)
                .then()
                .body("endpoint", equalTo("crud-phone-2"))
                .body("legMode", equalTo("on_demand"));
        people.as("administrator").delete("/api/agents/" + user).then().statusCode(204);
        people.as("administrator").get("/api/agents/" + user).then().statusCode(404);
    }

    @Test
    void anEndpointCannotCarryAnythingElseIntoAsterisk() {
        people.as("administrator")
                .body(Map.of(
                        "userId", 1, "endpoint", "a\r\nAction: Hangup", "legMode", "standing", "phoneKind", "desk"))
                .post("/api/agents")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("endpoint"));
    }

    @Test
    void theDeskShowsTheOwnState() {
        agents.ensure(people.id("agent"), "test-agent-phone", "standing", "desk");
        people.as("agent")
                .get("/api/agent/state")
                .then()
                .statusCode(200)
                .body("agent.state", equalTo("LOGGED_OUT"))
                .body("call", nullValue());
    }

    @Test
    void whatTheFloorRefusesIsAConflictInItsWords() {
        agents.ensure(people.id("agent"), "test-agent-phone", "standing", "desk");
        people.as("agent").post("/api/agent/login").then().statusCode(409).body("detail", containsString("node"));
        people.as("agent").post("/api/agent/ready").then().statusCode(409);
        people.as("supervisor")
                .body(Map.of("code", "meeting"))
                .post("/api/agents/" + people.id("agent") + "/pause")
                .then()
                .statusCode(409);
    }

    @Test
    void aCallThatNeverWasHasNoDisposition() {
        people.as("agent")
                .body(Map.of("callId", 999_999, "disposition", "SALE"))
                .post("/api/agent/dispose")
                .then()
                .statusCode(409);
    }
}
