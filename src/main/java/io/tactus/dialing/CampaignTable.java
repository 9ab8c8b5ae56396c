package io.tactus.dialing;

import io.tactus.compliance.CallWindow;
import io.tactus.dialing.CampaignBook.Entry;
import io.tactus.dialing.CampaignBook.MeasuringPeriod;
import io.tactus.floor.model.CampaignSettings;
import io.tactus.floor.model.DialMode;
import io.tactus.floor.model.MachineAction;
import io.tactus.floor.model.Means;
import io.tactus.floor.model.OverflowAction;
import io.tactus.floor.model.QueueLimits;
import io.tactus.floor.model.RecordingRule;
import io.tactus.floor.model.ShadowSettings;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The campaigns' rows in PostgreSQL. */
final class CampaignTable implements CampaignSource {
    private static final String SELECT = "select * from campaign where id = coalesce(?, id) order by id";
    private static final String ASSIGNED =
            "select campaign_id from campaign_agent where agent_id = ? order by campaign_id";

    private final DataSource dataSource;

    CampaignTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public List<Entry> load() throws SQLException {
        return load(null);
    }

    @Override
    public Optional<Entry> load(long campaignId) throws SQLException {
        return load(Long.valueOf(campaignId)).stream().findFirst();
    }

    private List<Entry> load(@Nullable Long campaignId) throws SQLException {
        List<Entry> loaded = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(SELECT)) {
            statement.setObject(1, campaignId, java.sql.Types.BIGINT);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    loaded.add(read(row));
                }
            }
        }
        return loaded;
    }

    private static Entry read(ResultSet row) throws SQLException {
        CampaignSettings settings = new CampaignSettings(
                constant(DialMode.class, row.getString("mode")),
                row.getDouble("weight"),
                row.getDouble("lines_per_agent"),
                row.getDouble("abandonment_cap"),
                row.getInt("ring_timeout_ms"),
                row.getInt("answer_budget_ms"),
                row.getBoolean("machine_detection"),
                constant(MachineAction.class, row.getString("machine_action")),
                constant(OverflowAction.class, row.getString("overflow")),
                row.getInt("wrap_up_ms"),
                row.getInt("preview_ms"),
                row.getBoolean("preview_forced"),
                new Means(
                        row.getInt("release_rung_ms"), row.getBoolean("chooses_leads"), row.getInt("rescue_after_ms")),
                row.getInt("max_calls_in_flight"),
                shadow(row),
                constant(RecordingRule.class, row.getString("recording")),
                row.getBoolean("forced_disposition"),
                new QueueLimits(
                        row.getInt("longest_wait_ms"), row.getInt("most_waiting"), row.getBoolean("needs_agents")));
        OffsetDateTime started = row.getObject("started_at", OffsetDateTime.class);
        return new Entry(
                row.getLong("id"),
                row.getString("name"),
                row.getString("state"),
                settings,
                new CallWindow(
                        days((String[]) row.getArray("window_days").getArray()),
                        row.getObject("window_from", LocalTime.class),
                        row.getObject("window_to", LocalTime.class)),
                row.getString("caller_id"),
                row.getString("amd_parameters"),
                row.getString("prompt_message"),
                row.getString("prompt_greeting"),
                row.getString("prompt_drop"),
                constant(MeasuringPeriod.class, row.getString("measuring_period")),
                started == null ? Optional.empty() : Optional.of(started.toInstant()));
    }

    private static Optional<ShadowSettings> shadow(ResultSet row) throws SQLException {
        String mode = row.getString("shadow_mode");
        return mode == null
                ? Optional.empty()
                : Optional.of(new ShadowSettings(
                        constant(DialMode.class, mode),
                        row.getDouble("shadow_lines_per_agent"),
                        row.getDouble("shadow_abandonment_cap"),
                        row.getInt("shadow_release_rung_ms")));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String stored) {
        return Enum.valueOf(type, stored.toUpperCase(Locale.ROOT));
    }

    private static Set<DayOfWeek> days(String[] stored) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        Arrays.stream(stored)
                .forEach(name -> days.add(Arrays.stream(DayOfWeek.values())
                        .filter(day -> day.name().startsWith(name))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("unknown weekday " + name))));
        return days;
    }

    @Override
    public List<Long> campaignsOf(long agentId) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(ASSIGNED)) {
            statement.setLong(1, agentId);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
            }
        }
        return ids;
    }
}
