package io.tactus.compliance.dnc;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A number that may not be called: by nobody, or by one campaign. */
@Entity
@Table(name = "dnc_entry")
public class DncEntry extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public @Nullable Long id;

    /** Null for the whole system. */
    @Column(name = "campaign_id")
    public @Nullable Long campaignId;

    public String number = "";
    public String reason = "";

    @Column(name = "added_by")
    public String addedBy = "";

    @Column(name = "added_at", insertable = false, updatable = false)
    public Instant addedAt = Instant.EPOCH;
}
