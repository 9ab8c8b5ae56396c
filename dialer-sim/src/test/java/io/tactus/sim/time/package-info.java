/**
 * Tests of the two kinds of time.
 */
@NullMarked
package io.tactus.sim.time;

import org.jspecify.annotations.NullMarked;
