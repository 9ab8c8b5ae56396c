/**
 * What really happened in the simulated world, written apart from anything the engine says: an append-only file for crash
 * tests and statistics in memory. The truth that a test compares the engine's records with.
 */
@NullMarked
package io.tactus.sim.ledger;

import org.jspecify.annotations.NullMarked;
