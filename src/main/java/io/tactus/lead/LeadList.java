package io.tactus.lead;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A list of leads of one campaign. */
@Entity
@Table(name = "lead_list")
public class LeadList extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public @Nullable Long id;

    @Column(name = "campaign_id")
    public long campaignId;

    public String name = "";

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "custom_fields")
    public List<CustomField> customFields = List.of();

    /** Of leads that are added from now on. */
    public int priority;

    @Column(name = "created_at", insertable = false, updatable = false)
    public Instant createdAt = Instant.EPOCH;

    /** The id of a stored list. */
    public long storedId() {
        if (id == null) {
            throw new IllegalStateException("the list " + name + " was not stored yet");
        }
        return id;
    }
}
