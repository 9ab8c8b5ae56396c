package io.tactus.dialing.store;

import io.tactus.compliance.CallWindow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Says why leads are not being dialled at this instant, by the conditions of reservation and gate ({@link DialRules}). */
public final class ExplainStore {
    /** What keeps a lead from being dialled; the first that holds is the answer. */
    public enum Rule {
        /** Over: the last outcome is final, or the gate put the lead away. */
        DONE,
        /** A call to it is under way. */
        DIALLING,
        /** It has no number to be dialled. */
        NO_PHONE,
        /** Its next number is on the do-not-call list. */
        DNC,
        /** Its next number was dialled as often as the campaign allows at all. */
        ATTEMPTS_LIFETIME,
        /** The campaign's filter leaves it out. */
        FILTER,
        /** It is not yet, or not any more, a day and an hour at which it may be called. */
        CALL_WINDOW,
        /** Its next number was dialled today as often as the campaign allows. */
        ATTEMPTS_PER_DAY,
        /** It comes back after its last outcome, or after an agent skipped it. */
        RETRY,
        /** Nothing about the lead; the campaign does not run. */
        CAMPAIGN,
        /** It is in the hopper: the next line and agent that are free take it. */
        RESERVED,
        /** Nothing: it waits for its turn. */
        TURN
    }

    /**
     * Why one lead is not dialled.
     *
     * @param lastOutcome of the attempt before, or the rule by which the gate refused it; empty for none
     * @param dueAt from when on it may be taken again
     * @param zones of its next number
     * @param campaignState as the database has it
     * @param ahead leads that are taken before it, of its list alone where lists are mixed; counted up to {@link #MOST_AHEAD}; 0 unless it waits for its turn
     * @param window days and hours of its campaign
     */
    public record Explained(
            Rule rule,
            String lastOutcome,
            Instant dueAt,
            List<ZoneId> zones,
            String campaignState,
            long ahead,
            CallWindow window) {
        /** Copies the list. */
        public Explained {
            zones = List.copyOf(zones);
        }
    }

    /** As far as leads ahead of one are counted. */
    public static final int MOST_AHEAD = 100_000;

    private static final String RULE = """
            case when f.state = 'DONE' then 'DONE'
                 when f.state = 'DIALLING' then 'DIALLING'
                 when %s then 'NO_PHONE'
                 when %s then 'DNC'
                 when %s then 'ATTEMPTS_LIFETIME'
                 when f.state = 'AVAILABLE' and not f.passes then 'FILTER'
                 when %s then 'CALL_WINDOW'
                 when %s then 'ATTEMPTS_PER_DAY'
                 when f.state = 'AVAILABLE' and f.due_at > f.now then 'RETRY'
                 when f.campaign_state <> 'running' then 'CAMPAIGN'
                 when f.state = 'RESERVED' then 'RESERVED'
                 else 'TURN' end
            """.formatted(
                    DialRules.NO_PHONE,
                    DialRules.DNC,
                    DialRules.ATTEMPTS_LIFETIME,
                    DialRules.CALL_WINDOW,
                    DialRules.ATTEMPTS_PER_DAY);
    /** With a place for the campaign's filter. */
    private static final String FACTS =
            "select l.id, l.priority, l.list_id, l.placed_by, l.place, c.mixes_lists, c.order_version, c.state as campaign_state, ?::timestamptz as now, "
                    + "(%s) as passes, " + DialRules.FACTS + " from lead l " + DialRules.PHONE_AND_CAMPAIGN;

    private static final String ONE = "with f as (" + FACTS + " where l.id = ?), judged as (select f.*, " + RULE + """
             as rule from f)
            select rule, coalesce(last_outcome, ''), due_at, coalesce(zones, '{}'), campaign_state,
              case when rule <> 'TURN' then 0 else (
                select count(*) from (
                  select a.priority, a.place, a.due_at, a.id from lead a
                  where a.campaign_id = judged.campaign_id and a.state = 'AVAILABLE' and a.due_at <= judged.now and %s
                    and a.priority >= judged.priority
                  order by a.priority desc, %s a.due_at, a.id limit ?) a
                where a.priority > judged.priority or %s) end,
              window_days, window_from, window_to
            from judged
            """;
    /** Leads that come before one where none has a place. */
    private static final String[] BY_TIME = {
        "a.left_out = 0 and a.placed_by = 0", "", "(a.due_at, a.id) < (judged.due_at, judged.id)"
    };
    /** And where they have: whoever has one yet comes before it, or has the better one. */
    private static final String[] BY_PLACE = {
        "a.placed_by <> 0 and a.placed_by = judged.order_version"
                + " and a.lane = case when judged.mixes_lists then judged.list_id else 0 end",
        "a.place,",
        "judged.placed_by = 0 or (a.place, a.due_at, a.id) < (judged.place, judged.due_at, judged.id)"
    };

