package io.tactus.demo;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The file {@code campaign.yaml} of an example campaign; its comments say what each field means. */
record ExampleCampaign(
        String name,
        String mode,
        double linesPerAgent,
        double abandonmentCap,
        String measuringPeriod,
        double ringTimeoutSeconds,
        double answerBudgetSeconds,
        String overflow,
        double wrapUpSeconds,
        int attemptsPerDay,
        int attemptsLifetime,
        String callerId,
        Window callWindow) {

    /** When leads may be called, by their local time. */
    record Window(List<String> days, String from, String to) {}

    /** Reads the file in the campaign's folder; an unknown or missing field is an error that names it. */
    static ExampleCampaign read(Path folder) throws IOException {
        ObjectMapper mapper = new ObjectMapper(new YAMLFactory())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);
        return mapper.readValue(folder.resolve("campaign.yaml").toFile(), ExampleCampaign.class);
    }
}
