package io.tactus.dialing.store;

import org.junit.jupiter.api.BeforeEach;

/** The contract of the store, in memory. */
class MemoryStoreTest extends DialingStoreContract {
    private StoreWorld world = new MemoryWorld();

    @BeforeEach
    void begin() {
        world = new MemoryWorld();
    }

    @Override
    StoreWorld world() {
        return world;
    }
}
