/**
 * People who call in: the numbers that they dial, and how a caller becomes a call of the floor with a customer behind it. Where the floor takes
 * over is {@code floor.Callers}.
 */
@NullMarked
package io.tactus.inbound;

import org.jspecify.annotations.NullMarked;
