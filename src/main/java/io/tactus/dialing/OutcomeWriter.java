package io.tactus.dialing;

import io.tactus.dialing.store.DialingStore;
import io.tactus.dialing.store.Lease;
import io.tactus.floor.effect.StoreEffect;
import java.sql.SQLException;
import java.util.List;

/** Writes what the floor reports. */
final class OutcomeWriter extends StoreWorker<StoreEffect> {
    private final DialingStore store;
    private final Lease lease;

    OutcomeWriter(DialingStore store, Lease lease, StoreHealth health) {
        super("outcomes", 200_000, 1_000, health);
        this.store = store;
        this.lease = lease;
    }

    @Override
    void write(List<StoreEffect> batch, boolean again) throws SQLException {
        store.write(batch, lease);
    }
}
