package io.tactus.lead;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A lead as somebody writes it.
 *
 * @param listId needed for a new lead; a lead stays in its list
 * @param phones in the order of dialling
 * @param custom values of the list's custom fields, as text or as JSON has them
 */
public record LeadForm(
        @Nullable Long listId,
        @NotNull @Size(max = 200) String firstName,
        @NotNull @Size(max = 200) String lastName,
        @NotNull @Size(max = 200) String externalId,
        @NotNull @Size(max = 4_000) String notes,
        @Nullable @Min(-1_000) @Max(1_000) Integer priority,
        @NotEmpty @Size(max = 10) List<@Valid @NotNull PhoneForm> phones,
        @Nullable Map<String, Object> custom) {

    /** A number, and its zone when that is known better than the number tells. */
    public record PhoneForm(
            @NotNull @Size(max = 40) String number,
            @Nullable @Size(max = 60) String zone) {}
}
