/**
 * Trials of a real engine process: it is killed, cut off and loaded, against a simulated telephone network that survives and a database
 * of its own. Each trial is a command that anyone can run, prints its figures, and fails when a promise was broken.
 */
@NullMarked
package io.tactus.trial;

import org.jspecify.annotations.NullMarked;
