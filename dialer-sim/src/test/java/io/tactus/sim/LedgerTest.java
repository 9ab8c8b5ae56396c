package io.tactus.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {

    @Test
    void everyFactIsOnDiskWhileTheCallStillRuns(@TempDir Path folder) {
        var file = folder.resolve("ledger.tsv");
        try (var network = SimulatedNetwork.start(
                        Networks.settings("100 answer patience=2 talk=3").withLedger(file));
                var client = AmiClient.loggedIn(network)) {
            client.originate("PJSIP/100@carrier", "c1", "tactus-out");
            client.originate("PJSIP/100@carrier", "c1", "tactus-out");

            await().untilAsserted(() -> assertThat(facts(file))
                    .containsExactly(
                            "c1\t100\toriginate",
                            "c1\t100\trefused-duplicate",
                            "c1\t100\tringing",
                            "c1\t100\tanswer",
                            "c1\t100\tend:0"));
        }
    }

    private static List<String> facts(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> line.split("\t", 2)[1])
                .toList();
    }
}
