/**
 * What the floor looks like now, for screens: a snapshot at the start, then what changed, twice a second.
 * Reads the floor on its own thread in one go, so that every picture is consistent.
 */
@NullMarked
package io.tactus.wallboard;

import org.jspecify.annotations.NullMarked;
