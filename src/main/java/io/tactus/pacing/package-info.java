/**
 * Pacing: how many calls to launch at this moment, and why. Pure functions of what the floor shows;
 * every policy stands behind {@link io.tactus.pacing.PacingPolicy}.
 */
@NullMarked
package io.tactus.pacing;

import org.jspecify.annotations.NullMarked;
