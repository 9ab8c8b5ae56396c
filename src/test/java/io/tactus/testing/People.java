package io.tactus.testing;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.tactus.access.Accounts;
import io.tactus.agent.Agents;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;

/** Somebody of each role, logged in. */
@ApplicationScoped
public class People {
    /** Everybody's password. */
    public static final String PASSWORD = "correct horse battery";

    private final Map<String, String> sessions = new ConcurrentHashMap<>();
    private final Accounts accounts;
    private final Agents agents;

    People(Accounts accounts, Agents agents) {
        this.accounts = accounts;
        this.agents = agents;
    }

    /** A request of somebody who has this role and no other. */
    public RequestSpecification as(String role) {
        return withSession(sessions.computeIfAbsent(role, this::session));
    }

    /** The id of the account behind {@link #as}. */
    public long id(String role) {
        return accounts.ensure("test-" + role, "Test " + role, PASSWORD, Set.of(role));
    }

    /** A new session of that somebody. */
    public String session(String role) {
        id(role);
        return logIn("test-" + role);
    }

    private String logIn(String username) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("username", username, "password", PASSWORD))
                .post("/api/session")
                .then()
                .statusCode(200)
                .extract()
                .cookie("tactus_session");
    }

    /** A new agent with this phone: the account's name is {@code agent-} and the phone. */
    public long anAgent(String phone) {
        long id = accounts.ensure("agent-" + phone, "Agent " + phone, PASSWORD, Set.of("agent"));
        agents.ensure(id, phone, "standing", "desk");
        return id;
    }

    /** A request of that agent. */
    public RequestSpecification asAgent(String phone) {
        return withSession(sessions.computeIfAbsent("agent-" + phone, this::logIn));
    }

    /** Waits until that agent is in this state. */
    public void await(String phone, String state) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> state.equals(asAgent(phone).get("/api/agent/state").path("agent.state")));
    }

    /** Follows the desk of the agent with this phone, on the engine's port. */
    public SocketListener desk(String phone, int port) {
        anAgent(phone);
        String token = asAgent(phone)
                .body(Map.of("label", "desk", "scopes", new String[] {"agent:read"}, "days", 1))
                .post("/api/tokens")
                .path("token");
        return SocketListener.connect(port, "/api/agent/stream?zone=Europe/Berlin", "Bearer " + token);
    }

    /** A request with this session, as the engine's own page sends it. */
    public static RequestSpecification withSession(String cookie) {
        return given().cookie("tactus_session", cookie).header("X-Tactus", "1").contentType(ContentType.JSON);
    }

    /** A request with an API token of somebody who has this role. */
    public RequestSpecification withToken(String role, String... scopes) {
        return given().header("Authorization", bearer(role, scopes)).contentType(ContentType.JSON);
    }

    /** The {@code Authorization} header of a new API token of somebody who has this role. */
    public String bearer(String role, String... scopes) {
        String token = as(role).body(Map.of("label", "test", "scopes", scopes, "days", 1))
                .post("/api/tokens")
                .then()
                .statusCode(201)
                .extract()
                .path("token");
        return "Bearer " + token;
    }
}
