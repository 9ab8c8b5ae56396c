package io.tactus.lab.past;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tactus.campaign.CampaignForm;
import io.tactus.campaign.Campaigns;
import io.tactus.lab.past.PastStore.Span;
import io.tactus.platform.EngineClock;
import io.tactus.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;

/** A campaign's own past: worlds that are like it, and recordings of its days. One is made at a time, since each holds its attempts in memory. */
@ApplicationScoped
public class Pasts {
    /** Dials that a world is fitted to, the latest ones. */
    static final int MOST_DIALS = 200_000;

    private static final int MOST_DUTIES = 1_000_000;

    private final Campaigns campaigns;
    private final PastStore store;
    private final EngineClock clock;
    private final Semaphore turn = new Semaphore(1);

    Pasts(Campaigns campaigns, PastStore store, EngineClock clock) {
        this.campaigns = campaigns;
        this.store = store;
        this.clock = clock;
    }

    /** The world like the campaign's last days, by the fields of {@code scenario.schema.json}; 409 when there was too little. */
    public ObjectNode scenario(long campaignId, int days) {
        CampaignForm settings = campaigns.view(campaignId).settings();
        if (!turn.tryAcquire()) {
            throw ProblemException.of(503, "Another world is being made. Try again in a moment.");
        }
        try {
            return FittedWorld.of(lately(campaignId, settings, days));
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("the attempts cannot be read", e);
        } catch (IllegalArgumentException e) {
            throw ProblemException.conflict("%s, or wait for more calls.".formatted(e.getMessage()));
        } finally {
            turn.release();
        }
    }

    /** The same as YAML. */
    public String yaml(long campaignId, int days) {
        return Yaml.of(scenario(campaignId, days));
    }

    private Recording lately(long campaignId, CampaignForm settings, int days) throws SQLException, IOException {
        Instant now = clock.instant();
        Span asked = new Span(campaignId, now.minus(Duration.ofDays(days)), now);
        ZoneId zone = store.zone(campaignId, now).orElse(ZoneOffset.UTC);
        List<Dial> dials = new ArrayList<>();
        Map<Long, Integer> agents = new HashMap<>();
        store.dials(asked, settings.answerBudgetMillis() / 1e3, true, MOST_DIALS, (dial, agent) -> {
            dials.add(dial);
            number(dial, agent, agents);
        });
        if (dials.size() == MOST_DIALS) {
            // What the agents did before the oldest of these dials belongs to others.
            Duration left = Duration.ofMillis((long) (dials.getLast().at() * 1e3));
            Span reached = new Span(campaignId, asked.from().plus(left), now);
            dials.replaceAll(dial -> dial.at(Math.max(0, dial.at() - left.toMillis() / 1e3)));
            return recording(reached, settings, zone, dials, agents);
        }
        return recording(asked, settings, zone, dials, agents);
    }

    private Recording recording(
            Span span, CampaignForm settings, ZoneId zone, List<Dial> dials, Map<Long, Integer> agents)
            throws SQLException, IOException {
        List<Duty> duties = new ArrayList<>();
        if (!store.duties(span, agents, MOST_DUTIES, duties::add)) {
            throw ProblemException.conflict(
                    "The agents changed their states more than %,d times: ask for fewer days.".formatted(MOST_DUTIES));
        }
        return new Recording(setting(span, settings, zone), dials, duties, List.of());
    }

    /**
     * A day of the campaign as a file in the form of {@link RecordingFile}, whole before a byte of it is answered; it goes when it is closed.
     *
     * @param date in the campaign's zone; of today what has happened so far
     */
    public InputStream recording(long campaignId, LocalDate date) {
        CampaignForm settings = campaigns.view(campaignId).settings();
        if (!turn.tryAcquire()) {
            throw ProblemException.of(503, "Another recording is being made. Try again in a moment.");
        }
        try {
            Path file = Files.createTempFile("tactus-recording", ".jsonl");
            try {
                record(campaignId, settings, date, file);
                return Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
            } catch (SQLException | RuntimeException | IOException e) {
                Files.deleteIfExists(file);
                throw e;
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("the day cannot be read", e);
        } finally {
            turn.release();
        }
    }

    private void record(long campaignId, CampaignForm settings, LocalDate date, Path file)
            throws SQLException, IOException {
        Instant now = clock.instant();
        ZoneId zone = store.zone(campaignId, now).orElse(ZoneOffset.UTC);
        Instant begin = date.atStartOfDay(zone).toInstant();
        Instant end = date.plusDays(1).atStartOfDay(zone).toInstant();
        if (!begin.isBefore(now)) {
            throw ProblemException.invalid("date", "must not be in the future");
        }
        Span day = new Span(campaignId, begin, end.isBefore(now) ? end : now);
        int dials = store.count(day, RecordingFile.MOST_DIALS + 1);
        if (dials == 0) {
            throw ProblemException.of(404, "The campaign dialled nobody on " + date + " (" + zone + ").");
        }
        if (dials > RecordingFile.MOST_DIALS) {
            throw ProblemException.conflict(
                    "There are more than %,d dials on that day; a part of a day would be another day."
                            .formatted(RecordingFile.MOST_DIALS));
        }
        try (RecordingWriter writer = new RecordingWriter(
                new BufferedOutputStream(Files.newOutputStream(file)), setting(day, settings, zone))) {
            Map<Long, Integer> agents = new HashMap<>();
            store.dials(day, settings.answerBudgetMillis() / 1e3, false, RecordingFile.MOST_DIALS, (dial, agent) -> {
                writer.write(dial);
                number(dial, agent, agents);
            });
            if (!store.duties(day, agents, RecordingFile.MOST_DUTIES, writer::write)) {
                throw ProblemException.conflict("The agents changed their states more than %,d times on that day."
                        .formatted(RecordingFile.MOST_DUTIES));
            }
            store.running(day, writer::write);
            writer.end();
        }
    }

    /** Agents are numbered as they first talk: who they are stays here. */
    private static void number(Dial dial, long agent, Map<Long, Integer> agents) {
        if (dial.ending() == Ending.TALKED && agent != 0) {
            agents.putIfAbsent(agent, agents.size() + 1);
        }
    }

    static Setting setting(Span span, CampaignForm settings, ZoneId zone) {
        return new Setting(
                settings.name(),
                settings.mode(),
                zone,
                span.from(),
                Duration.between(span.from(), span.to()).toMillis() / 1e3,
                settings.abandonmentCap(),
                settings.ringTimeoutMillis() / 1e3,
                settings.releaseRungMillis() / 1e3,
                settings.choosesLeads(),
                settings.rescueAfterMillis() / 1e3);
    }
}
