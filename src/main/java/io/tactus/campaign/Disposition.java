package io.tactus.campaign;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/** What an agent says a call came to; of the whole system, or of one campaign, which then overrides the system's of that code. */
@Entity
public class Disposition extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public @Nullable Long id;

    @Column(name = "campaign_id")
    public @Nullable Long campaignId;

    public String code = "";
    public String label = "";

    /** Code of the disposition that this is a kind of; empty for none. */
    public String below = "";

    /** The lead is not dialled again. */
    @Column(name = "final")
    public boolean isFinal = true;
}
