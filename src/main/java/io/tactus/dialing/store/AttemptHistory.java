package io.tactus.dialing.store;

import io.tactus.dialing.promise.LeadFacts;
import io.tactus.dialing.promise.LeadPromises;
import io.tactus.dialing.promise.LeadPromises.Past;
import io.tactus.platform.EngineClock;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The attempts of the last weeks, as lessons about who answers. */
public final class AttemptHistory implements LeadPromises.History {
    private static final Duration REACH = Duration.ofDays(60);
    private static final int LIMIT = 20_000;

    private static final String SELECT = """
            with lately as (
              select id, lead_id, phone_position, started_at, outcome, live from attempt
              where campaign_id = ? and started_at >= ? and outcome is not null
                and outcome not in ('FAILED', 'INTERRUPTED', 'CONGESTION')
              order by started_at desc limit ?
            )
            select row_number() over before - 1, coalesce(lag(a.outcome) over before, ''), a.started_at, a.live,
                   (select p.zones[1] from lead_phone p where p.lead_id = a.lead_id and p.position = a.phone_position)
            from lately a
            window before as (partition by a.lead_id order by a.started_at)
            order by a.started_at
            """;

    private final DataSource dataSource;
    private final EngineClock clock;

    /** The history in this database. */
    public AttemptHistory(DataSource dataSource, EngineClock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    @Override
    public List<Past> of(long campaignId) throws SQLException {
        List<Past> past = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(SELECT)) {
            statement.setLong(1, campaignId);
            statement.setObject(2, clock.instant().minus(REACH).atOffset(ZoneOffset.UTC));
            statement.setInt(3, LIMIT);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    String zone = row.getString(5);
                    past.add(new Past(
                            LeadFacts.of(
                                    row.getInt(1),
                                    row.getString(2),
                                    row.getObject(3, OffsetDateTime.class).toInstant(),
                                    zone == null ? ZoneOffset.UTC : ZoneId.of(zone)),
                            row.getBoolean(4)));
                }
            }
        }
        return past;
    }
}
