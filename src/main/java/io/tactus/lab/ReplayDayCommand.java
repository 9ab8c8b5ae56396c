package io.tactus.lab;

import io.tactus.client.EngineOptions;
import io.tactus.lab.past.Recording;
import io.tactus.lab.past.RecordingFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tactus lab replay}: a recorded day of a campaign under other policies. */
@Command(
        name = "replay",
        description = "a recorded day of a campaign under other policies: from a file, or from a running engine; "
                + EngineOptions.SECRETS)
final class ReplayDayCommand implements Callable<Integer> {
    @Option(
            names = "--file",
            description = "the recording; with --campaign and --date it is fetched and kept there first")
    Optional<Path> file = Optional.empty();

    @Option(names = "--campaign", description = "id of the campaign, to fetch the recording from a running engine")
    Optional<Long> campaign = Optional.empty();

    @Option(names = "--date", description = "the day in the campaign's time zone, for example 2026-11-22")
    Optional<LocalDate> date = Optional.empty();

    @Option(names = "--cap", description = "highest share of abandoned calls (default: the campaign's)")
    Optional<Double> cap = Optional.empty();

    @Mixin
    Contest contest = new Contest();

    @Mixin
    EngineOptions engine = new EngineOptions();

    @Override
    public Integer call() throws IOException {
        if (cap.isPresent() && !(cap.get() >= 0 && cap.get() <= 1)) {
            throw new IllegalArgumentException("--cap must be 0 to 1, for example 0.03, not " + cap.get());
        }
        Replay replay = new Replay(recording());
        Scenario was = replay.world();
        Scenario world = cap.map(share -> was.each(work -> work.withCap(share))).orElse(was);
        String name = "recorded day";
        List<Contest.Cell> cells = contest.competitors().stream()
                .map(competitor -> {
                    Scenario own = competitor.means().apply(world);
                    return new Contest.Cell(
                            name,
                            competitor.name(),
                            own,
                            seed -> replay.run(own, competitor.make().apply(own), seed));
                })
                .toList();
        System.out.println(was.description());
        contest.hold(
                cells,
                List.of(Row.of(name, "as recorded", was, List.of(replay.recorded()))),
                world.first().cap());
        return 0;
    }

    private Recording recording() throws IOException {
        if (campaign.isEmpty() && date.isEmpty() && file.isPresent()) {
            return RecordingFile.read(file.get());
        }
        if (campaign.isEmpty() || date.isEmpty()) {
            throw new IllegalArgumentException("say --file FILE, or --campaign ID --date YYYY-MM-DD");
        }
        Path kept = file.isPresent() ? file.get() : Files.createTempFile("tactus-recording", ".jsonl");
        try {
            engine.connect()
                    .download(
                            "/api/campaigns/" + campaign.get() + "/recording?date=" + date.get(),
                            "application/jsonl",
                            kept);
            return RecordingFile.read(kept);
        } finally {
            if (file.isEmpty()) {
                Files.deleteIfExists(kept);
            }
        }
    }
}
