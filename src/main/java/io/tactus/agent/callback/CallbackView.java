package io.tactus.agent.callback;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A promised call.
 *
 * @param zone in which the customer named the time
 * @param agentId who alone is to call; left out for any agent
 */
public record CallbackView(
        long id,
        long callId,
        long leadId,
        long campaignId,
        String campaign,
        String firstName,
        String lastName,
        String number,
        Instant dueAt,
        String zone,
        String note,
        String state,
        @Nullable Long agentId) {}
