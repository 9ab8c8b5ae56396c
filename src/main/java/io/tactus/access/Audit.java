package io.tactus.access;

import io.tactus.access.AuditedRequest.Actor;
import io.tactus.access.AuditedRequest.Asked;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The audit: who changed what. {@link AuditFilter} writes an event for every request that changes something, after it was served. Deeds that
 * must not be without their event write it themselves by {@link #deed}, in their own transaction.
 */
@ApplicationScoped
public class Audit {
    private static final Logger LOG = Logger.getLogger(Audit.class);
    private static final String INSERT = """
            insert into audit_event (actor, user_id, token_id, action, entity, entity_id, result, status, detail, address)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final int CLIENT_ERROR = 400;
    private static final int SERVER_ERROR = 500;

    private final DataSource dataSource;
    private final AuditedRequest request;

    Audit(DataSource dataSource, AuditedRequest request) {
        this.dataSource = dataSource;
        this.request = request;
    }

    /**
     * Notes that the present request has done this; inside the deed's transaction, so that there is neither without the other.
     *
     * @param entityId what it was done to, of the kind that the request's path names
     * @param detail what the path does not say; no secret, no name or number of a lead
     */
    public void deed(long entityId, String detail) {
        try {
            insert(entityId, "done", null, detail);
            request.isWritten();
        } catch (SQLException e) {
            throw new IllegalStateException("the audit cannot be written, so nothing is done", e);
        }
    }

    /** Somebody has logged in. */
    void logInBy(UserAccount account) {
        request.by(Actor.of(account));
    }

    /** Somebody tries to log in with this account's name. What is nobody's name is not kept: it may be a password in the wrong field. */
    void logInAs(Optional<UserAccount> account) {
        request.by(Actor.NOBODY);
        request.about(account.map(Accounts::idOf).orElse(null));
    }

    /** The present request was served. @param createdId id of what it made, if it did */
    void served(int status, Optional<Long> createdId) {
        if (request.written() && status < CLIENT_ERROR) {
            return;
        }
        String result = status < CLIENT_ERROR ? "done" : status < SERVER_ERROR ? "refused" : "failed";
        Long path = request.asked().entityId();
        String detail = path == null ? "" : createdId.map(id -> "created " + id).orElse("");
        try {
            insert(path == null ? createdId.orElse(null) : path, result, status, detail);
        } catch (SQLException e) {
            LOG.errorf(
                    e,
                    "AUDIT NOT WRITTEN: %s by user %s, token %s: %d",
                    request.asked().action(),
                    request.actor().userId(),
                    request.actor().tokenId(),
                    status);
        }
    }

    private void insert(@Nullable Long entityId, String result, @Nullable Integer status, String detail)
            throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(INSERT)) {
            Actor actor = request.actor();
            Asked asked = request.asked();
            statement.setString(1, actor.name());
            statement.setObject(2, actor.userId(), Types.BIGINT);
            statement.setObject(3, actor.tokenId(), Types.BIGINT);
            statement.setString(4, asked.action());
            statement.setString(5, asked.entity());
            statement.setObject(6, entityId, Types.BIGINT);
            statement.setString(7, result);
            statement.setObject(8, status, Types.INTEGER);
            statement.setString(9, detail);
            statement.setString(10, asked.address());
            statement.executeUpdate();
        }
    }
}
