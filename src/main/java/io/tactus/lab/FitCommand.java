package io.tactus.lab;

import io.tactus.client.EngineOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tactus lab fit}: a world like a campaign's own last days, from a running engine. */
@Command(
        name = "fit",
        description = "a world like a campaign's own last days, from a running engine; " + EngineOptions.SECRETS)
final class FitCommand implements Callable<Integer> {
    @Option(names = "--campaign", required = true, description = "id of the campaign")
    long campaign;

    @Option(names = "--days", defaultValue = "7", description = "days to look back, 1 to 60 (default 7)")
    int days = 7;

    @Option(names = "--file", required = true, description = "where the world goes, for example my-world.yaml")
    Path file = Path.of("");

    @Mixin
    EngineOptions engine = new EngineOptions();

    @Override
    public Integer call() throws IOException {
        engine.connect().download("/api/campaigns/" + campaign + "/scenario?days=" + days, "application/yaml", file);
        Scenario world = ScenarioFile.find(file.toString());
        System.out.printf("%s%nNow: ./tactus lab compare --scenario %s%n", world.description(), file);
        return 0;
    }
}
