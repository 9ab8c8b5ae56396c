package io.tactus.dialing.store;

/**
 * Proof that this engine owns a floor.
 *
 * @param epoch grows with every change of owner; every write is fenced by it
 */
public record Lease(String floor, String owner, long epoch) {}
