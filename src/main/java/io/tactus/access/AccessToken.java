package io.tactus.access;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A browser's session or an API token. Written by {@link TokenStore}; the secret itself is nowhere. */
@Entity
@Table(name = "access_token")
public class AccessToken extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public @Nullable Long id;

    @Column(name = "user_id")
    public long userId;

    public String kind = "";
    public String label = "";

    @JdbcTypeCode(SqlTypes.ARRAY)
    public String[] scopes = {};

    @Column(name = "created_at", insertable = false, updatable = false)
    public Instant createdAt = Instant.EPOCH;

    @Column(name = "expires_at", insertable = false, updatable = false)
    public Instant expiresAt = Instant.EPOCH;

    @Column(name = "last_used_at", insertable = false, updatable = false)
    public @Nullable Instant lastUsedAt;
}
