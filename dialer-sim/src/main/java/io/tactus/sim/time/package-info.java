/**
 * Simulated time: one agenda of future happenings, driven either by virtual time (as fast as the processor allows)
 * or by the wall clock at a speed factor. Everything above is single-threaded and asks this package for the time.
 */
@NullMarked
package io.tactus.sim.time;

import org.jspecify.annotations.NullMarked;
