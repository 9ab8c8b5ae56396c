package io.tactus.lead;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A person to be called. What the hopper and the gate write (state, attempts, next phone) is only read here; all else is written
 * column by column, so that an edit never undoes what the dialler did meanwhile.
 */
@Entity
@DynamicUpdate
public class Lead extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public @Nullable Long id;

    @Column(name = "campaign_id", updatable = false)
    public long campaignId;

    @Column(name = "list_id", updatable = false)
    public long listId;

    @Column(insertable = false, updatable = false)
    public String state = "AVAILABLE";

    @Column(insertable = false, updatable = false)
    public int attempts;

    @Column(name = "last_outcome", insertable = false, updatable = false)
    public @Nullable String lastOutcome;

    public int priority;

    @Column(name = "first_name")
    public String firstName = "";

    @Column(name = "last_name")
    public String lastName = "";

    @Column(name = "external_id")
    public String externalId = "";

    public String notes = "";

    @JdbcTypeCode(SqlTypes.JSON)
    public Map<String, Object> custom = Map.of();

    @Column(name = "import_id", updatable = false)
    public @Nullable Long importId;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "lead_phone", joinColumns = @JoinColumn(name = "lead_id"))
    @OrderColumn(name = "position")
    public List<LeadPhone> phones = new ArrayList<>();

    /** The id of a stored lead. */
    public long storedId() {
        if (id == null) {
            throw new IllegalStateException("the lead was not stored yet");
        }
        return id;
    }
}
