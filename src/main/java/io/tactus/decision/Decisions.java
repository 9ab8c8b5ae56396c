package io.tactus.decision;

import io.tactus.campaign.Campaigns;
import io.tactus.platform.EngineClock;
import io.tactus.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** What was decided about a campaign. */
@ApplicationScoped
public class Decisions {
    /** A moment at or after any decision: the engine's clock may be behind the writer's by an input. */
    private static final Duration SLACK = Duration.ofMinutes(1);

    private final Campaigns campaigns;
    private final DecisionStore store;
    private final EngineClock clock;

    Decisions(Campaigns campaigns, DecisionStore store, EngineClock clock) {
        this.campaigns = campaigns;
        this.store = store;
        this.clock = clock;
    }

    /** Decisions in this time, the latest first; an empty bound is open. */
    public List<DecisionView> list(long campaignId, Optional<String> from, Optional<String> to, int limit) {
        campaigns.view(campaignId);
        Span span = span(from, to);
        try {
            return store.list(campaignId, span.from(), span.to(), limit);
        } catch (SQLException e) {
            throw new IllegalStateException("the decisions cannot be read", e);
        }
    }

    /** The live policy against its shadows in this time; empty when none computed. */
    public List<Comparison> compare(long campaignId, Optional<String> from, Optional<String> to) {
        campaigns.view(campaignId);
        Span span = span(from, to);
        try {
            return store.compare(campaignId, span.from(), span.to());
        } catch (SQLException e) {
            throw new IllegalStateException("the decisions cannot be read", e);
        }
    }

    private record Span(Instant from, Instant to) {}

    private Span span(Optional<String> from, Optional<String> to) {
        Instant begin = instant("from", from, Instant.EPOCH);
        Instant end = instant("to", to, clock.instant().plus(SLACK));
        if (end.isBefore(begin)) {
            throw ProblemException.invalid("to", "must not be before from");
        }
        return new Span(begin, end);
    }

    private static Instant instant(String field, Optional<String> text, Instant otherwise) {
        try {
            return text.map(Instant::parse).orElse(otherwise);
        } catch (DateTimeParseException e) {
            throw ProblemException.invalid(field, "must be an instant such as 2026-11-22T17:00:00Z");
        }
    }
}
