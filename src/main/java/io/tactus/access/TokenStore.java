package io.tactus.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sessions and tokens by their secrets' hashes. Times are the database's, so that all engines agree on what has expired. */
@ApplicationScoped
public class TokenStore {
    /** Who a secret belongs to. @param scopes empty for a session, which is bound by its user's roles alone */
    record Holder(long tokenId, long userId, String username, boolean session, Set<String> scopes, Set<String> roles) {}

    private static final String ADD = """
            insert into access_token (user_id, kind, label, secret_hash, scopes, expires_at)
            values (:user, :kind, :label, :hash, cast(:scopes as text[]), now() + make_interval(hours => :hours))
            returning id
            """;
    /** A session slides on at most once a minute, so that a page of twenty requests costs one write. */
    private static final String TOUCH = """
            update access_token set last_used_at = now(),
              expires_at = case when kind = 'session' then now() + make_interval(hours => :hours) else expires_at end
            where secret_hash = :hash and expires_at > now()
              and (last_used_at is null or last_used_at < now() - interval '1 minute')
            """;

    private static final String FIND = """
            select t.id, u.id, u.username, t.kind = 'session', array_to_string(t.scopes, ' '),
                   (select string_agg(r.role, ' ') from app_user_role r where r.user_id = u.id)
            from access_token t join app_user u on u.id = t.user_id and u.active
            where t.secret_hash = :hash and t.expires_at > now()
            """;

    private final EntityManager entities;
    private final int sessionHours;

    TokenStore(EntityManager entities, SessionConfig config) {
        this.entities = entities;
        this.sessionHours = config.hours();
    }

    /** How long a session lasts without being used. */
    int sessionHours() {
        return sessionHours;
    }

    @Transactional
    long add(long userId, boolean session, String label, Secret secret, Set<String> scopes, int hours) {
        return ((Number) entities.createNativeQuery(ADD)
                        .setParameter("user", userId)
                        .setParameter("kind", session ? "session" : "api")
                        .setParameter("label", label)
                        .setParameter("hash", secret.hash())
                        .setParameter("scopes", "{" + String.join(",", scopes) + "}")
                        .setParameter("hours", hours)
                        .getSingleResult())
                .longValue();
    }

    @Transactional
    Optional<Holder> find(Secret secret) {
        byte[] hash = secret.hash();
        entities.createNativeQuery(TOUCH)
                .setParameter("hours", sessionHours)
                .setParameter("hash", hash)
                .executeUpdate();
        List<?> rows =
                entities.createNativeQuery(FIND).setParameter("hash", hash).getResultList();
        return rows.stream().findFirst().map(row -> {
            Object[] columns = (Object[]) row;
            return new Holder(
                    ((Number) columns[0]).longValue(),
                    ((Number) columns[1]).longValue(),
                    (String) columns[2],
                    (Boolean) columns[3],
                    words((String) columns[4]),
                    words(columns[5] == null ? "" : (String) columns[5]));
        });
    }

    private static Set<String> words(String text) {
        return text.isEmpty() ? Set.of() : Set.copyOf(Arrays.asList(text.split(" ")));
    }

    @Transactional
    void remove(Secret secret) {
        entities.createNativeQuery("delete from access_token where secret_hash = :hash")
                .setParameter("hash", secret.hash())
                .executeUpdate();
    }

    /** Logs a user out everywhere. */
    @Transactional
    void removeSessions(long userId) {
        AccessToken.delete("userId = ?1 and kind = 'session'", userId);
    }

    /** Removes all sessions and tokens of a user. */
    @Transactional
    void removeAll(long userId) {
        AccessToken.delete("userId", userId);
    }

    /** Clears away what has expired; answers how many. */
    @Transactional
    int removeExpired() {
        return entities.createNativeQuery("delete from access_token where expires_at < now()")
                .executeUpdate();
    }
}