    private static final String BY_RULE =
            "with f as (" + FACTS + " where l.list_id = ?) select " + RULE + " as rule, count(*) from f group by 1";
    private static final int SECONDS = 30;

    private final DataSource dataSource;
    private final int seconds;

    /** The explanations of this database. */
    public ExplainStore(DataSource dataSource) {
        this(dataSource, SECONDS);
    }

    /** The same with another limit for counts. */
    ExplainStore(DataSource dataSource, int seconds) {
        this.dataSource = dataSource;
        this.seconds = seconds;
    }

    /** Why this lead is not being dialled now; empty when there is no such lead. */
    public Optional<Explained> find(long leadId, Instant now) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            CampaignPlan plan = planOf(connection, "select campaign_id from lead where id = ?", leadId);
            String[] before = plan.places() ? BY_PLACE : BY_TIME;
            try (PreparedStatement statement =
                    connection.prepareStatement(ONE.formatted(plan.filter().text(), before[0], before[1], before[2]))) {
                statement.setObject(1, now.atOffset(ZoneOffset.UTC));
                int next = CampaignPlan.bind(plan.filter().values(), statement, 2);
                statement.setLong(next, leadId);
                statement.setInt(next + 1, MOST_AHEAD);
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() ? Optional.of(read(row)) : Optional.empty();
                }
            }
        }
    }

    private static CampaignPlan planOf(Connection connection, String campaignOf, long id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(campaignOf)) {
            statement.setLong(1, id);
            try (ResultSet row = statement.executeQuery()) {
                return CampaignPlan.of(connection, row.next() ? row.getLong(1) : 0);
            }
        }
    }

    private static Explained read(ResultSet row) throws SQLException {
        String[] zones = (String[]) row.getArray(4).getArray();
        OffsetDateTime due = row.getObject(3, OffsetDateTime.class);
        return new Explained(
                Rule.valueOf(row.getString(1)),
                row.getString(2),
                due.equals(OffsetDateTime.MIN) ? Instant.EPOCH : due.toInstant(),
                Arrays.stream(zones).map(ZoneId::of).toList(),
                row.getString(5),
                row.getLong(6),
                new CallWindow(
                        days((String[]) row.getArray(7).getArray()),
                        row.getObject(8, LocalTime.class),
                        row.getObject(9, LocalTime.class)));
    }

    private static Set<DayOfWeek> days(String[] names) {
        Set<String> wanted = Set.of(names);
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> wanted.contains(day.name().substring(0, 3)))
                .collect(Collectors.toSet());
    }

    /** How many leads of the list each rule keeps from being dialled; it may take some seconds for a million leads, and gives up after thirty. */
    public Map<Rule, Long> count(long listId, Instant now) throws SQLException {
        Map<Rule, Long> counts = new EnumMap<>(Rule.class);
        try (Connection connection = dataSource.getConnection()) {
            CampaignPlan plan = planOf(connection, "select campaign_id from lead_list where id = ?", listId);
            try (PreparedStatement statement =
                    connection.prepareStatement(BY_RULE.formatted(plan.filter().text()))) {
                statement.setQueryTimeout(seconds);
                statement.setObject(1, now.atOffset(ZoneOffset.UTC));
                statement.setLong(CampaignPlan.bind(plan.filter().values(), statement, 2), listId);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        counts.put(Rule.valueOf(rows.getString(1)), rows.getLong(2));
                    }
                }
            }
        } catch (SQLException e) {
            throw TimeLimit.told(e);
        }
        return counts;
    }
}
