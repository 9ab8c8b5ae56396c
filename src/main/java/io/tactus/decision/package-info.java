/**
 * Pacing decisions of the last day: how many calls were launched when, and why. Written behind the fact, thinned, dropped rather than
 * waited for; read over REST.
 */
@NullMarked
package io.tactus.decision;

import org.jspecify.annotations.NullMarked;
