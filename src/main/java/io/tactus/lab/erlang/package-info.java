/** Queues whose waits are known by formula, and confidence intervals: what the simulated queue is held to. */
@NullMarked
package io.tactus.lab.erlang;

import org.jspecify.annotations.NullMarked;
