/**
 * The floor: one pool of agents with the campaigns that share it, as a pure, deterministic state machine.
 * Inputs with their time stamps go in, effects come out; it reads no clock, starts no thread and touches no database.
 */
@NullMarked
package io.tactus.floor;

import org.jspecify.annotations.NullMarked;
