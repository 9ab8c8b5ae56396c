package io.tactus.ivr;

import com.fasterxml.jackson.databind.JsonNode;
import io.tactus.ivr.flow.Limits;
import io.tactus.ivr.rehearsal.Answer;
import io.tactus.ivr.rehearsal.Plan;
import io.tactus.problem.Parameters;
import io.tactus.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A call that is only thought of.
 *
 * @param flow what is tried out instead of the draft; left out for the draft
 * @param start when it comes, such as {@code 2026-11-30T09:00:00Z}
 * @param caller the number; left out when it is withheld
 * @param did the number that is called
 * @param data what is known of the caller
 * @param acts what the caller does
 * @param answers what the world answers, by the id of the node that asks; where nothing is said, everything succeeds after ten seconds, talks last a minute, and look-ups fail
 */
public record TryOutForm(
        @Nullable @Schema(implementation = Object.class) JsonNode flow,
        @NotNull String start,
        @Nullable @Size(max = 40) String caller,
        @Nullable @Size(max = 40) String did,
        @Nullable @Size(max = Limits.MOST_DATA) Map<String, @NotNull @Size(max = Limits.LONGEST_TEXT) String> data,
        @Nullable @Size(max = 1_000) List<@Valid @NotNull ActForm> acts,
        @Nullable @Size(max = Limits.MOST_NODES) Map<String, @Valid @NotNull AnswerForm> answers) {
    private static final int A_DAY = 86_400_000;

    /** Presses a key, or hangs up. @param afterMillis since the start @param key left out for hanging up */
    public record ActForm(
            @NotNull @Min(0) @Max(A_DAY) Integer afterMillis,

            @Nullable @Pattern(regexp = "[0-9*#]", message = "a key: 0 to 9, * or #")
            String key) {}

    /**
     * An answer.
     *
     * @param outcome {@code found} for look-ups, {@code done}, {@code refused}, or {@code silence} for no answer at all
     * @param afterMillis since it was asked for; 0 when left out
     * @param talkMillis of the talk with an agent; a minute when left out
     * @param fields of the answer to a look-up
     * @param reason of a refusal
     */
    public record AnswerForm(
            @NotNull @Pattern(regexp = "found|done|refused|silence", message = "found, done, refused or silence")
            String outcome,

            @Nullable @Min(0) @Max(A_DAY) Integer afterMillis,
            @Nullable @Min(0) @Max(A_DAY) Integer talkMillis,
            @Nullable @Size(max = 100) Map<String, @NotNull @Size(max = Limits.LONGEST_TEXT) String> fields,
            @Nullable @Size(max = 200) String reason) {
        private Answer answer() {
            Duration after = millis(afterMillis, 0);
            return switch (outcome) {
                case "found" -> new Answer.Found(after, fields == null ? Map.of() : fields);
                case "done" -> new Answer.Done(after, millis(talkMillis, 60_000));
                case "refused" -> new Answer.Not(after, reason == null ? "" : reason);
                default -> new Answer.Silence();
            };
        }
    }

    private static Duration millis(@Nullable Integer given, int otherwise) {
        return Duration.ofMillis(given == null ? otherwise : given);
    }

    private Plan.Act act(ActForm act) {
        Duration after = Duration.ofMillis(act.afterMillis());
        return act.key() == null
                ? new Plan.HangUp(after)
                : new Plan.Press(after, act.key().charAt(0));
    }

    /** What shall happen. @throws ProblemException with 400 when the start is no instant of our time */
    Plan plan() {
        Instant from = Parameters.instant("start", start);
        if (from == null || from.isBefore(Instant.EPOCH) || from.isAfter(Instant.parse("2100-01-01T00:00:00Z"))) {
            throw ProblemException.invalid("start", "must be an instant between 1970 and 2100");
        }
        Map<String, Answer> given = new TreeMap<>();
        if (answers != null) {
            answers.forEach((node, answer) -> given.put(node, answer.answer()));
        }
        return new Plan(
                from,
                caller == null ? "" : caller,
                did == null ? "" : did,
                data == null ? Map.of() : data,
                acts == null ? List.of() : acts.stream().map(this::act).toList(),
                given);
    }
}
