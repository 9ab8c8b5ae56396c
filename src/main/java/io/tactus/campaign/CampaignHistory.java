package io.tactus.campaign;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** The settings of a campaign as somebody left them at some time. */
@Entity
@Table(name = "campaign_setting_history")
public class CampaignHistory extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public @Nullable Long id;

    @Column(name = "campaign_id")
    public long campaignId;

    @Column(name = "changed_at", insertable = false, updatable = false)
    public Instant changedAt = Instant.EPOCH;

    @Column(name = "changed_by")
    public String changedBy = "";

    @JdbcTypeCode(SqlTypes.JSON)
    public Map<String, Object> settings = Map.of();
}
