package io.tactus.lead;

import io.tactus.lead.PhoneNumbers.Phone;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A lead as others see it. */
public record LeadView(
        long id,
        long campaignId,
        long listId,
        String state,
        int priority,
        int attempts,
        @Nullable String lastOutcome,
        String firstName,
        String lastName,
        String externalId,
        String notes,
        Map<String, Object> custom,
        List<Phone> phones) {

    static LeadView of(Lead lead) {
        return new LeadView(
                lead.storedId(),
                lead.campaignId,
                lead.listId,
                lead.state,
                lead.priority,
                lead.attempts,
                lead.lastOutcome,
                lead.firstName,
                lead.lastName,
                lead.externalId,
                lead.notes,
                lead.custom,
                lead.phones.stream().map(LeadPhone::phone).toList());
    }
}
