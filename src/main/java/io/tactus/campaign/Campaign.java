package io.tactus.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A campaign's row. Its state and start belong to the floor, which writes them by itself; Hibernate only reads them. */
@Entity
public class Campaign extends PanacheEntityBase {
    /** Its mode as a queue of callers. */
    static final String INBOUND = "inbound";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public @Nullable Long id;

    @Version
    public int version;

    @Column(insertable = false, updatable = false)
    public String state = "draft";

    @Column(name = "started_at", insertable = false, updatable = false)
    public @Nullable Instant startedAt;

    public String name = "";

    /** Which leads are dialled, as {@code FilterWriter} writes it; null for all. */
    @JdbcTypeCode(SqlTypes.JSON)
    public @Nullable JsonNode filter;

    /** How many filters there were. */
    @Column(name = "filter_version")
    public int filterVersion;

    /** In what order leads of one priority are dialled, as {@code OrderReader} writes it; null for none. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "lead_order")
    public @Nullable JsonNode leadOrder;

    /** Whether lists take turns by their shares. */
    @Column(name = "mixes_lists")
    public boolean mixesLists;

    /** How many filters, orders and mixes there were. */
    @Column(name = "order_version")
    public int orderVersion;

    public String mode = "";
    public double weight;

    @Column(name = "lines_per_agent")
    public double linesPerAgent;

    @Column(name = "abandonment_cap")
    public double abandonmentCap;

    @Column(name = "measuring_period")
    public String measuringPeriod = "";

    @Column(name = "ring_timeout_ms")
    public int ringTimeoutMillis;

    @Column(name = "answer_budget_ms")
    public int answerBudgetMillis;

    @Column(name = "machine_detection")
    public boolean machineDetection;

    @Column(name = "amd_parameters")
    public String amdParameters = "";

    @Column(name = "machine_action")
    public String machineAction = "";

    public String overflow = "";

    @Column(name = "wrap_up_ms")
    public int wrapUpMillis;

    @Column(name = "preview_ms")
    public int previewMillis;

    @Column(name = "preview_forced")
    public boolean previewForced;

    @Column(name = "release_rung_ms")
    public int releaseRungMillis;

    @Column(name = "chooses_leads")
    public boolean choosesLeads;

    @Column(name = "rescue_after_ms")
    public int rescueAfterMillis;

    @Column(name = "shadow_mode")
    public @Nullable String shadowMode;

    @Column(name = "shadow_lines_per_agent")
    public double shadowLinesPerAgent = 1.5;

    @Column(name = "shadow_abandonment_cap")
    public double shadowAbandonmentCap = 0.03;

    @Column(name = "shadow_release_rung_ms")
    public int shadowReleaseRungMillis;

    @Column(name = "max_calls_in_flight")
    public int maxCallsInFlight;

    @Column(name = "caller_id")
    public String callerId = "";

    @Column(name = "prompt_message")
    public String promptMessage = "";

    @Column(name = "prompt_greeting")
    public String promptGreeting = "";

    @Column(name = "prompt_drop")
    public String promptDrop = "";

    public String recording = "none";

    @Column(name = "recording_days")
    public int recordingDays;

    @Column(name = "voicemail_days")
    public int voicemailDays;

    @Column(name = "longest_wait_ms")
    public int longestWaitMillis;

    @Column(name = "most_waiting")
    public int mostWaiting;

    @Column(name = "needs_agents")
    public boolean needsAgents;

    @Column(name = "forced_disposition")
    public boolean forcedDisposition;

    @Column(name = "default_region")
    public String defaultRegion = "";

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "window_days")
    public String[] windowDays = {};

    @Column(name = "window_from")
    public LocalTime windowFrom = LocalTime.MIDNIGHT;

    @Column(name = "window_to")
    public LocalTime windowTo = LocalTime.MIDNIGHT;

    @Column(name = "attempts_per_day")
    public int attemptsPerDay;

    @Column(name = "attempts_lifetime")
    public int attemptsLifetime;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "retry_minutes")
    public Map<String, Integer> retryMinutes = Map.of();

    /** Whether it dials nobody: a queue of people who call in. */
    public boolean takesCallers() {
        return mode.equals(INBOUND);
    }

    /** The id of a stored campaign. */
    public long storedId() {
        if (id == null) {
            throw new IllegalStateException("the campaign " + name + " was not stored yet");
        }
        return id;
    }
}
