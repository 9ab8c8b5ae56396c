package io.tactus.lead;

import io.tactus.lead.PhoneNumbers.NotANumber;
import io.tactus.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds leads, page after page by id: every page costs the same, however deep. */
@ApplicationScoped
public class LeadSearch {
    /** What to look for; empty texts and zeros do not count. @param after the last id of the page before */
    public record Query(
            long campaignId, long listId, String number, String name, String externalId, long after, int limit) {}

    /** A page. @param next what to give as {@code after} for the next one; left out on the last */
    public record Page(List<LeadView> leads, @Nullable Long next) {}

    /** One attempt of a lead. */
    public record AttemptView(
            long id,
            Instant startedAt,
            String number,
            @Nullable String outcome,
            @Nullable Instant answeredAt,
            @Nullable Instant connectedAt,
            @Nullable Instant endedAt,
            @Nullable Long agentId,
            @Nullable String disposition,
            @Nullable String detail) {}

    private static final String ATTEMPTS = """
            select id, started_at, number, outcome, answered_at, connected_at, ended_at, agent_id, disposition, detail
            from attempt where lead_id = ?1 order by started_at desc, id desc limit 200
            """;

    private final LeadLists lists;
    private final EntityManager entities;

    LeadSearch(LeadLists lists, EntityManager entities) {
        this.lists = lists;
        this.entities = entities;
    }

    /** One page of leads. */
    @Transactional
    public Page find(Query query) {
        StringBuilder where = new StringBuilder("select l.id from lead l where l.id > :after");
        Map<String, Object> values = new HashMap<>(Map.of("after", query.after()));
        if (query.campaignId() != 0) {
            where.append(" and l.campaign_id = :campaign");
            values.put("campaign", query.campaignId());
        }
        if (query.listId() != 0) {
            where.append(" and l.list_id = :list");
            values.put("list", query.listId());
        }
        if (!query.number().isEmpty()) {
            where.append(" and l.id in (select p.lead_id from lead_phone p where p.number = :number)");
            values.put("number", number(query));
        }
        if (!query.name().isEmpty()) {
            where.append(" and l.last_name <> '' and lower(l.last_name) like :name");
            values.put("name", query.name().toLowerCase(Locale.ROOT).replaceAll("([%_\\\\])", "\\\\$1") + "%");
        }
        if (!query.externalId().isEmpty()) {
            where.append(" and l.external_id <> '' and l.external_id = :external");
            values.put("external", query.externalId());
        }
        var statement = entities.createNativeQuery(where + " order by l.id limit :limit");
        values.put("limit", query.limit() + 1);
        values.forEach(statement::setParameter);
        List<Long> ids = ((List<?>) statement.getResultList())
                .stream().map(id -> ((Number) id).longValue()).toList();
        List<Lead> leads = Lead.list(
                "id in ?1 order by id", ids.stream().limit(query.limit()).toList());
        boolean more = ids.size() > query.limit();
        return new Page(leads.stream().map(LeadView::of).toList(), more ? ids.get(query.limit() - 1) : null);
    }

    private String number(Query query) {
        try {
            return PhoneNumbers.normalise(query.number(), query.listId() == 0 ? "US" : lists.region(query.listId()));
        } catch (NotANumber e) {
            throw ProblemException.invalid("number", e.getMessage());
        }
    }

    /** The attempts to reach a lead, the last first; at most 200. */
    @Transactional
    public List<AttemptView> attempts(long leadId) {
        List<?> rows = entities.createNativeQuery(ATTEMPTS, Object[].class)
                .setParameter(1, leadId)
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(c -> new AttemptView(
                        ((Number) c[0]).longValue(),
                        (Instant) c[1],
                        (String) c[2],
                        (String) c[3],
                        (Instant) c[4],
                        (Instant) c[5],
                        (Instant) c[6],
                        c[7] == null ? null : ((Number) c[7]).longValue(),
                        (String) c[8],
                        (String) c[9]))
                .toList();
    }
}
