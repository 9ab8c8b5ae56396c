package io.tactus.lead;

import io.tactus.lead.PhoneNumbers.NotANumber;
import io.tactus.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds leads, page after page by id: every page costs the same, however deep. */
@ApplicationScoped
public class LeadSearch {
    /** What to look for; empty texts and zeros do not count. @param after the last id of the page before */
    public record Query(
            long campaignId, long listId, String number, String name, String externalId, long after, int limit) {}

    /** A page. @param next what to give as {@code after} for the next one; left out on the last */
    public record Page(List<LeadView> leads, @Nullable Long next) {}

    /** One attempt to reach a lead, or one call of the lead's. @param inbound whether the lead called */
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
            @Nullable String detail,
            boolean inbound) {}

    private static final String ATTEMPTS = """
            select id, started_at, number, outcome, answered_at, connected_at, ended_at, agent_id, disposition, detail, inbound
            from attempt where lead_id = ?1 order by started_at desc, id desc limit 200
            """;

    private static final String PAGE = " order by name using ~<~, l.id limit :limit";

    private final LeadLists lists;
    private final EntityManager entities;

    LeadSearch(LeadLists lists, EntityManager entities) {
        this.lists = lists;
        this.entities = entities;
    }

    /** One page of leads: by name and id when a name is wanted, else by id. */
    @Transactional
    public Page find(Query query) {
        Statement statement = statement(query);
        entities.createNativeQuery(statement.setting()).executeUpdate();
        var prepared = entities.createNativeQuery(statement.sql());
        statement.values().forEach(prepared::setParameter);
        List<Long> ids = ((List<?>) prepared.getResultList())
                .stream().map(id -> ((Number) id).longValue()).toList();
        List<Long> shown = ids.stream().limit(query.limit()).toList();
        Map<Long, Lead> leads =
                Lead.<Lead>list("id in ?1", shown).stream().collect(Collectors.toMap(Lead::storedId, lead -> lead));
        boolean more = ids.size() > query.limit();
        return new Page(
                shown.stream()
                        .flatMap(id -> Stream.ofNullable(leads.get(id)))
                        .map(LeadView::of)
                        .toList(),
                more ? shown.getLast() : null);
    }

    /**
     * An SQL statement with the values of its named parameters.
     *
     * @param sorts whether the planner may sort what it finds; where it must not, an index has the order already, and a wrong guess of how few rows there
     *     are to sort would cost a second
     */
    record Statement(String sql, Map<String, Object> values, boolean sorts) {
        String setting() {
            return "set local enable_sort = " + (sorts ? "on" : "off");
        }
    }

    /** The statement that finds the ids of a page and of one lead more; every way to look has an index that gives its order. */
    Statement statement(Query query) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> values = new HashMap<>();
        values.put("limit", query.limit() + 1);
        if (!query.number().isEmpty()) {
            conditions.add("l.id in (select p.lead_id from lead_phone p where p.number = :number)");
            values.put("number", number(query));
        }
        if (!query.externalId().isEmpty()) {
            conditions.add("l.external_id <> '' and l.external_id = :external");
            values.put("external", query.externalId());
        }
        if (query.name().isEmpty()) {
            return byId(query, conditions, values);
        }
        return byName(query, conditions, values);
    }

    private static Statement byId(Query query, List<String> conditions, Map<String, Object> values) {
        conditions.add("l.id > :after");
        values.put("after", query.after());
        if (query.campaignId() != 0) {
            conditions.add("l.campaign_id = :campaign");
            values.put("campaign", query.campaignId());
        }
        if (query.listId() != 0) {
            conditions.add("l.list_id = :list");
            values.put("list", query.listId());
        }
        return new Statement(
                "select l.id from lead l where %s order by l.id limit :limit"
                        .formatted(String.join(" and ", conditions)),
                values,
                true);
    }

    /**
     * By name the page goes on after (name, id) of the last lead. Bounds instead of {@code like}, so that the index serves a prepared
     * statement as well. Within a campaign each of its lists is read in the order of its own index, so that a rare name in a small
     * campaign does not cost a walk through the same name everywhere.
     */
    private Statement byName(Query query, List<String> conditions, Map<String, Object> values) {
        String from = query.name().toLowerCase(Locale.ROOT);
        boolean sorts = !conditions.isEmpty() || query.after() == 0;
        conditions.add("l.last_name <> ''");
        values.put("from", from);
        // Code points sort as their bytes do in UTF-8: this one is behind every continuation of the prefix.
        values.put("to", from + Character.toString(Character.MAX_CODE_POINT));
        if (query.after() != 0) {
            String last = lastName(query.after());
            values.put("last", last);
            // Else the lead was renamed since its page was shown.
            if (last.startsWith(from)) {
                values.put("after", query.after());
            }
        }
        if (query.listId() == 0 && query.campaignId() == 0) {
            return new Statement("select id from (%s) found".formatted(page(conditions, values)), values, sorts);
        }
        conditions.add("l.list_id = s.id");
        List<String> lists = new ArrayList<>();
        if (query.campaignId() != 0) {
            lists.add("s.campaign_id = :campaign");
            values.put("campaign", query.campaignId());
        }
        if (query.listId() != 0) {
            lists.add("s.id = :list");
            values.put("list", query.listId());
        }
        return new Statement(
                "select found.id from lead_list s cross join lateral (%s) found where %s order by found.name using ~<~, found.id limit :limit"
                        .formatted(page(conditions, values), String.join(" and ", lists)),
                values,
                sorts);
    }

    /**
     * Ids with their names, in order. A page goes on with the rest of the last lead's name, then with the names behind it: with one condition on both the
     * index would be read from the beginning of that name, which may be a tenth of all leads.
     */
    private static String page(List<String> conditions, Map<String, Object> values) {
        String leads = "select l.id, lower(l.last_name) as name from lead l where " + String.join(" and ", conditions);
        String within = leads + " and lower(l.last_name) ~>=~ :from and lower(l.last_name) ~<~ :to";
        if (!values.containsKey("last")) {
            return within + PAGE;
        }
        String behind = within + " and lower(l.last_name) ~>~ :last" + PAGE;
        if (!values.containsKey("after")) {
            return behind;
        }
        String same = leads + " and lower(l.last_name) = :last and l.id > :after order by l.id limit :limit";
        return "select l.id, l.name from ((" + same + ") union all (" + behind + ")) l" + PAGE;
    }

    private String lastName(long leadId) {
        return Lead.<Lead>findByIdOptional(leadId)
                .map(lead -> lead.lastName.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> ProblemException.invalid("after", "there is no lead " + leadId));
    }

    private String number(Query query) {
        try {
            return PhoneNumbers.normalise(query.number(), query.listId() == 0 ? "US" : lists.region(query.listId()));
        } catch (NotANumber e) {
            throw ProblemException.invalid("number", e.getMessage());
        }
    }

    /** The attempts to reach a lead and the calls of the lead's own, the last first; at most 200. */
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
                        (String) c[9],
                        (Boolean) c[10]))
                .toList();
    }
}
