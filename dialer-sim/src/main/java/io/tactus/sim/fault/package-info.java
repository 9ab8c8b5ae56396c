/**
 * What can go wrong between an engine and its Asterisk, on demand: cut or refused connections, a restart, a freeze,
 * events lost, doubled, delayed or put out of order. Used by tests and by hand through the simulator's own action.
 */
@NullMarked
package io.tactus.sim.fault;

import org.jspecify.annotations.NullMarked;
