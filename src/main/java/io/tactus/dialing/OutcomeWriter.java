package io.tactus.dialing;

import io.tactus.dialing.store.OutcomeStore;
import io.tactus.floor.effect.StoreEffect;
import java.sql.SQLException;
import java.util.List;

/** Writes what the floor reports. */
final class OutcomeWriter extends StoreWorker<StoreEffect> {
    private final OutcomeStore store;

    OutcomeWriter(OutcomeStore store, StoreHealth health) {
        super("outcomes", 200_000, 1_000, health);
        this.store = store;
    }

    @Override
    void write(List<StoreEffect> batch, boolean again) throws SQLException {
        store.write(batch);
    }
}
