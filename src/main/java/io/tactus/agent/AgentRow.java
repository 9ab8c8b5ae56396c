package io.tactus.agent;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An agent: a user with a phone. */
@Entity
@Table(name = "agent")
public class AgentRow extends PanacheEntityBase {
    /** The user's id. */
    @Id
    public long id;

    public String endpoint = "";

    @Column(name = "leg_mode")
    public String legMode = "standing";

    @Column(name = "phone_kind")
    public String phoneKind = "desk";
}
