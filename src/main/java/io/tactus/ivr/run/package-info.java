/**
 * One caller's walk through a flow, as a pure, deterministic state machine: inputs with their time go in, effects and a trace come out. It reads
 * no clock and starts no thread. What drives it answers the effects that carry a ticket by inputs with that ticket; late answers are ignored.
 */
@NullMarked
package io.tactus.ivr.run;

import org.jspecify.annotations.NullMarked;
