/**
 * The things on a floor (calls, agents, campaigns, nodes, trunks) with their state machines.
 * Each machine keeps its allowed transitions in one table; anything else is an {@link io.tactus.floor.model.IllegalTransition}.
 */
@NullMarked
package io.tactus.floor.model;

import org.jspecify.annotations.NullMarked;
