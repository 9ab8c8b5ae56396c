package io.tactus.telephony.asterisk;

import org.asteriskjava.manager.event.UserEvent;
import org.jspecify.annotations.Nullable;

/** The dialplan's {@code UserEvent(TactusAmd)}; public because the library fills it by reflection. */
public final class TactusAmdEvent extends UserEvent {
    private static final long serialVersionUID = 1L;

    private @Nullable String status;
    private @Nullable String cause;

    /** As the library wants it. */
    public TactusAmdEvent(Object source) {
        super(source);
    }

    /** Asterisk's AMDSTATUS. */
    public @Nullable String getStatus() {
        return status;
    }

    /** Set by the library. */
    public void setStatus(String status) {
        this.status = status;
    }

    /** Asterisk's AMDCAUSE. */
    public @Nullable String getCause() {
        return cause;
    }

    /** Set by the library. */
    public void setCause(String cause) {
        this.cause = cause;
    }
}
