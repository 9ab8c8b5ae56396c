package io.tactus.agent;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * An agent as an administrator writes it.
 *
 * @param userId needed for a new agent
 * @param endpoint the PJSIP endpoint of the phone; reaches Asterisk, so only what names an endpoint
 * @param legMode {@code standing}: the phone stays connected through the shift; {@code on_demand}: it rings for each call
 * @param mobile an own phone outside the house that the agent may choose; null for none
 */
public record AgentForm(
        @Nullable Long userId,

        @NotNull @Pattern(regexp = "[A-Za-z0-9_.-]{1,80}", message = "letters, digits, _ . -")
        String endpoint,

        @NotNull @Pattern(regexp = "standing|on_demand", message = "standing or on_demand")
        String legMode,

        @NotNull @Pattern(regexp = "desk|browser", message = "desk or browser")
        String phoneKind,

        @Nullable @Valid Mobile mobile) {
    /** A phone outside. @param number E.164 @param trunk a trunk of the configuration, over which it is rung */
    public record Mobile(
            @NotNull @OutsideNumber String number,

            @NotNull @Size(max = 80) String trunk) {}
}
