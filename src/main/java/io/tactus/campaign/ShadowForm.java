package io.tactus.campaign;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * A policy that computes beside the live one, without effect. What is left out has the default of a campaign.
 *
 * @param mode one in which the engine launches calls
 * @param linesPerAgent calls in flight per free agent in mode {@code power}; default 1.5
 * @param abandonmentCap highest share of abandoned calls among live answers; default 0.03
 * @param releaseRungMillis in mode {@code predictive}: when ringing calls would be given up; default 0, never, else 15,000 or more
 */
public record ShadowForm(
        @NotNull @Pattern(regexp = "progressive|power|predictive", message = "progressive, power or predictive")
        String mode,

        @DecimalMin("1") @DecimalMax("20") Double linesPerAgent,
        @DecimalMin("0") @DecimalMax("1") Double abandonmentCap,
        @Min(0) @Max(120_000) Integer releaseRungMillis) {

    /** Sets what is left out, which Jackson hands over as null. */
    public ShadowForm {
        linesPerAgent = linesPerAgent == null ? Double.valueOf(1.5) : linesPerAgent;
        abandonmentCap = abandonmentCap == null ? Double.valueOf(0.03) : abandonmentCap;
        releaseRungMillis = releaseRungMillis == null ? Integer.valueOf(0) : releaseRungMillis;
    }
}
