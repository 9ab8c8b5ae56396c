package io.tactus.agent.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.path.json.JsonPath;
import io.tactus.testing.EngineTest;
import io.tactus.testing.People;
import io.tactus.testing.SocketListener;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

@EngineTest
class MessageTest {
    @Inject
    People people;

    @TestHTTPResource
    URI engine;

    private int send(long agent, String text) {
        return people.as("supervisor")
                .body(Map.of("text", text))
                .post("/api/agents/" + agent + "/messages")
                .statusCode();
    }

    @Test
    void aMessageStandsOnTheDeskUntilItIsRead() throws InterruptedException {
        long agent = people.anAgent("message-01");
        try (SocketListener desk = people.desk("message-01", engine.getPort())) {
            assertThat(desk.next().getList("messages")).isEmpty();
            assertThat(send(agent, " Slow down, please. ")).isEqualTo(204);
            JsonPath news =
                    desk.until(message -> message.get("messages") != null).getLast();
            assertThat(news.getString("messages[0].text")).isEqualTo("Slow down, please.");
            assertThat(news.getString("messages[0].from")).isEqualTo("test-supervisor");
            int id = news.getInt("messages[0].id");
            people.anAgent("message-02");
            people.asAgent("message-02")
                    .post("/api/agent/messages/" + id + "/read")
                    .then()
                    .statusCode(404);
            people.asAgent("message-01")
                    .post("/api/agent/messages/" + id + "/read")
                    .then()
                    .statusCode(204);
            assertThat(desk.until(message -> message.get("messages") != null)
                            .getLast()
                            .getList("messages"))
                    .isEmpty();
            people.asAgent("message-01")
                    .post("/api/agent/messages/" + id + "/read")
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void moreThanTwentyUnreadAreRefused() {
        long agent = people.anAgent("message-03");
        for (int i = 0; i < DeskMessages.MOST_UNREAD; i++) {
            assertThat(send(agent, "message " + i)).isEqualTo(204);
        }
        people.as("supervisor")
                .body(Map.of("text", "one more"))
                .post("/api/agents/" + agent + "/messages")
                .then()
                .statusCode(409)
                .body("detail", containsString("20 unread"));
    }

    @Test
    void onlySupervisorsWriteAndOnlyToAgents() {
        long agent = people.anAgent("message-04");
        people.as("manager")
                .body(Map.of("text", "hello"))
                .post("/api/agents/" + agent + "/messages")
                .then()
                .statusCode(403);
        assertThat(send(people.id("manager"), "hello")).isEqualTo(404);
        assertThat(send(agent, "  ")).isEqualTo(400);
        assertThat(send(agent, "x".repeat(501))).isEqualTo(400);
    }
}
