package io.tactus.access;

import io.tactus.access.TokenStore.Holder;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** What the audit is to say of the present request, gathered while it is served. */
@RequestScoped
class AuditedRequest {
    /** Who asks. @param name empty for nobody known @param tokenId the API token, if it is one */
    record Actor(
            String name, @Nullable Long userId, @Nullable Long tokenId) {
        static final Actor NOBODY = new Actor("", null, null);

        static Actor of(Holder holder) {
            return new Actor(holder.username(), holder.userId(), holder.session() ? null : holder.tokenId());
        }

        static Actor of(UserAccount account) {
            return new Actor(account.username, Accounts.idOf(account), null);
        }
    }

    /** What is asked. @param action empty when it changes nothing */
    record Asked(String action, String entity, @Nullable Long entityId, String address) {
        static final Asked NOTHING = new Asked("", "", null, "");
    }

    private Actor actor = Actor.NOBODY;
    private Asked asked = Asked.NOTHING;
    private boolean written;

    Actor actor() {
        return actor;
    }

    Asked asked() {
        return asked;
    }

    /** Whether the deed is in the audit already, by its own transaction. */
    boolean written() {
        return written;
    }

    void by(Actor who) {
        actor = who;
    }

    void asks(Asked what) {
        asked = what;
    }

    /** The request is about this one. */
    void about(@Nullable Long entityId) {
        asked = new Asked(asked.action(), asked.entity(), entityId, asked.address());
    }

    void isWritten() {
        written = true;
    }
}
