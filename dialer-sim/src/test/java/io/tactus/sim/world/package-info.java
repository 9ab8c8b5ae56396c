/**
 * Tests of the simulated people, in virtual time.
 */
@NullMarked
package io.tactus.sim.world;

import org.jspecify.annotations.NullMarked;
