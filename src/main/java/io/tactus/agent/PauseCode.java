package io.tactus.agent;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Why an agent may pause, and for how long at most. */
@Entity
@Table(name = "pause_code")
public class PauseCode extends PanacheEntityBase {
    @Id
    @NotNull
    @Pattern(regexp = "[A-Z0-9_]{1,40}", message = "capital letters, digits and _")
    public String code = "";

    @NotBlank
    @Size(max = 60)
    public String label = "";

    /** 0: no limit. */
    @Min(0)
    @Max(480)
    @Column(name = "limit_minutes")
    public int limitMinutes;
}
