/**
 * Pacing: how many calls to launch at this moment, and why. Pure functions of what the floor shows;
 * every policy stands behind {@link io.tactus.pacing.PacingPolicy}. Exponentials and logarithms are those of StrictMath, so that a journal
 * replays to the same decisions on every machine.
 */
@NullMarked
package io.tactus.pacing;

import org.jspecify.annotations.NullMarked;
