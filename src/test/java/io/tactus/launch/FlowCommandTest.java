package io.tactus.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.RestAssured;
import io.tactus.client.RestClient;
import io.tactus.testing.EngineTest;
import io.tactus.testing.Given;
import io.tactus.testing.People;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@EngineTest
class FlowCommandTest {
    @Inject
    People people;

    @Inject
    Given given;

    @TempDir
    Path folder;

    private RestClient client() {
        String token =
                people.bearer("manager", "campaigns:read", "campaigns:write").substring("Bearer ".length());
        return new RestClient("http://127.0.0.1:" + RestAssured.port, token);
    }

    private FlowCommand command(String name, String text, boolean publish) throws IOException {
        FlowCommand command = new FlowCommand();
        command.file = Files.writeString(folder.resolve("flow.json"), text);
        command.name = name;
        command.publish = publish;
        return command;
    }

    @Test
    void theExampleIsImportedImprovedAndPublished() throws IOException {
        String house = Given.fresh("Support");
        String example = Files.readString(Path.of("../campaigns/ivr/support.json"));
        String name = Given.fresh("flow");
        assertThat(command(name, example.replace("\"Support\"", "\"Nobody\""), true)
                        .send(client()))
                .isEqualTo(1);
        String ours = "find { it.name == '" + name + "' }";
        people.as("manager").get("/api/ivr-flows").then().body(ours + ".published", equalTo(null));
        given.aCampaign(Map.of("name", house, "mode", "inbound"));
        assertThat(command(name, example.replace("\"Support\"", "\"" + house + "\""), true)
                        .send(client()))
                .isZero();
        people.as("manager")
                .get("/api/ivr-flows")
                .then()
                .body(ours + ".published", equalTo(1))
                .body(ours + ".version", equalTo(1));
    }

    @Test
    void aFileThatIsNoFlowIsRefusedWithThePlace() throws IOException {
        RestClient client = client();
        FlowCommand words = command("x", "words", false);
        assertThatThrownBy(() -> words.send(client))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("flow.json is no JSON");
        FlowCommand list = command("x", "[]", false);
        assertThatThrownBy(() -> list.send(client))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is not an object");
        words.file = folder.resolve("nothing");
        assertThatThrownBy(() -> words.send(client)).hasMessageContaining("there is no file");
    }
}
