package io.tactus.ivr;

import com.fasterxml.jackson.databind.JsonNode;
import io.tactus.ivr.flow.Limits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A draft as its author wants it.
 *
 * @param flow as the schema at {@code /api/ivr-flows/schema} says
 * @param version that was read; left out for a new flow
 */
public record IvrFlowForm(
        @NotBlank @Size(max = Limits.LONGEST_NAME) String name,
        @NotNull @Schema(implementation = Object.class) JsonNode flow,
        @Nullable Integer version) {}
