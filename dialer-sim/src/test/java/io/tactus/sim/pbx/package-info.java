/**
 * Tests of the simulated Asterisk without sockets, in virtual time.
 */
@NullMarked
package io.tactus.sim.pbx;

import org.jspecify.annotations.NullMarked;
