/**
 * The statements by which the shell reserves leads, lets attempts through the gate, writes outcomes, and recovers after a crash.
 * Plain SQL in batches: one transaction serves many calls.
 */
@NullMarked
package io.tactus.dialing.store;

import org.jspecify.annotations.NullMarked;
