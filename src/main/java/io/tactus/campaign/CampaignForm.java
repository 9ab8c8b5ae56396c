package io.tactus.campaign;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a campaign as a manager writes them. Whatever is left out has the value of {@link CampaignDefaults}.
 *
 * @param version the version that was read; needed for a change, so that two managers do not overwrite each other
 * @param weight share of agents that serve several campaigns
 * @param linesPerAgent calls in flight per free agent in mode {@code power}
 * @param abandonmentCap highest share of abandoned calls among live answers
 * @param measuringPeriod over which the cap is measured
 * @param answerBudgetMillis time from answer to agent or overflow, machine detection included
 * @param amdParameters arguments of Asterisk's AMD application; empty for its configuration
 * @param wrapUpMillis after which the agent is ready by itself; 0: never by itself
 * @param releaseRungMillis in mode {@code predictive}: ringing calls are given up after this long when nobody can take them; 0: never,
 *     else 15,000 or more
 * @param choosesLeads in mode {@code predictive}: the likeliest lead of the hopper is dialled for a free agent, the least likely ahead of one
 * @param rescueAfterMillis a person whom nobody could take goes to an agent in wrap-up for so long; 0: never, else
 *     5,000 or more
 * @param shadow a policy that computes beside the live one, without effect; none when left out or null
 * @param callerId number that the called person sees; empty for the trunk's own
 * @param promptMessage sound file as Asterisk names it
 * @param recording which talks are recorded; on demand: those of which the agent says so
 * @param recordingDays how long recordings are kept; 0: for ever
 * @param voicemailDays how long messages of the voicemail box are kept; 0: for ever
 * @param forcedDisposition whether wrap-up ends by a disposition only
 * @param longestWaitMillis of a queue: after which a caller gets the overflow; 0: never
 * @param mostWaiting of a queue: who comes when so many wait already gets the overflow; 0: nobody does
 * @param needsAgents of a queue: who comes while no agent of it is logged in gets the overflow
 * @param defaultRegion two letters; how numbers without a country code are read
 * @param windowDays days on which leads may be called, by their own local time
 * @param windowTo first forbidden minute; 00:00 is the end of the day
 * @param retryMinutes after which outcome a lead is dialled again, and when; other outcomes are final
 */
public record CampaignForm(
        @Nullable @Min(0) Integer version,
        @NotBlank @Size(max = 100) String name,

        @NotNull @Pattern(regexp = "manual|preview|progressive|power|predictive|inbound", message = MODES)
        String mode,

        @DecimalMin(value = "0", inclusive = false) @DecimalMax("1000")
        double weight,

        @DecimalMin("1") @DecimalMax("20") double linesPerAgent,
        @DecimalMin("0") @DecimalMax("1") double abandonmentCap,

        @NotNull @Pattern(regexp = "campaign|thirty_days|day", message = "campaign, thirty_days or day")
        String measuringPeriod,

        @Min(15_000) @Max(120_000) int ringTimeoutMillis,
        @Min(0) @Max(10_000) int answerBudgetMillis,
        boolean machineDetection,

        @NotNull @Pattern(regexp = "[0-9,]{0,80}", message = "digits and commas, as AMD() takes them")
        String amdParameters,

        @NotNull @Pattern(regexp = "hang_up|voicemail_drop|agent", message = "hang_up, voicemail_drop or agent")
        String machineAction,

        @NotNull @Pattern(regexp = "message|voicemail|hang_up", message = "message, voicemail or hang_up")
        String overflow,

        @Min(0) @Max(3_600_000) int wrapUpMillis,
        @Min(0) @Max(3_600_000) int previewMillis,
        boolean previewForced,
        @Min(0) @Max(120_000) int releaseRungMillis,
        boolean choosesLeads,
        @Min(0) @Max(600_000) int rescueAfterMillis,
        @Min(1) @Max(100_000) int maxCallsInFlight,
        @Nullable @Valid ShadowForm shadow,

        @NotNull @Pattern(regexp = "|\\+[1-9][0-9]{5,14}", message = "an E.164 number such as +12025550100, or empty")
        String callerId,

        @NotNull @Pattern(regexp = SOUND, message = SOUND_MESSAGE)
        String promptMessage,

        @NotNull @Pattern(regexp = SOUND, message = SOUND_MESSAGE)
        String promptGreeting,

        @NotNull @Pattern(regexp = SOUND, message = SOUND_MESSAGE)
        String promptDrop,

        @NotNull @Pattern(regexp = "none|on_demand|all", message = "none, on_demand or all")
        String recording,

        @Min(0) @Max(36_500) int recordingDays,
        @Min(0) @Max(36_500) int voicemailDays,
        boolean forcedDisposition,

        @Min(0) @Max(86_400_000) int longestWaitMillis,
        @Min(0) @Max(10_000) int mostWaiting,
        boolean needsAgents,

        @NotNull @Pattern(regexp = "[A-Z]{2}", message = "two capital letters such as US")
        String defaultRegion,

        @NotEmpty List<@NotNull @Pattern(regexp = DAYS, message = DAYS) String> windowDays,
        @NotNull LocalTime windowFrom,
        @NotNull LocalTime windowTo,
        @Min(1) @Max(50) int attemptsPerDay,
        @Min(1) @Max(1_000) int attemptsLifetime,

        @NotNull
        Map<@Pattern(regexp = RETRIED, message = "one of " + RETRIED) String, @NotNull @Min(1) @Max(43_200) Integer>
                retryMinutes) {

    /** The days of a week as the database has them. */
    static final String DAYS = "MON|TUE|WED|THU|FRI|SAT|SUN";

    private static final String MODES = "manual, preview, progressive, power, predictive or inbound";
    private static final String RETRIED = "BUSY|NO_ANSWER|MACHINE|CONGESTION|FAILED|INTERRUPTED|REJECTED|ABANDONED";
    private static final String SOUND = "[a-z0-9][A-Za-z0-9_-]*(/[A-Za-z0-9_-]+)*";
    private static final String SOUND_MESSAGE = "a sound file below Asterisk's sounds, without its ending";

    /** Copies the collections. */
    public CampaignForm {
        // Jackson may leave them null; validation then says so in words.
        windowDays = windowDays == null ? List.of() : windowDays;
        retryMinutes = retryMinutes == null ? Map.of() : retryMinutes;
    }
}
