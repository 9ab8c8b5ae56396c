/**
 * Tests of the simulated network as a client meets it: over TCP, with a raw AMI client and nothing of the engine.
 */
@NullMarked
package io.tactus.sim;

import org.jspecify.annotations.NullMarked;
