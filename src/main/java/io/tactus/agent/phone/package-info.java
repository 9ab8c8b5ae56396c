/**
 * Browser phones: endpoints that are lent to agents with passwords of minutes, and the relay that carries their signalling to the node,
 * so that a page speaks to the engine alone.
 */
@NullMarked
package io.tactus.agent.phone;

import org.jspecify.annotations.NullMarked;
