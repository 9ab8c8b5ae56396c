/**
 * The ground that the engine stands on: the clock, the embedded database, configuration, health and metrics.
 * The only package that may read the machine's clocks.
 */
@NullMarked
package io.tactus.platform;

import org.jspecify.annotations.NullMarked;
