package io.tactus.dialing;

import io.tactus.dialing.store.Lease;
import io.tactus.floor.input.Input;
import io.tactus.telephony.IncomingCall;
import java.util.function.Consumer;

/** Decides about people who call in. */
public interface Reception {
    /**
     * Somebody calls in and hears it ringing. Returns at once; the call is taken or refused later, on a thread of the reception's own.
     *
     * @param lease of the floor that is to have the call
     * @param floor takes inputs
     */
    void cameIn(IncomingCall call, Lease lease, Consumer<Input> floor);
}
