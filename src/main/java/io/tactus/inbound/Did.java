package io.tactus.inbound;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/** A number that people may dial (direct inward dialling), and the queue that it leads to. */
@Entity
public class Did extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public @Nullable Long id;

    /** E.164 with plus sign. */
    public String number = "";

    @Column(name = "campaign_id")
    public long campaignId;

    /** For people: where the number stands, such as "on the invoice". */
    public String description = "";
}
