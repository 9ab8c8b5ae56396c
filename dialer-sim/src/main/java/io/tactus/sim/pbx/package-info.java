/**
 * The simulated Asterisk itself: channels, dialling, dialplan, AsyncAGI, bridges. One thread owns all of it; it speaks to the
 * outside in messages that the {@code ami} package carries, and its order of events follows a recorded Asterisk 22.10.
 */
@NullMarked
package io.tactus.sim.pbx;

import org.jspecify.annotations.NullMarked;
