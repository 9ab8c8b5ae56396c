package io.tactus.dialing;

import io.tactus.compliance.CallWindow;
import io.tactus.floor.model.CampaignSettings;
import io.tactus.floor.model.DialMode;
import io.tactus.floor.model.MachineAction;
import io.tactus.floor.model.OverflowAction;
import io.tactus.floor.model.ShadowSettings;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/** The campaigns as the dialling needs them, read from the database and kept until they change. */
final class CampaignBook {
    /** How long abandoned calls are counted before the count begins anew. */
    enum MeasuringPeriod {
        CAMPAIGN,
        THIRTY_DAYS,
        DAY
    }

    /**
     * One campaign.
     *
     * @param startedAt its first start; empty while it never was
     */
    record Entry(
            long id,
            String name,
            String state,
            CampaignSettings settings,
            CallWindow window,
            String callerId,
            String amdParameters,
            String message,
            String greeting,
            String drop,
            MeasuringPeriod period,
            Optional<Instant> startedAt) {}

    private static final String SELECT = "select * from campaign where id = coalesce(?, id) order by id";
    private static final String ASSIGNED =
            "select campaign_id from campaign_agent where agent_id = ? order by campaign_id";

    private final DataSource dataSource;
    private final Map<Long, Entry> entries = new ConcurrentHashMap<>();

    CampaignBook(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Reads all campaigns. */
    List<Entry> loadAll() throws SQLException {
        return load(null);
    }

    /** Reads one campaign anew; empty when it does not exist. */
    Optional<Entry> reload(long campaignId) throws SQLException {
        return load(campaignId).stream().findFirst();
    }

    /** The campaign as it was read last. */
    Entry get(long campaignId) throws SQLException {
        Entry entry = entries.get(campaignId);
        if (entry != null) {
            return entry;
        }
        return reload(campaignId).orElseThrow(() -> new SQLException("campaign " + campaignId + " does not exist"));
    }

    /** The campaign as it was read last, without asking the database. */
    Optional<Entry> find(long campaignId) {
        return Optional.ofNullable(entries.get(campaignId));
    }

    private List<Entry> load(@org.jspecify.annotations.Nullable Long campaignId) throws SQLException {
        List<Entry> loaded = new java.util.ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(SELECT)) {
            statement.setObject(1, campaignId, java.sql.Types.BIGINT);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Entry entry = read(row);
                    entries.put(entry.id(), entry);
                    loaded.add(entry);
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
                row.getInt("release_rung_ms"),
                row.getInt("max_calls_in_flight"),
                shadow(row));
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

    /** Campaigns that the agent serves. */
    List<Long> campaignsOf(long agentId) throws SQLException {
        List<Long> ids = new java.util.ArrayList<>();
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
