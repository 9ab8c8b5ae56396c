package io.tactus.voicemail;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A message that a called person left because no agent was free. */
@Entity
@Table(name = "voicemail_message")
public class VoicemailMessage extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public @Nullable Long id;

    @Column(name = "attempt_id")
    public long attemptId;

    @Column(name = "campaign_id")
    public long campaignId;

    @Column(name = "lead_id")
    public long leadId;

    public String file = "";

    @Column(name = "length_ms")
    public int lengthMillis;

    @Column(name = "recorded_at")
    public Instant recordedAt = Instant.EPOCH;

    @Column(name = "heard_at")
    public @Nullable Instant heardAt;

    @Column(name = "heard_by")
    public @Nullable String heardBy;
}
