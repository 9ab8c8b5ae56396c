/**
 * The demo: an engine with a simulated telephone network, an example campaign and simulated agents, to be tried without any telephony.
 * Whatever is simulated says so on the screen and in the log.
 */
@NullMarked
package io.tactus.demo;

import org.jspecify.annotations.NullMarked;
