package io.tactus.launch;

import com.fasterxml.jackson.databind.JsonNode;
import io.tactus.client.EngineOptions;
import io.tactus.client.RestClient;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tactus import}: uploads a file of leads to a running engine and shows how far it is. */
@Command(name = "import", description = "upload a CSV file of leads to a running engine; " + EngineOptions.SECRETS)
final class ImportCommand implements Callable<Integer> {
    @Option(names = "--list", required = true, description = "id of the list")
    long list;

    @Option(names = "--file", required = true, description = "CSV file with a line of headers")
    Path file = Path.of("");

    @Mixin
    EngineOptions engine = new EngineOptions();

    @Override
    public Integer call() throws Exception {
        RestClient client = engine.connect();
        long id =
                client.upload("/api/lists/" + list + "/imports", file).get("id").asLong();
        JsonNode progress = client.get("/api/imports/" + id);
        while (progress.get("state").asText().equals("running")) {
            System.out.printf(
                    "%s rows read, %s of %s bytes%n",
                    progress.get("rowsRead"), progress.get("bytesRead"), progress.get("bytesTotal"));
            TimeUnit.SECONDS.sleep(1);
            progress = client.get("/api/imports/" + id);
        }
        System.out.println(progress.toPrettyString());
        return progress.get("state").asText().equals("done") ? 0 : 1;
    }
}
