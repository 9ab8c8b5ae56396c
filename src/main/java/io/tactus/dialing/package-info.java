/**
 * The shell around the floor: the thread that owns it, the hopper, the gate transaction, the writer of outcomes, recovery after a
 * crash, and the lease that makes this engine the floor's only writer.
 */
@NullMarked
package io.tactus.dialing;

import org.jspecify.annotations.NullMarked;
