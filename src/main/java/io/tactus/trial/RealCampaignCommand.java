package io.tactus.trial;

import io.tactus.client.RestClient;
import io.tactus.platform.EmbeddedDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code tactus real}: 300 leads through a real Asterisk 22, SIPp as the carrier, ten SIPp phones as agents on standing legs, everything over
 * the REST interface. Every lead must end with what the carrier played.
 */
@Command(
        name = "real",
        description = "a campaign of 300 leads through a real Asterisk with SIPp as the carrier, checked")
public final class RealCampaignCommand implements Callable<Integer> {
    private static final int[] AREAS = {202, 303, 404, 505};

    @Option(names = "--leads", defaultValue = "300", description = "leads, 20 to 380 (default 300)")
    int leads = 300;

    @Option(
            names = "--home",
            defaultValue = ".tactus/real",
            description = "folder of the trial (default .tactus/real); emptied first")
    Path home = Path.of(".tactus/real");

    @Override
    public Integer call() throws Exception {
        TrialWorld.empty(home);
        try (EmbeddedDatabase database = EmbeddedDatabase.start(home.resolve("postgres"));
                RealAsterisk asterisk = new RealAsterisk(home, RealAsterisk.Size.small(1))) {
            EngineProcess engine = RealFloor.engine(home, database, asterisk, Map.of());
            List<String> plain = new ArrayList<>();
            List<String> detected = new ArrayList<>();
            divide(plain, detected);
            RealFloor floor = new RealFloor(engine, home);
            List<Long> agents = floor.agents(10);
            RestClient manager = floor.client("trial-manager", "manager");
            long first = RealFloor.campaign(manager, "Without machine detection", false, plain, agents);
            long second = RealFloor.campaign(manager, "With machine detection", true, detected, agents);
            manager.post("/api/campaigns/" + first + "/start", Map.of());
            manager.post("/api/campaigns/" + second + "/start", Map.of());
            try (Connection connection =
                            DriverManager.getConnection(database.jdbcUrl(), "postgres", database.password());
                    Statement statement = connection.createStatement()) {
                boolean done = Waiting.until(600_000, () -> {
                    floor.hearMachines(statement);
                    return CrashCommand.count(statement, "select count(*) from campaign where state = 'done'") == 2;
                });
                // The carrier's and the node's logs are written a moment after the calls end.
                Waiting.millis(1_500);
                RealEvidence evidence = new RealEvidence(asterisk, connection, RealEvidence::played, Set.of());
                if (!done) {
                    evidence.broken.add("the campaigns were not done within ten minutes");
                }
                engine.stop();
                return evidence.print(
                        plain.size() + detected.size(),
                        Map.of(
                                first, "SIP 200 OK to both in the bridge",
                                second, "the same with machine detection in between"));
            }
        }
    }

    /** Machines, and every fourth area's persons, go to the campaign with detection. Who never hangs up is left out. */
    private void divide(List<String> plain, List<String> detected) {
        int taken = 0;
        for (int ending = 0; ending < 100; ending++) {
            for (int area : AREAS) {
                boolean never = ending % 10 == 4 && ending < 50;
                if (never || taken == leads) {
                    continue;
                }
                taken++;
                String number = "+1%d55501%02d".formatted(area, ending);
                boolean machine = ending % 10 == RealFloor.MACHINES;
                boolean talker = ending % 10 <= 3 && area == 505;
                (machine || talker ? detected : plain).add(number);
            }
        }
    }
}
