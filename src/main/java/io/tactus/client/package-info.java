/**
 * A client of the engine's REST interface, for the commands that talk to a running engine and for the trials.
 * It knows nothing of the engine's insides.
 */
@NullMarked
package io.tactus.client;

import org.jspecify.annotations.NullMarked;
