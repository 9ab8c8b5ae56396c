package io.tactus.lead;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How far lists are worked through, and what came of their calls. */
@ApplicationScoped
public class ListFigures {
    /**
     * A list in figures.
     *
     * @param dialled leads that were dialled at least once; of all leads that is the penetration
     * @param open leads that may still be dialled, now or later
     */
    public record Row(long listId, long leads, long dialled, long open) {}

    /**
     * The funnel of a list: leads, of which so many were dialled, of which so many answered, and so on.
     *
     * @param reached leads of which a person answered
     * @param talked leads who talked to an agent
     * @param disposed leads by what agents said of them, by the last word
     * @param outcomes attempts by outcome
     */
    public record Funnel(
            long leads,
            long dialled,
            long open,
            long attempts,
            long reached,
            long talked,
            Map<String, Long> disposed,
            Map<String, Long> outcomes) {}

    private static final String ROWS = """
            select list_id, count(*), count(*) filter (where attempts > 0), count(*) filter (where state <> 'DONE')
            from lead where ?1 = 0 or campaign_id = ?1 group by list_id order by list_id
            """;
    private static final String ONE = """
            select count(*), count(*) filter (where attempts > 0), count(*) filter (where state <> 'DONE'), coalesce(sum(attempts), 0)
            from lead where list_id = ?1
            """;
    private static final String REACHED = """
            select count(distinct a.lead_id) filter (where a.live or a.connected_at is not null), count(distinct a.lead_id) filter (where a.connected_at is not null)
            from lead l join attempt a on a.lead_id = l.id and not a.inbound where l.list_id = ?1
            """;
    private static final String OUTCOMES = """
            select a.outcome, count(*) from lead l join attempt a on a.lead_id = l.id and not a.inbound
            where l.list_id = ?1 and a.outcome is not null group by 1
            """;
    private static final String DISPOSED = """
            select disposition, count(*) from (
              select distinct on (a.lead_id) a.disposition from lead l join attempt a on a.lead_id = l.id and not a.inbound
              where l.list_id = ?1 and a.disposition is not null order by a.lead_id, a.started_at desc) last
            group by 1
            """;

    private final LeadLists lists;
    private final EntityManager entities;

    ListFigures(LeadLists lists, EntityManager entities) {
        this.lists = lists;
        this.entities = entities;
    }

    /** All lists of a campaign that have leads; of all campaigns when it is 0. */
    @Transactional
    public List<Row> of(long campaignId) {
        List<?> rows = entities.createNativeQuery(ROWS, Object[].class)
                .setParameter(1, campaignId)
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(c -> new Row(number(c[0]), number(c[1]), number(c[2]), number(c[3])))
                .toList();
    }

    /** The funnel of one list. */
    @Transactional
    public Funnel funnel(long listId) {
        lists.get(listId);
        Object[] leads = one(ONE, listId);
        Object[] reached = one(REACHED, listId);
        return new Funnel(
                number(leads[0]),
                number(leads[1]),
                number(leads[2]),
                number(leads[3]),
                number(reached[0]),
                number(reached[1]),
                counts(DISPOSED, listId),
                counts(OUTCOMES, listId));
    }

    private Object[] one(String sql, long listId) {
        return (Object[]) entities.createNativeQuery(sql, Object[].class)
                .setParameter(1, listId)
                .getSingleResult();
    }

    private Map<String, Long> counts(String sql, long listId) {
        Map<String, Long> counts = new TreeMap<>();
        for (Object row : entities.createNativeQuery(sql, Object[].class)
                .setParameter(1, listId)
                .getResultList()) {
            Object[] columns = (Object[]) row;
            counts.put((String) columns[0], number(columns[1]));
        }
        return counts;
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }
}
