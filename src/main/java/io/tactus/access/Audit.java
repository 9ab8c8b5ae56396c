package io.tactus.access;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who did what to what. Written in the transaction of the deed, so that there is neither without the other. */
@Entity
@Table(name = "audit_entry")
public class Audit extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public @Nullable Long id;

    @Column(insertable = false, updatable = false)
    public Instant at = Instant.EPOCH;

    public String actor = "";
    public String action = "";
    public String subject = "";
    public String detail = "";

    /**
     * Adds an entry; inside a transaction.
     *
     * @param action a verb, for example {@code remove}
     * @param subject what it was done to, for example {@code dnc +12025550143}
     */
    public static void record(String actor, String action, String subject, String detail) {
        Audit entry = new Audit();
        entry.actor = actor;
        entry.action = action;
        entry.subject = subject;
        entry.detail = detail;
        entry.persist();
    }
}
