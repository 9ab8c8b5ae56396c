package io.tactus.lab.past;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tactus.campaign.CampaignForm;
import io.tactus.campaign.Campaigns;
import io.tactus.lab.past.PastStore.Span;
import io.tactus.platform.EngineClock;
import io.tactus.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;

/** Worlds like a campaign's own past. One is made at a time, since each holds its attempts in memory. */
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
        } catch (SQLException e) {
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

    private Recording lately(long campaignId, CampaignForm settings, int days) throws SQLException {
        Instant now = clock.instant();
        Span asked = new Span(campaignId, now.minus(Duration.ofDays(days)), now);
        ZoneId zone = store.zone(campaignId, now).orElse(ZoneOffset.UTC);
        List<Dial> dials = new ArrayList<>();
        Map<Long, Integer> agents = new HashMap<>();
        store.dials(asked, settings.answerBudgetMillis() / 1e3, true, MOST_DIALS, (dial, agent) -> {
            dials.add(dial);
            if (dial.ending() == Ending.TALKED && agent != 0) {
                agents.putIfAbsent(agent, agents.size() + 1);
            }
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
            throws SQLException {
        List<Duty> duties = new ArrayList<>();
        if (!store.duties(span, agents, MOST_DUTIES, duties::add)) {
            throw ProblemException.conflict(
                    "The agents changed their states more than %,d times: ask for fewer days.".formatted(MOST_DUTIES));
        }
        return new Recording(setting(span, settings, zone), dials, duties, List.of());
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
