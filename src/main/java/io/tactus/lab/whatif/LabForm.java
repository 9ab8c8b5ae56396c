package io.tactus.lab.whatif;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the laboratory.
 *
 * @param agents agents who are logged in all the time
 * @param abandonmentCap highest share of abandoned calls among live answers
 * @param answerRate probability that a dial is answered by a person
 * @param talkSeconds mean talk
 * @param wrapUpSeconds mean wrap-up
 * @param hours length of a shift; its first hour does not count for the utilisation
 * @param repetitions shifts with other people, for each policy
 * @param policies what is compared, by the names of {@code tactus lab compare}
 * @param campaignId whose last days the world is like, scaled to these figures; null: the reference world
 * @param days how many of them; null: 7
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LabForm(
        @Min(1) @Max(300) int agents,
        @DecimalMin("0") @DecimalMax("0.5") double abandonmentCap,
        @DecimalMin("0.02") @DecimalMax("0.9") double answerRate,
        @Min(10) @Max(1_200) int talkSeconds,
        @Min(1) @Max(300) int wrapUpSeconds,
        @Min(2) @Max(9) int hours,
        @Min(1) @Max(10) int repetitions,
        @NotNull @Size(min = 1, max = 6) List<@NotNull @Size(max = 40) String> policies,
        @Nullable Long campaignId,
        @Min(1) @Max(60) @Nullable Integer days) {

    private static final int USUAL_DAYS = 7;

    /** Agents' hours that one question may simulate: some minutes' work. */
    static final long MOST_AGENT_HOURS = 20_000;

    /** Copies the list. */
    public LabForm {
        // Jackson may leave it null; validation then says so in words.
        policies = policies == null ? List.of() : policies;
    }

    int daysOrUsual() {
        return days == null ? USUAL_DAYS : days;
    }

    long agentHours() {
        return (long) agents * hours * repetitions * policies.size();
    }
}
