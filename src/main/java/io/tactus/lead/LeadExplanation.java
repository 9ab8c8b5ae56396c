package io.tactus.lead;

import io.tactus.compliance.CallWindow;
import io.tactus.dialing.store.ExplainStore;
import io.tactus.dialing.store.ExplainStore.Explained;
import io.tactus.dialing.store.ExplainStore.Rule;
import io.tactus.platform.EngineClock;
import io.tactus.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Why leads are not being dialled now, and until when. */
@ApplicationScoped
public class LeadExplanation {
    /**
     * The one reason that holds now.
     *
     * @param rule a name of {@link Rule}
     * @param until from when on this rule holds no more, as far as that is known; left out for ever, and for what people decide
     * @param lastOutcome what came of the last time; empty for never
     * @param ahead leads that are taken before it
     */
    public record View(String rule, @Nullable Instant until, String lastOutcome, String campaignState, long ahead) {}

    private final ExplainStore store;
    private final EngineClock clock;

    LeadExplanation(DataSource dataSource, EngineClock clock) {
        this.store = new ExplainStore(dataSource);
        this.clock = clock;
    }

    /** Why this lead is not being dialled now. */
    public View of(long leadId) {
        Instant now = clock.instant();
        Explained explained;
        try {
            explained = store.find(leadId, now).orElseThrow(() -> ProblemException.notFound("lead", leadId));
        } catch (SQLException e) {
            throw new IllegalStateException("the lead cannot be explained", e);
        }
        return new View(
                explained.rule().name(),
                until(explained, now),
                explained.lastOutcome(),
                explained.campaignState(),
                explained.ahead());
    }

    private static @Nullable Instant until(Explained explained, Instant now) {
        CallWindow window = explained.window();
        return switch (explained.rule()) {
            case RETRY -> explained.dueAt();
            case CALL_WINDOW -> {
                Instant due = explained.dueAt().isAfter(now) ? explained.dueAt() : now;
                yield window.nextOpening(due, explained.zones()).orElse(null);
            }
            case ATTEMPTS_PER_DAY -> {
                ZoneId zone = explained.zones().getFirst();
                Instant tomorrow = now.atZone(zone)
                        .toLocalDate()
                        .plusDays(1)
                        .atStartOfDay(zone)
                        .toInstant();
                yield window.nextOpening(tomorrow, explained.zones()).orElse(null);
            }
            case DONE, DIALLING, NO_PHONE, DNC, ATTEMPTS_LIFETIME, FILTER, CAMPAIGN, RESERVED, TURN -> null;
        };
    }

    /** How many leads of a list each rule keeps from being dialled now. */
    public Map<String, Long> ofList(long listId) {
        Map<String, Long> counts = new TreeMap<>();
        try {
            store.count(listId, clock.instant()).forEach((rule, count) -> counts.put(rule.name(), count));
        } catch (SQLTimeoutException e) {
            throw ProblemException.conflict("The list is too long to be judged lead by lead.");
        } catch (SQLException e) {
            throw new IllegalStateException("the list cannot be explained", e);
        }
        return counts;
    }
}
