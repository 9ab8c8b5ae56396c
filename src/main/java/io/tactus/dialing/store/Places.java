package io.tactus.dialing.store;

import io.tactus.dialing.store.ListMix.Turn;
import io.tactus.dialing.store.ReservationStore.Reserved;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The statements for leads that have a place: give one to those that are due, and reserve those with the best. */
final class Places {
    /** Asks the filter, and puts who passes in its place; the others are set aside. */
    private static final String GIVE = """
            with seen as (
              select l.id, %s as passes, case when ? then l.list_id else 0 end as lane, %s as place from lead l
              where l.campaign_id = ? and l.state = 'AVAILABLE' and %s
              limit ? for update skip locked
            )
            update lead l
            set left_out = case when seen.passes then 0 else ? end, placed_by = case when seen.passes then ? else 0 end,
                lane = case when seen.passes then seen.lane else 0 end,
                place = case when seen.passes then seen.place else B'' end
            from seen where l.id = seen.id
            """;

    /** Leads that are due and have none, the most urgent first. */
    private static final String WITHOUT =
            "l.left_out = 0 and l.placed_by = 0 and l.due_at <= ? order by l.priority desc, l.due_at, l.id";
    /** Leads with one of before. */
    private static final String OLD = "l.placed_by <> 0 and l.placed_by < ? order by l.placed_by";

    /** Takes places of before away; an array, as in {@link ReservationStore#ASK_AGAIN}. */
    private static final String TAKE_AWAY = """
            update lead set placed_by = 0, lane = 0, place = B''
            where id = any (array(select id from lead
                                  where campaign_id = ? and state = 'AVAILABLE' and placed_by <> 0 and placed_by < ?
                                  order by placed_by limit ? for update skip locked))
            """;

    private static final String RESERVE = """
            with fence as (
              select epoch from floor_lease where floor = ? and owner = ? and epoch = ? for share
            ), picked as (
              select id from lead
              where campaign_id = ? and placed_by = ? and placed_by <> 0 and lane = ? and priority >= ?
                and state = 'AVAILABLE' and due_at <= ?
                and exists (select from fence)
              order by priority desc, place, due_at, id
              limit ? for update skip locked
            )
            update lead l
            set state = 'RESERVED', reservation = nextval('attempt_id'), reserved_until = ?, reserved_epoch = ?
            from picked
            where l.id = picked.id
            returning %s
            """.formatted(ReservationStore.TOLD);
    /** Lists with leads in their places, by the priority of their most urgent one. */
    private static final String LANES = """
            select * from (
              select i.id, i.share, i.turns,
                (select l.priority from lead l
                 where l.campaign_id = i.campaign_id and l.placed_by = ? and l.placed_by <> 0 and l.lane = i.id
                   and l.state = 'AVAILABLE'
                 order by l.priority desc limit 1) as priority
              from lead_list i where i.campaign_id = ?) lanes
            where priority is not null order by priority desc, id
            """;

    /** An import holds its list until it is done: a turn that is not counted does less harm than to wait for that. */
    private static final String MOVED_ON = "update lead_list set turns = ?"
            + " where id = (select id from lead_list where id = ? for no key update skip locked)";

    private static final long ONE_LANE = 0;

    private Places() {}

    /** Gives places to due leads without one. @return how many leads were looked at */
    static int give(Connection connection, long campaignId, CampaignPlan plan, int count, Instant now)
            throws SQLException {
        return give(connection, campaignId, plan, count, WITHOUT, ReservationStore.utc(now));
    }

    /** Leads with a place of another plan get one of this, or lose it. @return how many leads were looked at */
    static int renew(Connection connection, long campaignId, CampaignPlan plan, int count) throws SQLException {
        if (plan.places()) {
            return give(connection, campaignId, plan, count, OLD, plan.version());
        }
        if (plan.version() == 0) {
            return 0;
        }
        try (PreparedStatement statement = connection.prepareStatement(TAKE_AWAY)) {
            statement.setLong(1, campaignId);
            statement.setInt(2, plan.version());
            statement.setInt(3, count);
            return statement.executeUpdate();
        }
    }

