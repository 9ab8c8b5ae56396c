package io.tactus.dialing.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * The gate: one statement, one transaction, many calls. It locks the leads, checks every rule as it stands at this instant, writes the attempts
 * of those that pass, and puts those that do not back or away. Only after its commit may an originate leave.
 */
public final class GateStore {
    /** A call that wants to be dialled. @param agentId the agent who dials; 0 for none */
    public record Request(long callId, long leadId, String node, String trunk, long agentId) {}

    /** What the gate says. @param rule {@link #PASS}, or the rule that refused */
    public record Verdict(long callId, String rule, String number) {
        /** Whether the call may be dialled. */
        public boolean passed() {
            return rule.equals(PASS) || rule.equals(PASSED_BEFORE);
        }
    }

    /** The attempt is written. */
    public static final String PASS = "PASS";
    /** The attempt was written before: the answer to that commit was lost. */
    public static final String PASSED_BEFORE = "PASSED_BEFORE";
    /** The lead is not reserved for this call any more. */
    public static final String RESERVATION = "RESERVATION";

    private static final String GATE = """
            with asked as (
              select * from unnest(?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::bigint[])
                as a (call_id, lead_id, node, trunk, agent_id)
            ), fence as (
              select epoch from floor_lease where floor = ? and owner = ? and epoch = ? for share
            ), clock as (
              select ?::timestamptz as now
            ), facts as (
              select a.*, clock.now, %s
              from asked a
              join lead l on l.id = a.lead_id
              %s
              cross join clock
              for update of l
            ), verdicts as (
              select f.*, case
                when not exists (select from fence) then 'LEASE_LOST'
                when f.state = 'DIALLING' and f.reservation = f.call_id then 'PASSED_BEFORE'
                when f.state <> 'RESERVED' or f.reservation is distinct from f.call_id then 'RESERVATION'
                when %s then 'NO_PHONE'
                when %s then 'DNC'
                when %s then 'CALL_WINDOW'
                when %s then 'ATTEMPTS_LIFETIME'
                when %s then 'ATTEMPTS_PER_DAY'
                else 'PASS' end as rule
              from facts f
            ), written as (
              insert into attempt (id, started_at, campaign_id, lead_id, phone_position, number, node, trunk, epoch, agent_id)
              select v.call_id, v.now, v.campaign_id, v.lead_id, v.phone_index, v.number, v.node, v.trunk, fence.epoch,
                     nullif(v.agent_id, 0)
              from verdicts v cross join fence where v.rule = 'PASS'
            ), dialling as (
              update lead l set state = 'DIALLING', attempts = attempts + 1
              from verdicts v where v.rule = 'PASS' and l.id = v.lead_id
            ), refused as (
              update lead l set reservation = null, last_outcome = v.rule,
                state = case when v.rule in ('NO_PHONE', 'DNC', 'ATTEMPTS_LIFETIME') then 'DONE' else 'AVAILABLE' end,
                due_at = v.now + case v.rule when 'ATTEMPTS_PER_DAY' then interval '4 hours' else interval '15 minutes' end
              from verdicts v
              where v.rule not in ('PASS', 'PASSED_BEFORE', 'RESERVATION', 'LEASE_LOST') and l.id = v.lead_id
            )
            select call_id, rule, coalesce(number, '') from verdicts
            """.formatted(
                    DialRules.FACTS,
                    DialRules.PHONE_AND_CAMPAIGN,
                    DialRules.NO_PHONE,
                    DialRules.DNC,
                    DialRules.CALL_WINDOW,
                    DialRules.ATTEMPTS_LIFETIME,
                    DialRules.ATTEMPTS_PER_DAY);

    private final DataSource dataSource;

    /** The gate of this database. */
    public GateStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Judges the calls; an answer for each whose lead exists. No number may stand twice in one batch, since the caps on attempts count
     * what was committed before.
     */
    public List<Verdict> run(List<Request> requests, Lease lease, Instant now) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(GATE)) {
            statement.setArray(1, Batch.bigints(connection, requests, Request::callId));
            statement.setArray(2, Batch.bigints(connection, requests, Request::leadId));
            statement.setArray(3, Batch.texts(connection, requests, Request::node));
            statement.setArray(4, Batch.texts(connection, requests, Request::trunk));
            statement.setArray(5, Batch.bigints(connection, requests, Request::agentId));
            statement.setString(6, lease.floor());
            statement.setString(7, lease.owner());
            statement.setLong(8, lease.epoch());
            statement.setObject(9, now.atOffset(ZoneOffset.UTC));
            List<Verdict> verdicts = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    verdicts.add(new Verdict(rows.getLong(1), rows.getString(2), rows.getString(3)));
                }
            }
            return verdicts;
        }
    }
}
