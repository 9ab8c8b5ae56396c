package io.tactus.launch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tactus.client.EngineOptions;
import io.tactus.client.RestClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tactus flow}: brings an IVR flow from a file into a running engine, as the draft of the flow with that name, and says what is wrong with it. */
@Command(name = "flow", description = "import an IVR flow into a running engine; " + EngineOptions.SECRETS)
final class FlowCommand implements Callable<Integer> {
    /** What the engine takes. */
    private static final long LARGEST_FILE = 1 << 20;

    @Option(names = "--file", required = true, description = "JSON file, such as campaigns/ivr/support.json")
    Path file = Path.of("");

    @Option(names = "--name", required = true, description = "name of the flow; one of that name gets a new draft")
    String name = "";

    @Option(names = "--publish", description = "put it in force when nothing is wrong with it")
    boolean publish;

    @Mixin
    EngineOptions engine = new EngineOptions();

    @Override
    public Integer call() throws Exception {
        return send(engine.connect());
    }

    /** @return 0 when nothing is wrong with the flow */
    int send(RestClient client) throws IOException {
        JsonNode kept = keep(client, read());
        String path = "/api/ivr-flows/" + kept.get("id").asLong();
        JsonNode findings = client.get(path + "/findings").get("findings");
        for (JsonNode finding : findings) {
            System.out.printf(
                    "%s %s: %s%n",
                    finding.get("kind").asText(),
                    finding.get("node").asText(),
                    finding.get("sentence").asText());
        }
        if (!findings.isEmpty()) {
            System.out.printf("%s is kept as a draft, with %d findings%n", name, findings.size());
            return 1;
        }
        if (publish) {
            JsonNode published = client.post(path + "/publish", Map.of("version", kept.get("version")));
            System.out.printf(
                    "%s: version %d is in force%n",
                    name, published.get("published").asInt());
        } else {
            System.out.printf("%s is kept as a draft, with nothing wrong%n", name);
        }
        return 0;
    }

    private JsonNode keep(RestClient client, JsonNode flow) throws IOException {
        for (JsonNode each : client.get("/api/ivr-flows")) {
            if (each.get("name").asText().equals(name)) {
                return client.put(
                        "/api/ivr-flows/" + each.get("id").asLong(),
                        Map.of("name", name, "flow", flow, "version", each.get("version")));
            }
        }
        return client.post("/api/ivr-flows", Map.of("name", name, "flow", flow));
    }

    private JsonNode read() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("there is no file " + file);
        }
        if (Files.size(file) > LARGEST_FILE) {
            throw new IllegalArgumentException(file + " is larger than " + LARGEST_FILE + " bytes: no flow");
        }
        try {
            return new ObjectMapper().readTree(Files.readString(file));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(file + " is no JSON: " + e.getOriginalMessage(), e);
        }
    }
}