    private static int give(
            Connection connection, long campaignId, CampaignPlan plan, int count, String which, Object bound)
            throws SQLException {
        String sql = GIVE.formatted(plan.filter().text(), plan.order().text(), which);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int next = CampaignPlan.bind(plan.filter().values(), statement, 1);
            statement.setBoolean(next, plan.mixed());
            next = CampaignPlan.bind(plan.order().values(), statement, next + 1);
            statement.setLong(next, campaignId);
            statement.setObject(next + 1, bound);
            statement.setInt(next + 2, count);
            statement.setInt(next + 3, plan.filterVersion());
            statement.setInt(next + 4, plan.version());
            return statement.executeUpdate();
        }
    }

    /** Reserves those with the best places, when so many of the due leads have one that the next are among them as far as can be told in time. */
    static List<Reserved> reserve(
            Connection connection, long campaignId, CampaignPlan plan, int count, Lease lease, Instant now)
            throws SQLException {
        List<Reserved> reserved = new ArrayList<>();
        boolean more = true;
        for (int round = 0; round < ReservationStore.ROUNDS && more && reserved.size() < count; round++) {
            more = give(connection, campaignId, plan, Math.max(count, ReservationStore.LOOKED_AT), now) > 0;
            Lane lane = new Lane(connection, campaignId, plan.version(), lease, now);
            if (plan.mixed()) {
                mixed(lane, count, reserved);
            } else {
                reserved.addAll(lane.reserve(ONE_LANE, Integer.MIN_VALUE, count - reserved.size()));
            }
        }
        return reserved;
    }

    /** The most urgent leads first, whatever their list; those of the same priority by the shares of their lists. */
    private static void mixed(Lane lane, int count, List<Reserved> reserved) throws SQLException {
        boolean more = true;
        while (more && reserved.size() < count) {
            more = false;
            Urgent urgent = lane.mostUrgent();
            for (Turn turn : new ListMix(urgent.turns()).plan(count - reserved.size())) {
                List<Reserved> given = lane.reserve(turn.list(), urgent.priority(), turn.planned());
                turn.gave(given.size());
                lane.movedOn(turn);
                reserved.addAll(given);
                more |= !given.isEmpty();
            }
        }
    }

    /** Lists whose most urgent lead has this priority. */
    private record Urgent(int priority, List<Turn> turns) {}

    /** Leads in their places. */
    private record Lane(Connection connection, long campaignId, int version, Lease lease, Instant now) {
        List<Reserved> reserve(long lane, int leastPriority, int count) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(RESERVE)) {
                ReservationStore.fence(statement, lease);
                statement.setLong(4, campaignId);
                statement.setInt(5, version);
                statement.setLong(6, lane);
                statement.setInt(7, leastPriority);
                statement.setObject(8, ReservationStore.utc(now));
                statement.setInt(9, count);
                statement.setObject(10, ReservationStore.utc(now).plusMinutes(ReservationStore.LEASE_MINUTES));
                statement.setLong(11, lease.epoch());
                return ReservationStore.read(statement);
            }
        }

        Urgent mostUrgent() throws SQLException {
            List<Turn> turns = new ArrayList<>();
            int priority = 0;
            try (PreparedStatement statement = connection.prepareStatement(LANES)) {
                statement.setInt(1, version);
                statement.setLong(2, campaignId);
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next() && (turns.isEmpty() || row.getInt(4) == priority)) {
                        priority = row.getInt(4);
                        turns.add(new Turn(row.getLong(1), row.getInt(2), row.getDouble(3)));
                    }
                }
            }
            return new Urgent(priority, turns);
        }

        void movedOn(Turn turn) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(MOVED_ON)) {
                statement.setDouble(1, turn.at());
                statement.setLong(2, turn.list());
                statement.executeUpdate();
            }
        }
    }
}
