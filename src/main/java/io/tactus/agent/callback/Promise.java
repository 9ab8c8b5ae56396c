package io.tactus.agent.callback;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;

/**
 * A call that a customer is promised.
 *
 * @param callId the call in which it is promised
 * @param at day and time in the customer's zone
 * @param zone one of the zones of the customer's number
 * @param mine whether the agent who promises it is to call, and nobody else
 */
public record Promise(
        @NotNull Long callId,
        @NotNull LocalDateTime at,
        @NotNull @Size(max = 60) String zone,
        boolean mine,
        @NotNull @Size(max = 500) String note) {}
