/**
 * Who answers, when, how long they talk: drawn from a seed or scripted per number, free of threads, sockets and clocks,
 * so that the same world serves the simulated Asterisk and a pure discrete-event run.
 */
@NullMarked
package io.tactus.sim.world;

import org.jspecify.annotations.NullMarked;
