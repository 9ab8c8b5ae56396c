package io.tactus.dialing;

import io.tactus.dialing.store.Lease;
import io.tactus.telephony.IncomingCall;

/** Decides about people who call in. */
public interface Reception {
    /**
     * Somebody calls in and hears it ringing. Returns at once; the call is taken or refused later, on a thread of the reception's own.
     *
     * @param lease of the floor that is to have the call
     */
    void cameIn(IncomingCall call, Lease lease);
}
