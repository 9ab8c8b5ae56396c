package io.tactus.lab.whatif;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question and its answer so far. All of it is simulated.
 *
 * @param askedBy user name
 * @param state {@code waiting}, {@code running}, {@code done}, {@code cancelled} or {@code failed}
 * @param progress share of the work that is done; 0 to 1
 * @param rows policies that are finished
 * @param error why it failed; left out unless it did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LabRunView(
        long id,
        String askedBy,
        Instant askedAt,
        String state,
        double progress,
        LabForm question,
        List<LabRow> rows,
        @Nullable String error) {}
